// Memory that nobody uses any more, and that the allocator has not given back to the system yet.
#pragma once

namespace halfstar {

/// Allocators keep what is freed for a while, as it will be asked for again: jemalloc for ten seconds, glibc's until what lies behind it is free too. Where a
/// large part of all that was in use goes at once, and what follows has no use for it, this gives it back now. Takes some milliseconds
/// for fifty megabytes.
void give_back_free_memory();

} // namespace halfstar

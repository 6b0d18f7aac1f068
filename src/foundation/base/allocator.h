// What is asked of the allocator that the program is linked with, beyond memory.
#pragma once

namespace halfstar {

/// Memory of the calling thread grows by 2 MB at a time from now on, where jemalloc allocates, so that all of it may lie in huge pages. As it is,
/// each piece that it asks of the system is greater than the one before (2, 2.5, 3, 3.5 MB ...), and what remains behind the last two megabytes of one
/// is handed out by the system page by page: more than half of a zine's faults of pages.
void grow_by_huge_pages();

/// Allocators keep what is freed for a while, as it will be asked for again: jemalloc for ten seconds, glibc's until what lies behind it is free too. Where a
/// large part of all that was in use goes at once, and what follows has no use for it, this gives it back now. Takes some milliseconds
/// for fifty megabytes.
void give_back_free_memory();

} // namespace halfstar

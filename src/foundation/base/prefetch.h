// Asking memory for what will be read soon. Where each step leads to the next one (a table, its entry, what that points to) and none of them is in the
// processor's caches, asking for many at once takes as long as waiting for one.
#pragma once

namespace halfstar {

/// `at` need not be readable.
inline void prefetch(const void* at) {
    __builtin_prefetch(at);
    asm volatile(""); // g++ takes a function that only asks ahead for one that does nothing, and leaves it out
}

} // namespace halfstar

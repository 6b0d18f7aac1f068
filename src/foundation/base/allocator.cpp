#include "foundation/base/allocator.h"

#include <cstddef>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// jemalloc's, where the program allocates with it.
extern "C" [[gnu::weak]] int mallctl(const char* name, void* old_value, std::size_t* old_size, void* new_value, std::size_t new_size);

namespace halfstar {

void grow_by_huge_pages() {
    if (mallctl == nullptr) return;
    unsigned arena = 0;
    std::size_t size = sizeof arena;
    if (mallctl("thread.arena", &arena, &size, nullptr, 0) != 0) return;
    std::size_t most = std::size_t{2} << 20; // bytes
    mallctl(("arena." + std::to_string(arena) + ".retain_grow_limit").c_str(), nullptr, nullptr, &most, sizeof most);
}

void give_back_free_memory() {
    if (mallctl != nullptr) {
        mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0); // 4096: all arenas (jemalloc(3), MALLCTL_ARENAS_ALL)
        return;
    }
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace halfstar

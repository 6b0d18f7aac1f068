#include "foundation/base/free_memory.h"

#include <cstddef>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// jemalloc's, where the program allocates with it.
extern "C" [[gnu::weak]] int mallctl(const char* name, void* old_value, std::size_t* old_size, void* new_value, std::size_t new_size);

namespace halfstar {

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

// What is kept from one round of work to the next goes away when a round did not ask for it.
#pragma once

#include <cstddef>
#include <utility>

namespace halfstar {

/// Erases what is not `used` in a map of things with `used` and `bytes`, and marks the others as not used yet. Returns the
/// bytes of what went.
template <class Map> std::size_t drop_unused(Map& kept) {
    std::size_t bytes = 0;
    for (auto one = kept.begin(); one != kept.end();) {
        if (std::exchange(one->second.used, false)) {
            ++one;
            continue;
        }
        bytes += one->second.bytes;
        one = kept.erase(one);
    }
    return bytes;
}

} // namespace halfstar

// About how much memory things hold, for what is kept up to a limit.
#pragma once

#include <cstddef>
#include <vector>

namespace halfstar {

/// Bytes of a vector's elements, with its spare room; what these hold themselves is not counted.
template <class T> std::size_t bytes_of(const std::vector<T>& values) { return values.capacity() * sizeof(T); }

} // namespace halfstar

// Keys of what is kept by all that it was made from: values written one behind the other, for this process alone.
#pragma once

#include <cstring>
#include <string>
#include <type_traits>

namespace halfstar {

/// Appends the value in as many bytes as it has.
template <class T> requires std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_pointer_v<T>
void append_value(std::string& key, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

} // namespace halfstar

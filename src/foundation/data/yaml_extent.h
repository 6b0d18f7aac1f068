// Where a YAML scalar ends: yaml-cpp tells only where it begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace halfstar::yaml {

/// One behind the last byte of the plain scalar that begins at `begin` and reads `value`.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// One behind the closing quotation mark of the scalar that opens at `begin`; none when it never closes.
std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin);

/// One behind the last line with words of the block scalar (`|`, `>`) whose sign stands at `begin`.
std::size_t block_end(std::string_view text, std::size_t begin);

} // namespace halfstar::yaml

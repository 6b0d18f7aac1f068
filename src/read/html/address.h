// Addresses that a reader may be led to, and those that would run a program instead.
#pragma once

#include <cstdint>
#include <string_view>

namespace halfstar::soup {

enum class AddressUse : std::uint8_t { link, picture };

/// False for `javascript:`, `vbscript:` and `data:` in whatever case and however broken up by white space and
/// controls, which browsers pass over. Pictures may be `data:` of a raster format.
bool is_safe_address(std::string_view url, AddressUse use);

} // namespace halfstar::soup

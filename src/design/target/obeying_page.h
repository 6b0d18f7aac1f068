// A style's page as a target wants it: of exactly its trim, and with margins as wide as it asks.
#pragma once

#include <halfstar/style.h>
#include <halfstar/target.h>

#include <cstdint>
#include <string>

namespace halfstar {

/// Adds to the style a page that is like `model` and obeys, with plates that do; its name.
std::string add_obeying_page(Style& style, const PageSpec& model, const Target& target);

/// The page and its plates for an issue of so many pages: margins at the binding grow, and never shrink.
void widen_gutter(Style& style, const std::string& page, const Target& target, std::uint32_t pages);

} // namespace halfstar

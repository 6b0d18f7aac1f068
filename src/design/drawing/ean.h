// The bars of a book's number: EAN-13 (ISO/IEC 15420) of an ISBN (ISO 2108).
#pragma once

#include <halfstar/pages.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// Modules of light and dark between the light margins, and those margins.
inline constexpr int ean_modules = 95, ean_light_before = 11, ean_light_behind = 7;

/// The 13 digits of an ISBN however it is written; of one of ten digits those that it has since 2007. None: it is no ISBN.
std::optional<std::string> ean_of_isbn(std::string_view written);

/// 95 modules, '1' where it is dark. `digits` are 13.
std::string ean_pattern(std::string_view digits);

/// A bar.
struct EanBar {
    int first = 0, width = 0; ///< modules
    bool guard = false;       ///< at the ends and in the middle: it reaches between the digits below
};
std::vector<EanBar> ean_bars(std::string_view digits);

} // namespace halfstar

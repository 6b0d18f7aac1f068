// How SVG writes numbers, colours, paths, names and bytes: the same text on every machine and in every
// locale.
#pragma once

#include <halfstar/pages.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::svg {

/// `thousandths` / 1000 without needless zeros: 1500 is "1.5".
std::string decimal(std::int64_t thousandths);
/// Points, to three decimals.
std::string number(Length length);
/// `value` to three decimals; it must be finite and below 10^15.
std::string number(double value);
/// "#rrggbb".
std::string colour(Paint paint);
/// The `d` of a path in points.
std::string path_data(const Path& path);
/// Any text as the end of an XML id: what is not [A-Za-z0-9.-] becomes _ and its hex digits.
std::string id_part(std::string_view text);
/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

} // namespace halfstar::svg

// The style sheet of a page: the style's own, from the data compiled in, under the style's colours and
// faces as custom properties, so that one sheet serves light and dark and styles derived from it.
#pragma once

#include <halfstar/style.h>

#include <string>
#include <string_view>

namespace halfstar::html {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// Contrast of two colours as WCAG 2.1 counts it, 1 to 21.
double contrast(Colour a, Colour b);

/// `colour` moved towards black or white, away from `ground`, until it can be read on it: a contrast of
/// 4.5 (WCAG AA). A colour that can be read already stays.
Colour readable_on(Colour colour, Colour ground);

/// "#rrggbb".
std::string css_colour(Colour colour);

/// A family's name as a CSS string that cannot end the string, the sheet or the style element.
std::string css_string(std::string_view text);

/// The sheet called `file` ("screen.css"): the first style's, and what the style has otherwise laid upon it.
std::string style_sheet(const Style& style, std::string_view file);

/// `:root` rules: --ink, --paper, --spot, --on-spot, --spot-words, light and dark; --text-face,
/// --display-face, --text-features.
std::string custom_properties(const Style& style);

/// A rule that sets the marked parts of charts apart in the style's spot colour, for sheets without custom
/// properties; empty where the spot colour is the ink.
std::string marked_rule(const Style& style);

} // namespace halfstar::html

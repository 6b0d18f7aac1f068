#include "backends/html/sheet.h"

#include "backends/html/markup.h"
#include "foundation/data/embedded.h"

#include <algorithm>
#include <cmath>

namespace halfstar::html {
namespace {

constexpr double readable = 4.5;
constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};
/// Not quite black and white, which glare at each other on a screen in the dark.
constexpr Colour night_paper{23, 20, 18};
constexpr Colour night_ink{235, 230, 221};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue); }

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, int percent) {
    return static_cast<std::uint8_t>(from + (to - from) * percent / 100);
}

/// The style's colour called `name`, else `otherwise`.
Colour colour_called(const Style& style, std::string_view name, Colour otherwise) {
    const auto found = std::find_if(style.colours.begin(), style.colours.end(),
                                    [&](const StyleColour& colour) { return colour.name == name; });
    return found == style.colours.end() ? otherwise : Colour{found->red, found->green, found->blue};
}

struct Palette {
    Colour ink, paper, spot;
};

Palette palette_of(const Style& style) {
    const Colour ink = style.colours.empty()
                           ? black
                           : Colour{style.colours[0].red, style.colours[0].green, style.colours[0].blue};
    return {ink, colour_called(style, "paper", white), colour_called(style, "spot", ink)};
}

std::string colour_rules(const Palette& palette) {
    const Colour on_spot = contrast(white, palette.spot) >= readable ? white : black;
    return "--ink:" + css_colour(palette.ink) + ";--paper:" + css_colour(palette.paper) +
           ";--spot:" + css_colour(palette.spot) + ";--on-spot:" + css_colour(on_spot) +
           ";--spot-words:" + css_colour(readable_on(palette.spot, palette.paper));
}

std::string features(const TextSpec& spec) {
    std::string list;
    for (const std::string& tag : spec.features)
        list += (list.empty() ? "" : ",") + css_string(tag);
    return list.empty() ? "normal" : list;
}

/// The text of a page as it is set there.
const TextSpec& text_on(const Style& style, const PageSpec& page) {
    for (const auto& [element, spec] : page.overrides)
        if (element == Element::text) return spec;
    return style.element(Element::text);
}

/// Hundredths with a point, of a length in the text's size; 0 where either is none.
std::string in_text_sizes(Length length, Length size) {
    if (size.to_points() <= 0) return "0";
    return decimal(std::llround(std::max(0.0, length.to_points()) / size.to_points() * 100));
}

/// One column of running text, within what can be read on a screen however wide the sheet is.
std::string measure_of(const PageSpec& page, Length size) {
    const int columns = std::max(page.columns, 1);
    const double whole = (page.trim.width - page.inner - page.outer - page.side - page.gutter).to_points();
    const double one = (whole - page.column_gap.to_points() * (columns - 1)) / columns;
    return in_text_sizes(Length::points(std::clamp(one, 26 * size.to_points(), 36 * size.to_points())), size);
}

/// Columns and leading of the page design of single reviews, in the size of its text: what that is to paper, the root's
/// size is to the screen.
std::string spacing(const Style& style) {
    if (style.pages.empty()) return {};
    const auto notes = std::find_if(style.pages.begin(), style.pages.end(), [](const PageSpec& page) { return page.name == "note-a4"; });
    const PageSpec& page = notes == style.pages.end() ? style.pages[0] : *notes;
    const TextSpec& text = text_on(style, page);
    std::string rules = ";--text-measure:" + measure_of(page, text.size) + "rem;--leading:" + in_text_sizes(text.leading, text.size);
    // Where paper has no side column, sheets keep their own.
    if (page.side > Length())
        rules += ";--side-column:" + in_text_sizes(page.side, text.size) + "rem;--column-gutter:" + in_text_sizes(page.gutter, text.size) + "rem";
    return rules;
}

} // namespace

double contrast(Colour a, Colour b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Colour readable_on(Colour colour, Colour ground) {
    const Colour end = contrast(white, ground) > contrast(black, ground) ? white : black;
    for (int percent = 0; percent < 100; ++percent) {
        const Colour now{mixed(colour.red, end.red, percent), mixed(colour.green, end.green, percent),
                         mixed(colour.blue, end.blue, percent)};
        if (contrast(now, ground) >= readable) return now;
    }
    return end;
}

std::string css_colour(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue})
        out += {digits[channel >> 4], digits[channel & 15]};
    return out;
}

std::string css_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' || byte == 0x7F) {
            out += {'\\', digits[byte >> 4], digits[byte & 15], ' '};
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string style_sheet(const Style& style, std::string_view file) {
    const std::string first = "styles/programme/" + std::string(file);
    const std::string own = "styles/" + style.name + "/" + std::string(file);
    std::string sheet(embedded_file(first).value_or(""));
    if (own != first) sheet += embedded_file(own).value_or("");
    return sheet;
}

std::string custom_properties(const Style& style) {
    const Palette day = palette_of(style);
    // A spot that is the ink itself turns with it.
    const Palette night{night_ink, night_paper, day.spot == day.ink ? night_ink : day.spot};
    const TextSpec& text = style.element(Element::text);
    const TextSpec& title = style.element(Element::title);
    return ":root{color-scheme:light dark;" + colour_rules(day) + ";\n--text-face:" + css_string(text.family) +
           ";--display-face:" + css_string(title.family) + ";--text-features:" + features(text) + spacing(style) +
           "}\n@media screen and (prefers-color-scheme:dark){:root{" + colour_rules(night) + "}}\n";
}

std::string marked_rule(const Style& style) {
    const Palette palette = palette_of(style);
    return palette.spot == palette.ink ? "" : ".chart .marked { fill: " + css_colour(palette.spot) + "; }\n";
}

} // namespace halfstar::html

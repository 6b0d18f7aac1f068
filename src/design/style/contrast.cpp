#include "design/style/contrast.h"

#include "design/style/inherit.h"
#include "design/style/schema.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

namespace halfstar {
namespace {

constexpr double least = 4.5, least_of_large = 3.0;
constexpr int bold = 700;
constexpr double light = 0.6; ///< luminance from which a colour can only be meant for a dark ground

const StyleColour white{"white", 255, 255, 255, {}};

double linear(std::uint8_t channel) {
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const StyleColour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// Large type is read with less: 18 pt, or 14 pt in bold.
double wanted(const TextSpec& spec) {
    const Length large = Length::points(spec.weight >= bold ? 14 : 18);
    return spec.size < large ? least : least_of_large;
}

std::string one_decimal(double number) {
    char text[16];
    // Rounded down, so that what is too little is never shown as enough.
    std::snprintf(text, sizeof text, "%.1f", std::floor(number * 10) / 10);
    return text;
}

/// Where the colour is given: its own place, or the style's.
Span place_of(const Value& value, const std::string& colour) {
    const Value* colours = value.find("colours");
    const Value* own = colours == nullptr ? nullptr : colours->find(colour);
    return own == nullptr ? Span{} : own->span;
}

/// An element that needs more contrast than its colour has.
struct Faint {
    std::size_t element = 0;
    double wanted = 0;
};

} // namespace

double contrast(const StyleColour& a, const StyleColour& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)}); // a list: of values, not of references to them
    return (light + 0.05) / (dark + 0.05);
}

void check_contrast(const Style& style, const Value& value, Diagnostics& diagnostics) {
    const std::vector<std::string> names = element_names();
    for (std::size_t i = 0; i < style.colours.size(); ++i) {
        const StyleColour& colour = style.colours[i];
        const double ratio = contrast(colour, luminance(colour) > light ? style.colours.front() : white);
        std::optional<Faint> worst;
        for (std::size_t element = 0; element < style.elements.size(); ++element) {
            const TextSpec& spec = style.elements[element];
            const double needed = wanted(spec);
            if (spec.colour == i && ratio < needed && (!worst || needed > worst->wanted)) worst = Faint{element, needed};
        }
        if (!worst) continue;
        diagnostics.report(Code::low_contrast, place_of(value, colour.name),
                           {colour.name, one_decimal(ratio), names[worst->element], one_decimal(worst->wanted)});
    }
}

} // namespace halfstar

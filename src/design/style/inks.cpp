#include "design/style/inks.h"

#include "design/style/load.h"
#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar {

std::vector<Paint> colours_of_ink(const Style& style, std::string_view ink) {
    const std::string wanted = ascii_lower(ink);
    std::vector<Paint> paints;
    for (std::size_t i = 0; i < style.colours.size(); ++i) {
        const std::string key = ascii_lower(style.colours[i].name), spot = ascii_lower(style.colours[i].spot);
        const auto words = split(spot, ' ');
        if (key == wanted || spot == wanted || std::find(words.begin(), words.end(), wanted) != words.end())
            paints.push_back(paint_of(style, i));
    }
    return paints;
}

std::vector<std::string> ink_names(const Style& style) {
    std::vector<std::string> names;
    for (const StyleColour& colour : style.colours) names.push_back(colour.spot.empty() ? colour.name : colour.spot);
    return names;
}

} // namespace halfstar

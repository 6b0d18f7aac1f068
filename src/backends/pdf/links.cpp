#include "backends/pdf/navigation.h"
#include "backends/pdf/trees.h"
#include "foundation/base/urls.h"

#include <memory>

namespace halfstar::pdf {

std::string destination(ObjectNumber page, const PageFacts& facts, std::optional<Length> x, Length y) {
    return '[' + reference(page) + " /XYZ " + (x ? number(facts.left() + *x) : "null") + ' ' + number(facts.top() - y) + " null]";
}

std::string ascii_address(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string address;
    for (const char c : url) {
        if (c > ' ' && c < 0x7F) {
            address += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            address += '%';
            address += digits[byte >> 4];
            address += digits[byte & 15];
        }
    }
    return address;
}

Body link_annotation(const PlacedLink& link, const Survey& survey, std::optional<std::size_t> parent_key) {
    const LinkArea& area = link.area;
    const Length left = survey.pages[link.page].left(), top = survey.pages[link.page].top();
    std::string text = "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + number(left + area.rect.x) + ' ' +
                       number(top - area.rect.bottom()) + ' ' + number(left + area.rect.right()) + ' ' +
                       number(top - area.rect.y) + "] ";
    const std::string& target = area.url.empty() ? area.anchor : area.url;
    text += "/Contents " + text_string(area.description.empty() ? target : area.description) + ' ';
    if (parent_key) {
        text += "/StructParent " + std::to_string(*parent_key) + ' ';
    }
    if (area.url.empty())
        text += "/Dest " + byte_string(area.anchor);
    else if (is_published_scheme(scheme_of(area.url).value_or("")))
        text += "/A << /S /URI /URI " + byte_string(ascii_address(area.url)) + " >>";
    return {text, std::nullopt};
}

ObjectNumber add_destinations(PdfDocument& document, const Survey& survey, const std::vector<ObjectNumber>& pages) {
    if (survey.anchors.empty()) {
        return 0;
    }
    using Named = std::map<std::string, PlacedAnchor>::value_type;
    auto anchors = std::make_shared<std::vector<const Named*>>();
    for (const Named& anchor : survey.anchors) {
        anchors->push_back(&anchor);
    }
    const auto key = [anchors](std::size_t i) { return byte_string((*anchors)[i]->first); };
    const auto value = [anchors, &survey, &pages](std::size_t i) {
        const PlacedAnchor& anchor = (*anchors)[i]->second;
        return destination(pages[anchor.page], survey.pages[anchor.page], anchor.at.x, anchor.at.y);
    };
    return add_tree(document, TreeKind::names, {anchors->size(), key, value});
}

} // namespace halfstar::pdf

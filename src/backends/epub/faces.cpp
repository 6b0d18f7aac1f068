#include "backends/epub/faces.h"

#include "backends/epub/navigation.h"
#include "backends/html/sheet.h"
#include "design/fonts/face.h"
#include "design/fonts/subset.h"
#include "foundation/base/utf8.h"

#include <halfstar/style.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace halfstar::epub {
namespace {

/// What the sheets of ebooks ask of a face beside what the style does.
constexpr const char* features_of_sheets[] = {"smcp", "c2sc"};

/// OS/2's fsType: a face whose licence restricts it, or that may only go in as pictures, stays out.
bool may_be_embedded(const Face& face) {
    constexpr std::size_t at = 8;
    const std::string_view table = face.table("OS/2");
    if (table.size() < at + 2) return true;
    const int rights = static_cast<unsigned char>(table[at]) << 8 | static_cast<unsigned char>(table[at + 1]);
    constexpr int usage = 0x000E, restricted = 0x0002, bitmaps_only = 0x0200;
    return (rights & usage) != restricted && (rights & bitmaps_only) == 0;
}

std::string family_rule(const std::string& selector, const TextSpec& spec) {
    return selector + " { font-family: " + html::css_string(spec.family) + ", serif; }\n";
}

} // namespace

BookFonts::BookFonts(const Job& job) {
    for (const BookFace& face : job.faces) {
        if (face.face == nullptr || !may_be_embedded(*face.face) || face.face->outline_kind() == OutlineKind::bitmap) continue;
        const std::string kind = face.face->outline_kind() == OutlineKind::cff ? "otf" : "ttf";
        BookFont font;
        font.face = &face;
        font.id = "font-" + std::to_string(all_.size() + 1);
        font.href = "fonts/" + std::string(face.face->postscript_name()) + "." + kind;
        font.media_type = "font/" + kind;
        all_.push_back(std::move(font));
    }
}

std::u32string BookFonts::characters_of(std::string_view text) const {
    if (all_.empty()) return {};
    std::u32string characters = utf8::to_utf32(text);
    std::sort(characters.begin(), characters.end());
    characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
    return characters;
}

void BookFonts::take_characters(std::u32string_view characters) {
    std::u32string joined;
    std::set_union(characters_.begin(), characters_.end(), characters.begin(), characters.end(), std::back_inserter(joined));
    characters_ = std::move(joined);
}

std::string BookFonts::rules(const Style& style) const {
    if (all_.empty()) return {};
    std::string rules;
    for (const BookFont& font : all_)
        rules += "@font-face { font-family: " + html::css_string(font.face->family) + "; src: url(" + html::css_string(font.href) +
                 "); font-weight: " + std::to_string(font.face->weight) + "; font-style: " + (font.face->italic ? "italic" : "normal") +
                 "; }\n";
    return rules + family_rule("body", style.element(Element::text)) + family_rule("h1", style.element(Element::title));
}

Result<std::string> BookFonts::bytes(const BookFont& font, const Style& style) const {
    std::vector<std::string> features = style.element(Element::text).features;
    features.insert(features.end(), std::begin(features_of_sheets), std::end(features_of_sheets));
    return subset_for_web(*font.face->face, characters_, features);
}

std::string write_display_options() {
    pugi::xml_document document;
    pugi::xml_node platform = document.append_child("display_options").append_child("platform");
    set(platform, "name", "*");
    set(child(platform, "option", "true"), "name", "specified-fonts");
    return serialise(document);
}

} // namespace halfstar::epub

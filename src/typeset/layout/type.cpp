#include "typeset/layout/type.h"

#include "design/style/load.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

void add_feature(TextFont& font, std::string_view tag) {
    if (std::find(font.features.begin(), font.features.end(), tag) == font.features.end())
        font.features.emplace_back(tag);
}

void drop_feature(TextFont& font, std::string_view tag) {
    font.features.erase(std::remove(font.features.begin(), font.features.end(), tag), font.features.end());
}

constexpr double small_size = 0.85;
constexpr double script_size = 0.66;

} // namespace

FaceIndex FaceTable::index(const Face* face) {
    const auto found = indices_.find(face);
    if (found != indices_.end()) return found->second;
    const auto index = static_cast<FaceIndex>(faces_.size());
    faces_.push_back(face);
    indices_.emplace(face, index);
    return index;
}

TypeCase::TypeCase(const Style& style, const PageSpec& page, const FontBook& fonts, Diagnostics& diagnostics)
    : style_(style), page_(page), fonts_(fonts), diagnostics_(diagnostics) {}

const TextSpec& TypeCase::spec(Element element) const { return element_on(style_, page_, element); }

const Face* TypeCase::face(const std::string& family, int weight, bool italic) const {
    return fonts_.find(family, weight, italic, diagnostics_);
}

void TypeCase::apply_case(Type& type) const {
    const bool real = type.font.face != nullptr && type.font.face->has_feature("smcp");
    if (!real) return;
    if (type.letter_case == LetterCase::small_caps || type.letter_case == LetterCase::all_small_caps)
        add_feature(type.font, "smcp");
    if (type.letter_case == LetterCase::all_small_caps) add_feature(type.font, "c2sc");
}

Type TypeCase::type(Element element, std::string_view language) const {
    const TextSpec& from = spec(element);
    Type type;
    type.family = from.family;
    type.font.face = face(from.family, from.weight, from.italic);
    type.font.size = from.size;
    type.font.tracking = from.tracking;
    type.font.features = from.features;
    type.font.language = std::string(language);
    type.font.weight = from.weight;
    type.font.italic = from.italic;
    type.paint = paint_of(style_, from.colour);
    type.letter_case = from.letter_case;
    apply_case(type);
    return type;
}

Type TypeCase::styled(Type type, TextStyle style) const {
    const auto reface = [&] { type.font.face = face(type.family, type.font.weight, type.font.italic); };
    const auto script = [&](double rise) {
        type.raise += type.font.size.scaled(rise);
        type.font.size = type.font.size.scaled(script_size);
    };
    switch (style) {
    case TextStyle::emphasis:
    case TextStyle::cite:
    case TextStyle::idiom:
        type.font.italic = !type.font.italic;
        reface();
        break;
    case TextStyle::strong:
    case TextStyle::bold:
        type.font.weight = type.font.weight >= 700 ? 900 : 700;
        reface();
        break;
    case TextStyle::underline: type.strokes |= static_cast<std::uint8_t>(Stroke::under); break;
    case TextStyle::strike: type.strokes |= static_cast<std::uint8_t>(Stroke::through); break;
    case TextStyle::highlight: type.strokes |= static_cast<std::uint8_t>(Stroke::marked); break;
    case TextStyle::small: type.font.size = type.font.size.scaled(small_size); break;
    case TextStyle::superscript: script(0.34); break;
    case TextStyle::subscript: script(-0.14); break;
    case TextStyle::keyboard: return code(type);
    case TextStyle::quotation: break;
    }
    return type;
}

Type TypeCase::code(const Type& type) const {
    const TextSpec& code = spec(Element::code);
    const double share = code.size.to_points() / std::max(1.0, spec(Element::text).size.to_points());
    Type out = type;
    out.family = code.family;
    out.font.face = face(code.family, type.font.weight, type.font.italic);
    out.font.size = type.font.size.scaled(share);
    out.font.features = code.features;
    out.font.tracking = code.tracking;
    out.letter_case = LetterCase::as_written;
    return out;
}

Type TypeCase::small_caps(Type type, int tracking) const {
    type.letter_case = LetterCase::small_caps;
    type.font.tracking = tracking;
    drop_feature(type.font, "c2sc");
    apply_case(type);
    return type;
}

Type TypeCase::resized(Type type, Length size) {
    type.font.size = size;
    return type;
}

Paint TypeCase::accent() const {
    for (std::size_t i = 0; i < style_.colours.size(); ++i)
        if (!style_.colours[i].spot.empty()) return paint_of(style_, i);
    return paint_of(style_, 0);
}

} // namespace halfstar::layout

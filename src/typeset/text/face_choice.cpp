#include "typeset/text/face_choice.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <cstring>

namespace halfstar {

namespace {

constexpr char32_t emoji_selector = 0xFE0F, text_selector = 0xFE0E, keycap = 0x20E3;
/// A face that draws emoji has this one.
constexpr char32_t plain_emoji = 0x1F600;

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_tag(char32_t c) { return c >= 0xE0000 && c <= 0xE007F; }

/// Spaces that HarfBuzz makes from U+0020 in a face without them (its table of fallback spaces).
bool is_fixed_space(char32_t c) { return (c >= 0x2000 && c <= 0x200A) || c == 0x00A0 || c == 0x202F || c == 0x205F; }

bool needs_no_glyph(char32_t c) { return unicode::is_ignorable(c) || is_tag(c); }

bool has(const Face& face, char32_t c) {
    if (needs_no_glyph(c) || face.glyph(c) != 0) return true;
    if (is_fixed_space(c)) return face.glyph(U' ') != 0;
    return c == 0x2011 && face.glyph(0x2010) != 0; // the hyphen that does not break
}

bool has_all(const Face& face, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (!has(face, decoded.code_point)) return false;
        at += decoded.length;
    }
    return true;
}

/// HarfBuzz composes where the face has the composed letter.
bool covers(const Face& face, std::string_view cluster) {
    if (has_all(face, cluster)) return true;
    return cluster.size() > 2 && has_all(face, unicode::normalise_nfc(cluster));
}

/// Whether a reader's character is to be drawn as a picture (UTS 51).
bool is_emoji(std::string_view cluster) {
    if (cluster.size() == 1) return false;
    bool selected = false;
    for (std::size_t at = 0; at < cluster.size();) {
        const utf8::Decoded decoded = utf8::decode(cluster, at);
        const char32_t c = decoded.code_point;
        if (c == text_selector) return false;
        selected |= c == emoji_selector || c == keycap || (is_skin_tone(c) && at > 0);
        at += decoded.length;
    }
    const char32_t base = utf8::decode(cluster, 0).code_point;
    return selected || is_flag_letter(base) || unicode::category(base) == unicode::Category::emoji;
}

/// Printable ASCII with a letter in it: one character a byte, all of it in Latin script, as what is common joins its neighbours.
bool is_plain_latin(std::string_view word) {
    const auto printable = [](char c) { return c > ' ' && c < 0x7F; };
    const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    return std::all_of(word.begin(), word.end(), printable) && std::any_of(word.begin(), word.end(), letter);
}

bool is_one_of(std::string_view script, std::initializer_list<std::string_view> scripts) {
    return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

} // namespace

FaceChoice::FaceChoice(const FontBook& fonts, std::vector<std::string> families)
    : fonts_(fonts), families_(std::move(families)) {}

const Face* FaceChoice::fallback(char32_t code_point, const TextFont& font) {
    const Lacking lacking{code_point, font.language, font.weight, font.italic};
    const auto found = known_.find(lacking);
    if (found != known_.end()) return found->second;
    const Face* face = fonts_.fallback(code_point, font.language, font.weight, font.italic, families_);
    return known_.emplace(lacking, face).first->second;
}

// Of the faces that have one of its characters, the first that has them all; else the base's.
const Face* FaceChoice::fallback_for(std::string_view cluster, const TextFont& font, bool emoji) {
    if (emoji) {
        const Face* face = fallback(plain_emoji, font);
        if (face != nullptr && face->glyph(utf8::decode(cluster, 0).code_point) != 0) return face;
    }
    const Face* of_base = nullptr;
    for (std::size_t at = 0; at < cluster.size();) {
        const utf8::Decoded decoded = utf8::decode(cluster, at);
        at += decoded.length;
        if (needs_no_glyph(decoded.code_point)) continue;
        const Face* face = fallback(decoded.code_point, font);
        if (face != nullptr && covers(*face, cluster)) return face;
        if (of_base == nullptr) of_base = face;
    }
    return of_base;
}

const Face* FaceChoice::face_for(std::string_view cluster, const TextFont& font) {
    const bool emoji = is_emoji(cluster);
    if (!emoji && covers(*font.face, cluster)) return font.face;
    const Face* face = fallback_for(cluster, font, emoji);
    return face != nullptr ? face : font.face;
}

std::vector<FaceStretch> FaceChoice::stretches(std::string_view word, const TextFont& font) {
    std::vector<FaceStretch> result;
    if (word.empty()) return result;
    if (is_plain_latin(word) && has_all(*font.face, word)) return {{0, static_cast<std::uint32_t>(word.size()), font.face, "Latn"}};
    const std::vector<unicode::ScriptRun> scripts = unicode::script_runs(word);
    const std::vector<std::uint32_t> bounds = unicode::grapheme_boundaries(word);
    std::size_t script = 0;
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        const std::uint32_t begin = bounds[i], end = bounds[i + 1];
        while (script + 1 < scripts.size() && scripts[script].end <= begin) ++script;
        const char* tag = scripts.empty() ? "Zyyy" : scripts[script].tag;
        const Face* face = face_for(word.substr(begin, end - begin), font);
        const bool joins = !result.empty() && result.back().face == face && std::strcmp(result.back().tag, tag) == 0;
        if (!joins) {
            FaceStretch stretch{begin, end, face, {}};
            std::memcpy(stretch.tag, tag, sizeof stretch.tag);
            result.push_back(stretch);
        }
        result.back().end = end;
    }
    return result;
}

Length fallback_size(const Face& face, std::string_view script, const TextFont& font) {
    if (&face == font.face || face.outline_kind() == OutlineKind::bitmap) return font.size;
    if (is_one_of(script, {"Arab", "Syrc", "Thaa", "Nkoo", "Zsye"})) return font.size;
    if (is_one_of(script, {"Hani", "Hira", "Kana", "Hang", "Bopo", "Yiii", "Jpan", "Kore", "Hans", "Hant"}))
        return Length{(font.size.units * 92 + 50) / 100};
    const FaceMetrics& own = font.face->metrics();
    const FaceMetrics& other = face.metrics();
    const bool capitals = is_one_of(script, {"Latn", "Grek", "Cyrl", "Armn", "Copt", "Glag", "Cher", "Osge", "Adlm"});
    const std::int64_t own_height = capitals ? own.x_height : own.cap_height;
    const std::int64_t other_height = capitals ? other.x_height : other.cap_height;
    if (own_height <= 0 || other_height <= 0) return font.size;
    const std::int64_t over = own_height * other.units_per_em, under = other_height * own.units_per_em;
    const std::int64_t scaled = (font.size.units * over + under / 2) / under;
    return Length{std::clamp(scaled, font.size.units * 3 / 4, font.size.units * 5 / 4)};
}

} // namespace halfstar

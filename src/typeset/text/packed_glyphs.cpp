#include "typeset/text/packed_glyphs.h"

#include <array>

namespace halfstar {

namespace {

constexpr std::size_t longest_glyph = 6 * longest_varint; ///< bytes

char* put_glyph(char* at, const Glyph& glyph, GlyphPlace& place) {
    const bool at_pen = glyph.x == place.pen;
    const bool plain = glyph.y.units == 0 && glyph.text_begin == place.byte && glyph.text_end == place.byte + 1;
    at = put_varint(at, std::uint64_t{glyph.id} << glyph_note_bits | (at_pen ? glyph_follows : 0) | (plain ? glyph_is_plain : 0));
    at = put_signed_varint(at, glyph.advance.units);
    if (!at_pen) at = put_signed_varint(at, glyph.x.units - place.pen.units);
    if (!plain) {
        at = put_signed_varint(at, glyph.y.units);
        at = put_varint(at, glyph.text_begin);
        at = put_varint(at, glyph.text_end);
    }
    place.pass(glyph);
    return at;
}

} // namespace

/// Many at a time.
void append_glyphs(std::string& bytes, std::span<const Glyph> glyphs) {
    std::array<char, 16 * longest_glyph> some;
    char* at = some.data();
    GlyphPlace place;
    for (const Glyph& glyph : glyphs) {
        if (some.data() + some.size() - at < static_cast<std::ptrdiff_t>(longest_glyph)) {
            bytes.append(some.data(), at);
            at = some.data();
        }
        at = put_glyph(at, glyph, place);
    }
    bytes.append(some.data(), at);
}

PackedGlyphs::PackedGlyphs(std::span<const Glyph> glyphs) {
    append_glyphs(bytes_, glyphs);
    bytes_.shrink_to_fit();
}

std::vector<Glyph> PackedGlyphs::all() const {
    std::vector<Glyph> glyphs;
    for (const Glyph& glyph : *this) glyphs.push_back(glyph);
    return glyphs;
}

} // namespace halfstar

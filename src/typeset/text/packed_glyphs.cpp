#include "typeset/text/packed_glyphs.h"

namespace halfstar {

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

PackedGlyphs::PackedGlyphs(std::span<const Glyph> glyphs) {
    GlyphPlace place;
    for (const Glyph& glyph : glyphs) {
        char all[longest_glyph];
        bytes_.append(all, static_cast<std::size_t>(put_glyph(all, glyph, place) - all));
    }
    bytes_.shrink_to_fit();
}

std::vector<Glyph> PackedGlyphs::all() const {
    std::vector<Glyph> glyphs;
    for (const Glyph& glyph : *this) glyphs.push_back(glyph);
    return glyphs;
}

} // namespace halfstar

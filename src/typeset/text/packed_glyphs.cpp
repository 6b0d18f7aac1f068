#include "typeset/text/packed_glyphs.h"

namespace halfstar {

namespace {

constexpr std::size_t longest_glyph = 6 * longest_varint; ///< bytes

} // namespace

void append_glyph(std::string& bytes, const Glyph& glyph, GlyphPlace& place) {
    const bool at_pen = glyph.x == place.pen;
    const bool plain = glyph.y.units == 0 && glyph.text_begin == place.byte && glyph.text_end == place.byte + 1;
    char all[longest_glyph];
    char* at = put_varint(all, std::uint64_t{glyph.id} << glyph_note_bits | (at_pen ? glyph_follows : 0) | (plain ? glyph_is_plain : 0));
    at = put_signed_varint(at, glyph.advance.units);
    if (!at_pen) at = put_signed_varint(at, glyph.x.units - place.pen.units);
    if (!plain) {
        at = put_signed_varint(at, glyph.y.units);
        at = put_varint(at, glyph.text_begin);
        at = put_varint(at, glyph.text_end);
    }
    bytes.append(all, static_cast<std::size_t>(at - all));
    place.pass(glyph);
}

PackedGlyphs::PackedGlyphs(std::span<const Glyph> glyphs) {
    GlyphPlace place;
    for (const Glyph& glyph : glyphs) append_glyph(bytes_, glyph, place);
    bytes_.shrink_to_fit();
}

std::vector<Glyph> PackedGlyphs::all() const {
    std::vector<Glyph> glyphs;
    for (const Glyph& glyph : *this) glyphs.push_back(glyph);
    return glyphs;
}

} // namespace halfstar

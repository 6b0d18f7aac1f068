#include "typeset/text/packed_glyphs.h"

namespace halfstar {

namespace {

/// What is said of a glyph beside its number.
constexpr std::uint64_t follows = 1, is_plain = 2;
constexpr int glyph_bits = 2;

} // namespace

char* put_glyph(char* at, const Glyph& glyph, GlyphPlace& place) {
    const bool at_pen = glyph.x == place.pen;
    const bool plain = glyph.y.units == 0 && glyph.text_begin == place.byte && glyph.text_end == place.byte + 1;
    at = put_varint(at, std::uint64_t{glyph.id} << glyph_bits | (at_pen ? follows : 0) | (plain ? is_plain : 0));
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

Glyph glyph_from(VarintReader& in, GlyphPlace& place) {
    Glyph glyph;
    const std::uint64_t id = in.number();
    glyph.id = static_cast<std::uint32_t>(id >> glyph_bits);
    glyph.advance = {in.signed_number()};
    glyph.x = place.pen;
    if ((id & follows) == 0) glyph.x += Length{in.signed_number()};
    if ((id & is_plain) != 0) {
        glyph.text_begin = place.byte;
        glyph.text_end = place.byte + 1;
    } else {
        glyph.y = {in.signed_number()};
        glyph.text_begin = static_cast<std::uint32_t>(in.number());
        glyph.text_end = static_cast<std::uint32_t>(in.number());
    }
    place.pass(glyph);
    return glyph;
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

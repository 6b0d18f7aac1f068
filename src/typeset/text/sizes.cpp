#include "typeset/text/sizes.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace halfstar {
namespace {

/// To the nearest whole number, halves away from zero.
std::int64_t quotient(std::int64_t product, std::int64_t by) {
    return (product >= 0 ? product + by / 2 : product - by / 2) / by;
}

/// The font units that are `length` at a size: exact, as a unit is more than one unit of Length.
std::int64_t units_of(Length length, Length size, int units_per_em) { return quotient(length.units * units_per_em, size.units); }

} // namespace

Length at_size(std::int64_t units, Length size, int units_per_em) {
    return Length{quotient(units * size.units, std::max(units_per_em, 1))};
}

bool differ_in_size_alone(const TextFont& font, const TextFont& other) {
    const auto look = [](const TextFont& f) { return std::tie(f.face, f.tracking, f.weight, f.italic, f.language, f.features); };
    return font.size != other.size && look(font) == look(other);
}

std::optional<ShapedWord> resized(const ShapedWord& word, const TextFont& from, const TextFont& to) {
    if (from.tracking != 0 || !word.missing.empty() || word.runs.size() != 1) return std::nullopt;
    const int em = from.face->metrics().units_per_em;
    const ShapedRun& run = word.runs.front();
    if (run.face != from.face || from.size.units <= em) return std::nullopt;
    const auto resize = [&](Length length) { return at_size(units_of(length, from.size, em), to.size, em); };
    ShapedWord other = word;
    ShapedRun& changed = other.runs.front();
    changed.size = to.size;
    changed.width = other.width = resize(run.width);
    std::vector<Glyph> glyphs = run.glyphs.all();
    for (Glyph& glyph : glyphs) {
        glyph.x = resize(glyph.x);
        glyph.y = resize(glyph.y);
        glyph.advance = resize(glyph.advance);
    }
    changed.glyphs = PackedGlyphs(glyphs);
    return other;
}

} // namespace halfstar

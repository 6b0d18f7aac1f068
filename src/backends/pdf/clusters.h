// What each glyph of a run says to those who copy, search or listen. One glyph for a cluster of text says
// that text. Where several glyphs share a cluster each says its own character; if that does not give the
// cluster's text, or text has no glyph, or a mark is placed above or below a letter, the whole word stands
// beside its glyphs as replacement text. Runs from right to left stand in the file as they are seen, which
// is what readers expect to turn around; in the structure they are replaced by their text as it is read.
#pragma once

#include <halfstar/pages.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::pdf {

/// Glyphs [first, end) of a run, in visual order.
struct Cluster {
    std::uint32_t first = 0, end = 0;
    std::string_view text;              ///< of the cluster as a whole
    std::vector<std::string> per_glyph; ///< of more than one glyph; the one says `text`
    bool has_marks = false;             ///< glyphs that stand above or below another
};

/// What glyph `index` of the run says, in its cluster.
std::string_view text_of(const Cluster& cluster, std::uint32_t index);

enum class Speech : std::uint8_t {
    by_glyphs,    ///< the glyphs say the text
    in_structure, ///< the structure says it; readers of the page alone get it from the glyphs
    replaced,     ///< both structure and page say it beside the glyphs
};

/// A stretch of a run that says its text in one way.
struct Piece {
    Speech speech = Speech::by_glyphs;
    std::string_view text;
    std::vector<Cluster> clusters; ///< none: each glyph of the run is one by itself, as in nearly all runs
};

/// The bytes that a glyph shows. In the run.
std::string_view shown_by(const GlyphRun& run, const Glyph& glyph);

/// The pieces from the left, none of a run without glyphs. Views are into the run, which must outlive them.
std::vector<Piece> pieces_of(const GlyphRun& run, const Face& face);

} // namespace halfstar::pdf

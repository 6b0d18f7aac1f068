// What each glyph of a run says to those who copy, search or listen. One glyph for a cluster of text says
// that text; where several glyphs share a cluster, or text has no glyph, the words stand beside them as
// /ActualText, and each glyph says the nearest thing that is true of it alone.
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
    bool replaced = false;              ///< needs /ActualText
    std::vector<std::string> per_glyph; ///< only when replaced and of more than one glyph; else each says `text`
};

/// The clusters from the left. Views are into the run, which must outlive them. Where the run's text is
/// not said in full by its clusters the whole run is one replaced cluster.
std::vector<Cluster> clusters_of(const GlyphRun& run, const Face& face);

/// What glyph `index` of the run says, in its cluster.
std::string_view text_of(const Cluster& cluster, std::uint32_t index);

} // namespace halfstar::pdf

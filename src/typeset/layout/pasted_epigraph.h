// An epigraph on strips, a line on each, as it is pasted on the poster or below the head of a review. Its source is on a
// smaller strip behind the last.
#pragma once

#include "typeset/layout/opener.h"

#include <optional>

namespace halfstar::layout {

/// Composed, but nowhere yet.
struct PastedEpigraph {
    Composed words;
    std::optional<Composed> source;
    Length step; ///< from strip to strip

    /// From the first baseline to the last.
    Length height() const;
};

/// The epigraph of the desk's piece, which has one, in lines that leave their strips room in `width`.
PastedEpigraph compose_pasted_epigraph(Desk& desk, StructureId parent, Length width);
/// Puts it on strips: their left ends at `at.x` or a little behind it, the first baseline at `at.y`.
void paste_epigraph(Desk& desk, Strip& strip, const PastedEpigraph& epigraph, Point at, Length width);

} // namespace halfstar::layout

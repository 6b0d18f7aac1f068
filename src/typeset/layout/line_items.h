// A line of a broken paragraph as items: the slack shared out between spaces and letters, runs in their
// visual places, rules under and through words, and the areas of links.
#pragma once

#include "typeset/layout/measured_text.h"

#include <halfstar/pages.h>

#include <vector>

namespace halfstar::layout {

/// Where the line stands and what its runs belong to.
struct LinePlace {
    Point left;    ///< left end of the measure, on the baseline
    Length width;  ///< of the measure
    Setting setting = Setting::justified; ///< ragged keeps to where reading starts, ranged_right to where it ends
    Visibility visibility = Visibility::visible;
    Length line_height; ///< of pictures in the line
    const std::vector<StructureId>* leaves = nullptr; ///< of the text's slots; null: an artifact
    const std::vector<std::uint32_t>* first_references = nullptr; ///< notes whose way back leads here
    std::uint32_t piece = 0, ordinal = 0, offset = 0;
    std::uint32_t first_picture = 0; ///< where the piece's pictures begin in the document
    Length hairline; ///< thickness of rules with words
    Paint accent;    ///< of marked words
};

/// What the items say of themselves when they are done.
struct LineEnd {
    Length left, right; ///< ink edges of the words, without a space at the end
    Length overfull;    ///< how far they exceed the measure
};

/// Appends the line's items in reading order.
LineEnd set_line(const MeasuredText& text, const breaking::Line& line, const LinePlace& place, const LineSpec& spec,
                 const Tools& tools, FaceTable& faces, std::vector<Item>& items);

/// Name of the anchor at a note, and at its first reference.
std::string note_anchor(std::uint32_t piece, std::uint32_t note);
std::string reference_anchor(std::uint32_t piece, std::uint32_t note);

} // namespace halfstar::layout

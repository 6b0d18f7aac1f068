// The credits at the foot of a review: under a rule, a row for each trade, its label in small caps and then the
// names, those of a cast with the parts that they play. On the axis they are a sentence for each film.
#pragma once

#include "typeset/layout/blocks.h"

#include <string>
#include <vector>

namespace halfstar::layout {

/// Adds the credits of the piece's films at the galley's end, but for the directors, whom the opener names.
/// Nothing where no film has any.
void set_credits(Desk& desk, Galley& galley, const Surroundings& around);
/// The same for pages with a centred axis: labels in italics, names behind them, parted by semicolons.
void set_centred_credits(Desk& desk, Galley& galley, const Surroundings& around);

/// A label, and the credits under it.
struct CreditRow {
    std::string label;
    std::vector<const Credit*> credits;
};
/// The trades of a film in their order, but for the directors.
std::vector<CreditRow> credit_rows(const Desk& desk, const Work& work);
/// Whether a line may end between a name and the part played.
enum class PartPlayed : std::uint8_t { loose, bound };
/// Names that are not parted, each with the part played.
void add_names(RichTextWriter& writer, const std::vector<const Credit*>& credits, const Type& upright,
               const Type& slanted, PartPlayed part);

} // namespace halfstar::layout

// The credits at the foot of a review: under a rule, a row for each trade, its label in small caps and then the
// names, those of a cast with the parts that they play.
#pragma once

#include "typeset/layout/blocks.h"

namespace halfstar::layout {

/// Adds the credits of the piece's films at the galley's end, but for the directors, whom the opener names.
/// Nothing where no film has any.
void set_credits(Desk& desk, Galley& galley, const Surroundings& around);

} // namespace halfstar::layout

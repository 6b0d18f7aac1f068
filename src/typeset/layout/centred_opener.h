// The head of a piece on pages whose axis is the middle of the measure: everything in the text column, one below
// the other, parted by half rows and a short rule alone.
#pragma once

#include "typeset/layout/opener.h"

namespace halfstar::layout {

/// Sets the opener; its elements become children of `parent` in reading order.
Opener set_centred_opener(Desk& desk, StructureId parent);

/// The short rule in the middle of a column, `y` its own middle.
Item short_rule(const Desk& desk, const Column& column, Length y);

} // namespace halfstar::layout

// Which of two numbers is the day, in dates such as 03/04/2019: told by the other dates of the folder.
#pragma once

#include "compose/scale_inference.h"

#include <halfstar/diagnostics.h>

namespace halfstar {

/// Dates of the folder that may be read either way are read as those that may not; without such, or with as many of
/// either order, the day stands first, and that is reported once (Code::ambiguous_date).
void settle_date_order(const RatedFolder& folder, Diagnostics& diagnostics);

} // namespace halfstar

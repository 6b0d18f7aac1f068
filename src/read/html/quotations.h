// The line under a quotation that says whose words they are.
#pragma once

#include <halfstar/document.h>

namespace halfstar::soup {

/// Moves the quotation's last paragraph, or the last line of it, to Quote::source when it begins with a
/// dash (`—`, `–`, `--`). Dialogue, whose first line begins with a dash too, stays as it is, and so does a
/// quotation of one line.
void take_attribution(Quote& quote);

/// The inlines without a dash (and the space behind it) at their head.
Inlines without_dash(Inlines inlines);

} // namespace halfstar::soup

// The line under a quotation that says whose words they are.
#pragma once

#include "read/html/tokens.h"

#include <halfstar/document.h>

namespace halfstar::soup {

/// Whether a class says that an element holds a pull quote: `pullquote`, `pull-quote`, `wp-block-pullquote`.
bool names_pull_quote(const Attributes& attributes);

/// Makes it a pull quote; a quotation that it holds and nothing else is that pull quote.
void pull(Quote& quote);

/// Moves the quotation's last paragraph, or the last line of it, to Quote::source when it begins with a
/// dash (`—`, `–`, `--`). Dialogue, whose first line begins with a dash too, stays as it is, and so does a
/// quotation of one line.
void take_attribution(Quote& quote);

/// The inlines without a dash (and the space behind it) at their head.
Inlines without_dash(Inlines inlines);

} // namespace halfstar::soup

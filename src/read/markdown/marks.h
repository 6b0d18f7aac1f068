// The marks that CommonMark does not know: `[^label]`, `^[a note in the line]`, `~~struck out~~`. They are
// read from the words that cmark left as words, among the children of one element, so they never cross
// emphasis, links or code; what was escaped is no mark.
#pragma once

#include "read/html/soup.h"

namespace halfstar::markdown {

void read_marks(soup::Soup& soup);

} // namespace halfstar::markdown

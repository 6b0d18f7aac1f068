// The date that many reviews have on a line of its own below the title: `*12 March 2019*`, `Posted on March 12, 2019 by
// Ada Quill`, `By Ada Quill | 12.03.2019`.
#pragma once

#include "read/facts.h"

#include <halfstar/document.h>

#include <optional>

namespace halfstar::reading {

/// Takes the line that `body` begins with when it is a day of the calendar and nothing else beside a weekday, a word
/// such as "Posted on" and a byline; of `Los Angeles | 12 March 2019` the other words stay. It stays where it is when the piece has a date (`known`: that of the file's name)
/// that is another.
void take_date_line(Blocks& body, Facts& facts, const std::optional<Date>& known);

} // namespace halfstar::reading

// A day as pages show it: its number large, its month and year beside it.
#pragma once

#include "backends/html/dress.h"
#include "backends/html/markup.h"

#include <halfstar/piece.h>

namespace halfstar::html {

/// In `paragraph`, as the element `time`, which is told the day for machines.
void write_day(Markup& out, const Tag& paragraph, Tag time, const Dress& dress, const Date& date);

} // namespace halfstar::html

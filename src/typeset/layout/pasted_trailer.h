// What is pasted on the empty foot of a page where a piece ends and the next begins overleaf: strips that announce it,
// as a cinema announces its next programme. It is furniture, which is seen and not read.
#pragma once

#include "typeset/layout/desk.h"

#include <cstddef>
#include <string>

namespace halfstar::layout {

/// What comes next, and what is said of it: a section and its months, a film and its director.
struct Trailer {
    std::string next, about;
};

/// Below row `end_row` of page `page`, if the page design pastes its display up and there is room enough.
void set_trailer(Desk& desk, std::size_t page, int end_row, const Trailer& trailer);

} // namespace halfstar::layout

// The plates of a zine (plates.h) as they are on pages with a centred axis: white, in one ink, with a short rule
// and one half star for ornament. Each stands for the function of plates.h without "centred" in its name.
#pragma once

#include "typeset/layout/plates.h"

#include <string>

namespace halfstar::layout {

/// What a framed cover says, from the head to the foot; what is empty is left out.
struct CoverWords {
    std::string title, line, caption, fact, day;
};
void set_framed_cover(Desk& desk, std::size_t page, StructureId parent, const CoverWords& words);

/// The cover that shows pictures, where one was asked for and there are some; false, and nothing is set, elsewhere.
bool set_centred_picture_cover(Desk& desk, std::size_t page, StructureId parent);
void set_centred_cover(Desk& desk, std::size_t page, StructureId parent);
void set_centred_masthead(Desk& desk, std::size_t page, StructureId parent);
void set_centred_section(Desk& desk, std::size_t page, StructureId parent, const Section& section);
void set_centred_numbers(Desk& desk, std::size_t page, StructureId parent);
/// The second page of the year in numbers.
void set_centred_year(Desk& desk, std::size_t page, StructureId parent);
void set_centred_colophon(Desk& desk, std::size_t page, StructureId parent);
void set_centred_back(Desk& desk, std::size_t page, StructureId parent);

} // namespace halfstar::layout

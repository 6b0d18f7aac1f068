#include "typeset/sheets/sheets.h"

#include <cassert>
#include <utility>

namespace halfstar {

namespace {

const Size a4{Length::millimetres(297), Length::millimetres(210)};
const Size letter{Length::points(792), Length::points(612)};

/// Two pages that meet at the fold, in the middle of the paper's height.
SheetSide side_of(std::uint32_t left, std::uint32_t right, Size trim, Size paper) {
    const Length fold = paper.width / 2;
    const Length top = (paper.height - trim.height) / 2;
    return {{left, {fold - trim.width, top}}, {right, {fold, top}}};
}

/// Whether half of the paper holds the trim and leaves less than two millimetres of it.
bool is_half_of(Size trim, Size paper) {
    const Length slack = Length::millimetres(2);
    const Length wide = paper.width / 2 - trim.width, high = paper.height - trim.height;
    return wide.units >= 0 && high.units >= 0 && wide < slack && high < slack;
}

} // namespace

std::vector<SheetSide> booklet_sides(std::uint32_t pages, Size trim, Size paper, bool right_to_left) {
    assert(pages % 4 == 0);
    std::vector<SheetSide> sides;
    for (std::uint32_t low = 0; low < pages / 2; ++low) {
        const std::uint32_t high = pages - 1 - low;
        // The outermost pages stand on the first sheet's front: the last one left of the fold, the first right of it.
        const bool front = low % 2 == 0;
        const bool high_is_left = front != right_to_left;
        sides.push_back(high_is_left ? side_of(high, low, trim, paper) : side_of(low, high, trim, paper));
    }
    return sides;
}

Size booklet_paper(Size trim) {
    for (const Size& paper : {a4, letter})
        if (is_half_of(trim, paper)) return paper;
    return {trim.width * 2, trim.height};
}

} // namespace halfstar

#include "typeset/layout/filler.h"

#include "typeset/layout/furniture.h"

#include <utility>

namespace halfstar::layout {

FillerSetter::FillerSetter(Desk desk, const Beginnings& beginnings, std::string_view title)
    : desk_(std::move(desk)), beginnings_(beginnings) {
    desk_.heading = desk_.words.word(title);
    head_rows_ = measured_head();
}

/// On a composition of its own, since it may come to nothing.
int FillerSetter::measured_head() const {
    Composition scratch;
    StructureBuilder structure;
    Diagnostics told;
    Desk apart{desk_.stick, scratch, structure, desk_.edition, desk_.piece, desk_.piece_index, desk_.words, told};
    apart.heading = desk_.heading;
    apart.plates = desk_.plates;
    apart.facts = FilmFacts::hidden;
    return set_opener(apart, 0).text_row;
}

void FillerSetter::set(std::size_t page, std::size_t count) {
    parent_ = desk_.structure.add(0, StructureRole::part);
    Opener opener = set_opener(desk_, parent_);
    // The title begins where what it stands over does.
    const PageColumns columns = columns_of(desk_, page);
    if (columns.side.x < columns.text.x && desk_.page().side.units > 0 && !desk_.right_to_left())
        for (auto& [column, content] : opener.strip.contents) column = PageColumn::side;
    stand_opener(desk_, opener, page, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) set_running_head(desk_, page + i, {});
        set_running_foot(desk_, page + i);
    }
    fill(page, count);
}

std::string FillerSetter::source_of(std::uint32_t piece, const Plate& plate, const WordLook& look) const {
    const std::string page = std::to_string(beginnings_.pieces.at(piece) + 1);
    const auto said = [&](const std::string& title) { return Locale::fill(desk_.words.word("from-page"), {title, page}); };
    const std::string& title = desk_.edition.pieces[piece].title.value;
    const Length room = plate.frame().width - plate.width_of(said(""), look);
    return said(plate.shortened(title, look, room));
}

Desk FillerSetter::desk_of(std::uint32_t piece) const {
    Desk own{desk_.stick, desk_.composition, desk_.structure, desk_.edition, desk_.edition.pieces[piece], piece,
             desk_.words, desk_.diagnostics};
    own.plates = desk_.plates;
    return own;
}

} // namespace halfstar::layout

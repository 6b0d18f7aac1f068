#include "typeset/layout/contents.h"

#include "typeset/layout/furniture.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double star_inset = 43;    ///< points from the side column's inner edge, where that is its right one
constexpr double rule_below = 0.2;    ///< of the leading, from a row's baseline
constexpr double star_centre = 0.36; ///< of the text size above the baseline
constexpr std::string_view two_spaces = " \u00A0"; ///< a line may end before them
constexpr std::size_t many_pieces = 300;           ///< from which page numbers may have four figures

/// An entry's leading as whole rows.
Length leading_of(const Desk& desk, Element element) {
    const Length leading = desk.spec(element).leading, grid = desk.grid();
    return grid * std::max<std::int64_t>(1, (leading.units * 10 + grid.units * 3) / (grid.units * 10));
}

/// Who made it: the directors of what was reviewed, else who wrote it.
std::string makers_of(const Piece& piece) {
    if (piece.kind != PieceKind::review) return joined(piece.authors, ", ");
    std::vector<std::string> names;
    for (const Work& work : piece.works)
        for (const Credit& credit : work.credits)
            if (credit.role == Role::director && std::find(names.begin(), names.end(), credit.name) == names.end())
                names.push_back(credit.name);
    return joined(names, ", ");
}

TextWriter entry_writer(const Desk& desk, const Piece& piece) {
    const Piece* front = &desk.piece;
    const Piece* entry = &piece;
    return [front, entry](const TypeCase& types) {
        RichTextWriter writer(types, Element::contents_entry, entry->language);
        writer.set_direction(front->direction);
        writer.add(entry->title.value, Element::contents_entry, RichTextWriter::Origin::source);
        const std::string makers = makers_of(*entry);
        if (!makers.empty()) {
            const bool centred = types.page().axis == Axis::centre;
            writer.add(centred ? ", " : two_spaces, Element::contents_entry, RichTextWriter::Origin::source);
            writer.add(makers, Element::contents_person, RichTextWriter::Origin::source);
        }
        return writer.take();
    };
}

bool overfull(const std::vector<breaking::PageBreak>& pages) {
    return std::any_of(pages.begin(), pages.end(), [](const breaking::PageBreak& page) { return page.overfull.units > 0; });
}

/// Whether all pages but the first begin with a section or with parts.
bool begin_groups(const std::vector<breaking::PageBreak>& pages, const std::vector<breaking::Slab>& slabs) {
    return std::all_of(pages.begin() + 1, pages.end(), [&](const breaking::PageBreak& page) {
        return slabs[page.first].space_before.units > 0;
    });
}

} // namespace

std::string part_title(const Desk& desk, IssuePart part) {
    const auto word = [&](const char* key) { return std::string(desk.words.word(key)); };
    const auto titled = [&](const std::optional<Piece>& piece, const char* key) {
        return piece && !piece->title.value.empty() ? piece->title.value : word(key);
    };
    switch (part) {
    case IssuePart::cover:
        return word("cover");
    case IssuePart::masthead:
        return word("masthead");
    case IssuePart::contents:
        return word("contents");
    case IssuePart::letter:
        return titled(desk.edition.letter, "letter");
    case IssuePart::reviews:
        return word("reviews");
    case IssuePart::numbers:
        return word("numbers");
    case IssuePart::films:
        return word("index-of-films");
    case IssuePart::people:
        return word("index-of-people");
    case IssuePart::about:
        return titled(desk.edition.about, "about");
    case IssuePart::contributors:
        return word("notes-on-contributors");
    case IssuePart::pictures:
        return word("picture-credits");
    case IssuePart::colophon:
        return word("colophon");
    case IssuePart::back:
        return {};
    }
    return {};
}

std::string part_anchor(IssuePart part) {
    switch (part) {
    case IssuePart::cover:
        return "part-cover";
    case IssuePart::masthead:
        return "part-masthead";
    case IssuePart::contents:
        return "part-contents";
    case IssuePart::letter:
        return "part-letter";
    case IssuePart::reviews:
        return "part-reviews";
    case IssuePart::numbers:
        return "part-numbers";
    case IssuePart::films:
        return "part-films";
    case IssuePart::people:
        return "part-people";
    case IssuePart::about:
        return "part-about";
    case IssuePart::contributors:
        return "part-contributors";
    case IssuePart::pictures:
        return "part-pictures";
    case IssuePart::colophon:
        return "part-colophon";
    case IssuePart::back:
        return "part-back";
    }
    return {};
}

std::string section_anchor(const Section& section) { return "section-" + section.key; }

ContentsSetter::ContentsSetter(Desk desk, StructureId parent) : desk_(std::move(desk)), parent_(parent) {
    desk_.heading = part_title(desk_, IssuePart::contents);
}

void ContentsSetter::compose() {
    opener_ = set_opener(desk_, parent_);
    list_ = desk_.structure.add(parent_, StructureRole::contents);
    const std::string widest = desk_.edition.pieces.size() < many_pieces ? "000" : "0000";
    const SetText number =
        text_of(desk_, writer_of(desk_, widest, Element::contents_folio), Element::contents_folio, {});
    const LeaderSpec& leaders = desk_.style().leaders;
    numbers_width_ = desk_.stick.width_of(*desk_.stick.measure(number)) + leaders.clear_left + leaders.clear_right +
                     leaders.pitch * 2;
    // Without a side column ratings stand before the numbers.
    if (!has_side()) numbers_width_ += star_width_of_five() + desk_.grid();
    if (numbers_before().units > 0) numbers_width_ = numbers_before() + star_width_of_five() + desk_.grid();
    rows();
    breaking::PageMeasures measures;
    const int last = last_row(desk_.page());
    // Higher letters keep the same distance from the head.
    if (!slabs_.empty()) opener_.text_row += static_cast<int>(rows_.front().leading.units / desk_.grid().units) - 1;
    measures.heights = {desk_.grid() * std::max(1, last - opener_.text_row + 1), desk_.grid() * (last + 1)};
    cut(measures);
    if (pages_.empty()) pages_.emplace_back();
}

/// Into as few pages as there can be, with less room between groups where that saves one, and all about as full.
void ContentsSetter::cut(breaking::PageMeasures measures) {
    pages_ = desk_.stick.break_pages(slabs_, {}, measures).breaks;
    std::vector<breaking::Slab> closer = slabs_;
    for (breaking::Slab& slab : closer) slab.space_before = slab.space_before / 2;
    if (auto fewer = desk_.stick.break_pages(closer, {}, measures).breaks; fewer.size() < pages_.size()) {
        slabs_ = std::move(closer);
        pages_ = std::move(fewer);
    }
    while (pages_.size() > 1 && measures.heights.back() > measures.heights.front() / 2) {
        for (Length& height : measures.heights) height -= desk_.grid();
        auto level = desk_.stick.break_pages(slabs_, {}, measures).breaks;
        if (level.size() > pages_.size() || overfull(level)) break;
        // A page that begins with a section is better than one that is as full as the others.
        if (begin_groups(level, slabs_) || !begin_groups(pages_, slabs_)) pages_ = std::move(level);
    }
}

/// What stands before the contents is not listed, nor what has no words of its own.
void ContentsSetter::rows() {
    for (const IssuePart part : desk_.edition.parts) {
        switch (part) {
        case IssuePart::cover:
        case IssuePart::masthead:
        case IssuePart::contents:
        case IssuePart::colophon:
        case IssuePart::back:
            break;
        case IssuePart::reviews:
            group();
            for (const Section& section : desk_.edition.sections)
                section_rows(section);
            if (desk_.edition.sections.empty())
                for (std::uint32_t i = 0; i < desk_.edition.letter_index(); ++i)
                    piece_row(i, list_);
            group();
            break;
        case IssuePart::letter:
        case IssuePart::numbers:
        case IssuePart::films:
        case IssuePart::people:
        case IssuePart::about:
        case IssuePart::contributors:
        case IssuePart::pictures:
            part_row(part);
            break;
        }
    }
}

void ContentsSetter::part_row(IssuePart part) {
    Row row;
    row.words = part_title(desk_, part);
    row.anchor = part_anchor(part);
    row.part = part;
    TextWriter write = writer_of(desk_, row.words, Element::contents_entry);
    add_row(std::move(write), Element::contents_entry, std::move(row), list_);
}

void ContentsSetter::section_rows(const Section& section) {
    group();
    Row row;
    row.words = section.title;
    row.anchor = section_anchor(section);
    const StructureId item = desk_.structure.add(list_, StructureRole::contents_item);
    add_row(writer_of(desk_, section.title, Element::contents_heading), Element::contents_heading, std::move(row),
            item);
    slabs_.back().penalty = breaking::forbidden;
    const StructureId list = desk_.structure.add(item, StructureRole::contents);
    for (std::uint32_t i = section.first; i < section.last; ++i) {
        piece_row(i, list);
        const bool orphan = i == section.first && i + 1 < section.last, widow = i + 2 == section.last;
        if (orphan || widow) slabs_.back().penalty = breaking::forbidden;
    }
}

void ContentsSetter::piece_row(std::uint32_t piece, StructureId list) {
    const Piece& entry = desk_.edition.pieces[piece];
    Row row;
    row.words = entry.title.value;
    row.anchor = piece_anchor(entry.key);
    row.piece = piece;
    add_row(entry_writer(desk_, entry), Element::contents_entry, std::move(row), list);
}

/// A row is an item of the list, and in it a reference (ISO 32000-1, table 333) that is a link; but a section's head stands in the item that holds what is below it.
void ContentsSetter::add_row(TextWriter write, Element element, Row row, StructureId list) {
    const bool section = !row.piece && !row.part;
    const StructureId item = section ? list : desk_.structure.add(list, StructureRole::contents_item);
    row.link = desk_.structure.add(desk_.structure.add(item, StructureRole::reference), StructureRole::link);
    const bool on_axis = section && desk_.page().axis == Axis::centre;
    const Length width = columns_of(desk_, 0).text.width - (on_axis ? Length{} : numbers_width_), indent = desk_.grid();
    SetText text = text_of(desk_, std::move(write), element, width);
    text.setting = on_axis ? Setting::centred : Setting::ragged;
    if (!on_axis) text.shapes.push_back({desk_.right_to_left() ? Length{} : indent, width - indent});
    Composed composed = layout::compose(desk_, std::move(text), row.link);
    row.text = composed.text;
    row.lines = static_cast<std::uint32_t>(composed.lines);
    if (row.lines > 0) row.end = ends_of(desk_, composed, composed.lines - 1);
    let_go_of_measured(desk_, composed);
    breaking::Slab slab;
    row.leading = leading_of(desk_, element);
    slab.height = row.leading * std::max<std::int64_t>(1, row.lines);
    if (apart_ && !rows_.empty()) slab.space_before = desk_.grid();
    apart_ = false;
    slabs_.push_back(slab);
    rows_.push_back(std::move(row));
}

void ContentsSetter::stand(std::size_t page) {
    page_ = page;
    stand_opener(desk_, opener_, page, 0);
    for (std::size_t i = 1; i < pages_.size(); ++i)
        set_running_head(desk_, page + i, {});
}

void ContentsSetter::complete(const Beginnings& beginnings) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        Length y = row_at(desk_.page(), i == 0 ? opener_.text_row : 0);
        for (std::uint32_t row = pages_[i].first; row < pages_[i].last; ++row) {
            if (row > pages_[i].first) y += slabs_[row].space_before;
            set(rows_[row], page_ + i, y, beginnings);
            y += slabs_[row].height;
        }
    }
}

void ContentsSetter::set(const Row& row, std::size_t page, Length baseline, const Beginnings& beginnings) {
    if (row.lines == 0) return;
    ComposedPage& on = desk_.composition.pages[page];
    const Column column = columns_of(desk_, page).text;
    const Length left = column.x + (row.piece || row.part ? numbers_before() : Length{});
    on.contents.emplace_back(PlacedLines{row.text, 0, row.lines, {left, baseline}, row.leading});
    if (row.piece) {
        set_rating(desk_.edition.pieces[*row.piece], page, baseline);
        set_number(row, page, baseline, beginnings.pieces.at(*row.piece));
    } else if (row.part) {
        set_number(row, page, baseline, beginnings.parts.at(*row.part));
    }
    const Rect area{column.x, baseline - row.leading.scaled(0.75), column.width, row.leading * row.lines};
    on.contents.emplace_back(
        Item{LinkArea{area, {}, row.anchor, row.words}, desk_.composition.texts[row.text].leaves.front()});
}

void ContentsSetter::set_rating(const Piece& piece, std::size_t page, Length baseline) {
    if (desk_.page().side.units == 0 && numbers_before().units == 0) return; // no room for it
    if (piece.kind != PieceKind::review || piece.works.size() != 1 || !piece.works.front().rating) return;
    const Rating& rating = piece.works.front().rating->value;
    if (!rating.is_counted()) return; // words have no room beside a title
    const PageColumns columns = columns_of(desk_, page);
    const bool on_the_left = columns.side.x < columns.text.x;
    const Length inset = std::min(Length::points(star_inset), columns.side.width);
    Length x = on_the_left ? columns.side.x + columns.side.width - inset : columns.side.x;
    if (!has_side())
        x = desk_.right_to_left() ? columns.text.x + numbers_width_ - star_width_of_five() - desk_.grid()
                                  : columns.text.x + columns.text.width - numbers_width_ + desk_.grid();
    if (numbers_before().units > 0) x = columns.text.x + columns.text.width - star_width_of_five();
    ComposedPage& on = desk_.composition.pages[page];
    if (rating.form == RatingForm::letter) {
        const Length room = numbers_before().units > 0 ? star_width_of_five() : inset;
        SetText text =
            text_of(desk_, writer_of(desk_, rating.written, Element::contents_entry), Element::contents_entry, room);
        text.setting = Setting::ragged;
        put(on, compose_artifact(desk_, std::move(text)), {x, baseline}, desk_.grid());
        return;
    }
    const Drawn drawn = drawn_of(rating);
    const Length centre = baseline - desk_.spec(Element::contents_entry).size.scaled(star_centre);
    on.contents.emplace_back(PlacedStars{{x, centre},
                                         static_cast<std::uint8_t>(drawn.quarters),
                                         static_cast<std::uint8_t>(drawn.stars),
                                         StarLook::list});
}

Length ContentsSetter::numbers_before() const {
    const bool at_end = desk_.right_to_left() || desk_.page().axis == Axis::centre;
    return at_end ? Length{} : desk_.style().leaders.numbers_before;
}

Length ContentsSetter::star_width_of_five() const {
    return stars_width(20, 5, star_spec(desk_.types(), StarLook::list));
}

void ContentsSetter::set_number(const Row& row, std::size_t page, Length first_baseline, std::uint32_t begins) {
    const Length baseline = first_baseline + row.leading * (row.lines - 1);
    const Column column = columns_of(desk_, page).text;
    SetText text = text_of(desk_, writer_of(desk_, std::to_string(begins + 1), Element::contents_folio),
                           Element::contents_folio, column.width);
    const bool first = numbers_before().units > 0;
    text.setting = first ? Setting::ragged : Setting::ranged_right;
    Composed number = layout::compose(desk_, std::move(text), row.link);
    if (number.lines == 0) return;
    const LineEnd end = ends_of(desk_, number, 0);
    let_go_of_measured(desk_, number);
    ComposedPage& on = desk_.composition.pages[page];
    const bool leftwards = desk_.right_to_left();
    if (desk_.style().leaders.pitch.units <= 0) {
        const Rect rule{column.x, baseline + row.leading.scaled(rule_below), column.width, desk_.style().hairline};
        on.contents.emplace_back(Item{Rule{rule, paint_of(desk_.style(), 0)}, 0});
    } else if (!first) {
        on.contents.emplace_back(PlacedLeader{column.x + (leftwards ? end.right : row.end.right),
                                              column.x + (leftwards ? row.end.left : end.left), baseline});
    }
    put(on, number, {column.x, first ? first_baseline : baseline}, desk_.grid());
}

} // namespace halfstar::layout

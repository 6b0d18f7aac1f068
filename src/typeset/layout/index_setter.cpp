#include "typeset/layout/index_setter.h"

#include "typeset/layout/furniture.h"
#include "typeset/layout/texts_ahead.h"

#include "document/index_roles.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::size_t headed_from = 3; ///< entries an initial, on average, from which initials are heads
constexpr std::size_t most_ahead = 1024; ///< lines that are composed and not set: more would only take room

/// A page's number, and the piece there that it leads to.
struct Cited {
    std::uint32_t page = 0, piece = 0;
};

/// The pages on which the films' reviews begin: each once, in their order.
template <class Places> std::vector<Cited> pages_of(const Places& places, const Beginnings& beginnings) {
    std::vector<Cited> pages;
    for (const WorkReference& place : places)
        pages.push_back({beginnings.pieces.at(place.piece), place.piece});
    std::stable_sort(pages.begin(), pages.end(), [](const Cited& a, const Cited& b) { return a.page < b.page; });
    const auto same = [](const Cited& a, const Cited& b) { return a.page == b.page; };
    pages.erase(std::unique(pages.begin(), pages.end(), same), pages.end());
    return pages;
}

std::vector<WorkReference> places_of(const IndexEntry& entry) {
    std::vector<WorkReference> places;
    for (const IndexReference& reference : entry.references)
        places.push_back(reference.work);
    return places;
}

/// "Swinton, Tilda  12, 30", "directed  12"; without pages a head for sub-entries.
TextWriter entry_writer(const Desk& desk, std::string words, std::optional<TextStyle> style, std::vector<Cited> pages) {
    const Piece* front = &desk.piece;
    const Edition* edition = &desk.edition;
    return [front, edition, words = std::move(words), style, pages = std::move(pages)](const TypeCase& types) {
        const Type plain = types.type(Element::index_entry, front->language);
        const Type folio = types.type(Element::index_folio, front->language);
        RichTextWriter writer(types, Element::index_entry, front->language);
        writer.set_direction(front->direction);
        const auto add = [&](std::string_view part, const Type& type) {
            writer.add(part, type, RichTextWriter::Origin::source);
        };
        add(words, style ? types.styled(plain, *style) : plain);
        for (std::size_t n = 0; n < pages.size(); ++n) {
            add(n == 0 ? " \u00A0" : ", ", plain);
            Slot slot;
            slot.role = StructureRole::link;
            slot.anchor = piece_anchor(edition->pieces[pages[n].piece].key);
            writer.open(std::move(slot));
            add(std::to_string(pages[n].page + 1), folio);
            writer.close();
        }
        return writer.take();
    };
}

} // namespace

namespace {

const std::vector<IndexEntry>& entries_of(const Edition& edition, IssuePart part) {
    if (part == IssuePart::films) return edition.films;
    return part == IssuePart::pictures ? edition.picture_credits : edition.people;
}

} // namespace

IndexSetter::IndexSetter(Desk desk, StructureId parent, IssuePart part)
    : desk_(std::move(desk)), parent_(parent),
      entries_(entries_of(desk_.edition, part)) {
    desk_.heading = part_title(desk_, part);
}

Length IndexSetter::column_width() const {
    const PageSpec& page = desk_.page();
    const Length frame = page.trim.width - page.inner - page.outer;
    return (frame - page.gutter) / 2;
}

Column IndexSetter::column_of(std::size_t page, std::size_t column) const {
    const PageColumns columns = columns_of(desk_, page);
    const Length left = desk_.page().side.units > 0 ? std::min(columns.text.x, columns.side.x) : columns.text.x;
    const bool second = (column % 2 == 1) != desk_.right_to_left();
    return {second ? left + column_width() + desk_.page().gutter : left, column_width()};
}

void IndexSetter::compose(const Beginnings& beginnings, int row) {
    row_ = row;
    opener_ = set_opener(desk_, parent_);
    index_ = desk_.structure.add(parent_, StructureRole::index);
    plan(beginnings);
    set_lines();
    cut();
    balance();
}

void IndexSetter::plan(const Beginnings& beginnings) {
    std::size_t initials = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (i == 0 || entries_[i].initial != entries_[i - 1].initial) ++initials;
    if (entries_.size() >= initials * headed_from)
        initials_ = Initials::headed;
    else if (entries_.size() >= initials * 2)
        initials_ = Initials::parted;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (i == 0 || entries_[i].initial != entries_[i - 1].initial) initial(entries_[i].initial);
        entry(entries_[i], beginnings);
    }
}

/// No initial stands alone at a column's foot.
void IndexSetter::initial(const std::string& words) {
    apart_ = initials_ != Initials::unmarked && !lines_.empty();
    if (initials_ != Initials::headed) return;
    SetText text =
        text_of(desk_, writer_of(desk_, words, Element::contents_heading), Element::contents_heading, column_width());
    text.setting = Setting::ragged;
    lines_.push_back({std::move(text), true, std::exchange(apart_, false)});
}

void IndexSetter::entry(const IndexEntry& entry, const Beginnings& beginnings) {
    // Without the reviews there are no pages to lead to.
    if (!desk_.edition.has(IssuePart::reviews)) return line(entry_writer(desk_, entry.words, std::nullopt, {}), 0);
    if (!has_sub_entries(entry))
        return line(entry_writer(desk_, entry.words, std::nullopt, pages_of(places_of(entry), beginnings)), 0);
    line(entry_writer(desk_, entry.words, std::nullopt, {}), 0);
    for (const RoleEntry& role : sub_entries(entry)) {
        lines_.back().heads = true;
        std::string words(desk_.words.short_role_label(role.role));
        line(entry_writer(desk_, std::move(words), TextStyle::emphasis, pages_of(role.works, beginnings)), 1);
    }
}

/// An entry's words and pages, so many steps in; what goes on over lines stands one further in.
void IndexSetter::line(TextWriter write, int steps) {
    const Length width = column_width(), step = desk_.grid();
    const auto indented = [&](int by) {
        return breaking::LineShape{desk_.right_to_left() ? Length{} : step * by, width - step * by};
    };
    SetText text = text_of(desk_, std::move(write), Element::index_entry, width);
    text.setting = Setting::ragged;
    text.shapes = {indented(steps), indented(steps + 1)};
    lines_.push_back({std::move(text), false, std::exchange(apart_, false)});
}

void IndexSetter::set_lines() {
    for (std::size_t first = 0; first < lines_.size(); first += most_ahead) {
        const std::size_t last = std::min(lines_.size(), first + most_ahead);
        compose_ahead(desk_, last - first, [&](std::size_t i) -> const SetText& { return lines_[first + i].text; });
        for (std::size_t i = first; i < last; ++i) set_line(std::move(lines_[i]));
        desk_.stick.prepare({});
    }
    lines_.clear();
}

void IndexSetter::set_line(Line line) {
    if (line.apart) leave_room(galley_, desk_.grid());
    Composed composed = layout::compose(desk_, std::move(line.text), desk_.structure.add(index_, StructureRole::paragraph));
    let_go_of_measured(desk_, composed);
    add_lines(galley_, desk_.composition.texts[composed.text].lines, composed.text, {}, desk_.grid());
    if (line.heads) keep_with_next(galley_);
}

void IndexSetter::cut() {
    std::vector<breaking::Slab> slabs;
    for (const GalleyEntry& entry : galley_.entries)
        slabs.push_back(entry.slab);
    const int last = last_row(desk_.page());
    const Length first = desk_.grid() * std::max(1, last - first_row(0) + 1);
    breaking::PageMeasures measures;
    measures.heights = {first, first, desk_.grid() * (last + 1)};
    columns_ = breaking::break_pages(slabs, measures);
    if (columns_.empty()) columns_.emplace_back();
}

Length IndexSetter::height_of(const breaking::PageBreak& column) const {
    Length height{};
    for (std::uint32_t i = column.first; i < column.last; ++i) {
        if (i > column.first) height += galley_.entries[i].slab.space_before;
        height += galley_.entries[i].slab.height;
    }
    return height;
}

/// The columns of the last page become as short as two can be.
void IndexSetter::balance() {
    const std::size_t page = page_count() - 1, first = page * 2;
    if (galley_.entries.empty()) return;
    const std::uint32_t begin = columns_[first].first;
    std::vector<breaking::Slab> slabs;
    for (std::size_t i = begin; i < galley_.entries.size(); ++i)
        slabs.push_back(galley_.entries[i].slab);
    breaking::PageBreak all;
    all.first = begin;
    all.last = static_cast<std::uint32_t>(galley_.entries.size());
    const Length tallest = desk_.grid() * std::max(1, last_row(desk_.page()) - first_row(page) + 1);
    for (Length height = half_rows(desk_, height_of(all) / 2); height < tallest; height += desk_.grid() / 2) {
        breaking::PageMeasures measures;
        measures.heights = {height};
        std::vector<breaking::PageBreak> tried = breaking::break_pages(slabs, measures);
        if (tried.size() > 2) continue;
        const bool whole = std::all_of(tried.begin(), tried.end(), [&](const breaking::PageBreak& one) {
            return one.overfull.units <= 0 &&
                   (one.last == slabs.size() || slabs[one.last - 1].penalty < breaking::forbidden);
        });
        if (!whole) continue;
        columns_.resize(first);
        for (breaking::PageBreak& one : tried) {
            one.first += begin;
            one.last += begin;
            columns_.push_back(one);
        }
        return;
    }
}

void IndexSetter::stand(std::size_t page) {
    // The title begins where its columns do.
    const PageColumns columns = columns_of(desk_, page);
    if (columns.side.x < columns.text.x && !desk_.right_to_left())
        for (auto& [column, content] : opener_.strip.contents)
            column = PageColumn::side;
    stand_opener(desk_, opener_, page, row_);
    for (std::size_t i = 1; i < page_count(); ++i)
        set_running_head(desk_, page + i, {});
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column column = column_of(page + i / 2, i);
        Length y = row_at(desk_.page(), first_row(i / 2)) - desk_.grid();
        for (std::uint32_t entry = columns_[i].first; entry < columns_[i].last; ++entry) {
            const breaking::Slab& slab = galley_.entries[entry].slab;
            if (entry > columns_[i].first) y += slab.space_before;
            y += slab.height;
            for (PlacedLines lines : galley_.entries[entry].lines) {
                lines.at = {lines.at.x + column.x, lines.at.y + y};
                add_lines(desk_.composition.pages[page + i / 2], lines);
            }
        }
    }
}

int IndexSetter::end_row() const {
    const std::size_t page = page_count() - 1;
    Length tallest{};
    for (std::size_t i = page * 2; i < columns_.size(); ++i)
        tallest = std::max(tallest, height_of(columns_[i]));
    return first_row(page) - 1 + static_cast<int>(whole_rows(desk_, tallest).units / desk_.grid().units);
}

} // namespace halfstar::layout

#include "typeset/layout/index_setter.h"

#include "typeset/layout/furniture.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::size_t headed_from = 3; ///< entries an initial, on average, from which initials are heads

/// Pages that are given together: for the same work of a person.
struct Citation {
    std::string roles; ///< empty: not said
    std::vector<std::uint32_t> pieces;
};

std::string roles_of(const Locale& words, const std::vector<Role>& roles) {
    std::vector<std::string> parts;
    for (const Role role : roles)
        parts.emplace_back(words.short_role_label(role));
    return joined(parts, ", ");
}

std::vector<Citation> citations_of(const IndexEntry& entry, const Locale& words) {
    std::vector<Citation> citations;
    for (const IndexReference& reference : entry.references) {
        const std::string roles = roles_of(words, reference.roles);
        const auto same =
            std::find_if(citations.begin(), citations.end(), [&](const Citation& one) { return one.roles == roles; });
        if (same == citations.end())
            citations.push_back({roles, {reference.work.piece}});
        else if (same->pieces.back() != reference.work.piece)
            same->pieces.push_back(reference.work.piece);
    }
    if (citations.size() == 1) citations.front().roles.clear();
    return citations;
}

/// A page's number, and the piece there that it leads to.
struct Cited {
    std::uint32_t page = 0, piece = 0;
};
struct CitedPages {
    std::string roles;
    std::vector<Cited> pages;
};

/// Each page once, in their order.
std::vector<CitedPages> pages_of(std::vector<Citation> citations, const Beginnings& beginnings) {
    std::vector<CitedPages> out;
    for (Citation& citation : citations) {
        CitedPages cited{std::move(citation.roles), {}};
        for (const std::uint32_t piece : citation.pieces)
            cited.pages.push_back({beginnings.pieces.at(piece), piece});
        std::stable_sort(cited.pages.begin(), cited.pages.end(),
                         [](const Cited& a, const Cited& b) { return a.page < b.page; });
        cited.pages.erase(std::unique(cited.pages.begin(), cited.pages.end(),
                                      [](const Cited& a, const Cited& b) { return a.page == b.page; }),
                          cited.pages.end());
        out.push_back(std::move(cited));
    }
    return out;
}

/// "Swinton, Tilda  12, 30" and "Gerwig, Greta  directed, written 12; with 30".
TextWriter entry_writer(const Desk& desk, const IndexEntry& entry, std::vector<CitedPages> cited) {
    const Piece* front = &desk.piece;
    const Edition* edition = &desk.edition;
    const IndexEntry* words = &entry;
    return [front, edition, words, cited = std::move(cited)](const TypeCase& types) {
        const Type plain = types.type(Element::index_entry, front->language);
        const Type slanted = types.styled(plain, TextStyle::emphasis);
        const Type folio = types.type(Element::index_folio, front->language);
        RichTextWriter writer(types, Element::index_entry, front->language);
        writer.set_direction(front->direction);
        const auto add = [&](std::string_view part, const Type& type) {
            writer.add(part, type, RichTextWriter::Origin::source);
        };
        add(words->words, plain);
        for (std::size_t i = 0; i < cited.size(); ++i) {
            add(i == 0 ? " \u00A0" : "; ", plain);
            if (!cited[i].roles.empty()) {
                add(cited[i].roles, slanted);
                add(" ", plain);
            }
            for (std::size_t n = 0; n < cited[i].pages.size(); ++n) {
                if (n > 0) add(", ", plain);
                Slot slot;
                slot.role = StructureRole::link;
                slot.anchor = piece_anchor(edition->pieces[cited[i].pages[n].piece].key);
                writer.open(std::move(slot));
                add(std::to_string(cited[i].pages[n].page + 1), folio);
                writer.close();
            }
        }
        return writer.take();
    };
}

} // namespace

IndexSetter::IndexSetter(Desk desk, StructureId parent, IssuePart part)
    : desk_(std::move(desk)), parent_(parent),
      entries_(part == IssuePart::films ? desk_.edition.films : desk_.edition.people) {
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
    entries(beginnings);
    cut();
    balance();
}

void IndexSetter::entries(const Beginnings& beginnings) {
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
    if (initials_ != Initials::unmarked && !galley_.entries.empty()) leave_room(galley_, desk_.grid());
    if (initials_ != Initials::headed) return;
    SetText text =
        text_of(desk_, writer_of(desk_, words, Element::contents_heading), Element::contents_heading, column_width());
    text.setting = Setting::ragged;
    const Composed composed =
        layout::compose(desk_, std::move(text), desk_.structure.add(index_, StructureRole::paragraph));
    add_lines(galley_, desk_.composition.texts[composed.text].lines, composed.text, {}, desk_.grid());
    keep_with_next(galley_);
}

void IndexSetter::entry(const IndexEntry& entry, const Beginnings& beginnings) {
    std::vector<CitedPages> cited = pages_of(citations_of(entry, desk_.words), beginnings);
    const Length width = column_width(), indent = desk_.grid();
    SetText text = text_of(desk_, entry_writer(desk_, entry, std::move(cited)), Element::index_entry, width);
    text.setting = Setting::ragged;
    text.shapes.push_back({desk_.right_to_left() ? Length{} : indent, width - indent});
    const Composed composed =
        layout::compose(desk_, std::move(text), desk_.structure.add(index_, StructureRole::paragraph));
    add_lines(galley_, desk_.composition.texts[composed.text].lines, composed.text, {}, desk_.grid());
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

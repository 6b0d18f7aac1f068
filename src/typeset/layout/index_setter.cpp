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
constexpr std::size_t most_ahead = 1024; ///< paragraphs that are composed and not set: more would only take room
constexpr std::size_t most_kept = 5000; ///< texts of an index: one of a year has fewer, and of more reviews each has less room
constexpr std::size_t pages_at_once = 32; ///< of which the texts are kept

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
    beginnings_ = &beginnings;
    opener_ = set_opener(desk_, parent_);
    index_ = desk_.structure.add(parent_, StructureRole::index);
    plan();
    count_lines();
    cut();
    balance();
}

void IndexSetter::plan() {
    std::size_t initials = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (i == 0 || entries_[i].initial != entries_[i - 1].initial) ++initials;
    if (entries_.size() >= initials * headed_from)
        initials_ = Initials::headed;
    else if (entries_.size() >= initials * 2)
        initials_ = Initials::parted;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (i == 0 || entries_[i].initial != entries_[i - 1].initial) initial(i);
        entry(i);
    }
}

/// No initial stands alone at a column's foot.
void IndexSetter::initial(std::uint32_t entry) {
    apart_ = initials_ != Initials::unmarked && !paragraphs_.empty();
    if (initials_ != Initials::headed) return;
    add(entry, Paragraph::Kind::initial);
    paragraphs_.back().heads = true;
}

void IndexSetter::entry(std::uint32_t entry) {
    // Without the reviews there are no pages to lead to.
    const bool parted = desk_.edition.has(IssuePart::reviews) && has_sub_entries(entries_[entry]);
    if (!parted) return add(entry, Paragraph::Kind::entry);
    add(entry, Paragraph::Kind::head);
    const std::size_t roles = sub_entries(entries_[entry]).size();
    for (std::size_t role = 0; role < roles; ++role) {
        paragraphs_.back().heads = true;
        add(entry, Paragraph::Kind::role, static_cast<std::uint16_t>(role));
    }
}

void IndexSetter::add(std::uint32_t entry, Paragraph::Kind kind, std::uint16_t role) {
    paragraphs_.push_back({entry, role, kind, false, std::exchange(apart_, false)});
}

/// An entry's words and pages; what is below it stands a step in, and what goes on over lines one further.
SetText IndexSetter::text_of(const Paragraph& paragraph) const {
    const IndexEntry& entry = entries_[paragraph.entry];
    if (paragraph.kind == Paragraph::Kind::initial) {
        SetText text = layout::text_of(desk_, writer_of(desk_, entry.initial, Element::contents_heading), Element::contents_heading, column_width());
        text.setting = Setting::ragged;
        return text;
    }
    std::string words = entry.words;
    std::optional<TextStyle> style;
    std::vector<Cited> pages;
    if (paragraph.kind == Paragraph::Kind::role) {
        const RoleEntry role = sub_entries(entry)[paragraph.role];
        words = desk_.words.short_role_label(role.role);
        style = TextStyle::emphasis;
        pages = pages_of(role.works, *beginnings_);
    } else if (paragraph.kind == Paragraph::Kind::entry && desk_.edition.has(IssuePart::reviews)) {
        pages = pages_of(places_of(entry), *beginnings_);
    }
    const Length width = column_width(), step = desk_.grid();
    const int steps = paragraph.kind == Paragraph::Kind::role ? 1 : 0;
    const auto indented = [&](int by) {
        return breaking::LineShape{desk_.right_to_left() ? Length{} : step * by, width - step * by};
    };
    SetText text = layout::text_of(desk_, entry_writer(desk_, std::move(words), style, std::move(pages)), Element::index_entry, width);
    text.setting = Setting::ragged;
    text.shapes = {indented(steps), indented(steps + 1)};
    return text;
}

/// Whatever is to be told of them is told now.
void IndexSetter::count_lines() {
    std::vector<std::vector<breaking::Line>> lines(paragraphs_.size());
    std::vector<Diagnostics> told(paragraphs_.size());
    if (paragraphs_.size() <= most_kept) kept_.resize(paragraphs_.size());
    share_out(desk_, paragraphs_.size(), [&](ComposingStick& stick, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            SetText text = text_of(paragraphs_[i]);
            stick.compose(text, told[i]);
            std::vector<ComposedText> composed = stick.take_composed();
            if (i < kept_.size()) kept_[i] = std::move(composed.front());
            lines[i] = std::move(text.lines);
        }
    });
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
        desk_.diagnostics.append(std::move(told[i]));
        add_slabs(paragraphs_[i], lines[i]);
    }
}

void IndexSetter::add_slabs(const Paragraph& paragraph, const std::vector<breaking::Line>& lines) {
    Galley galley;
    if (paragraph.apart) room_ = desk_.grid();
    if (!lines.empty()) leave_room(galley, std::exchange(room_, {}));
    add_lines(galley, lines, 0, {}, desk_.grid());
    for (const GalleyEntry& entry : galley.entries) slabs_.push_back(entry.slab); // whose source is the line's number
    if (paragraph.heads && !slabs_.empty()) slabs_.back().penalty = breaking::forbidden;
}

void IndexSetter::cut() {
    const int last = last_row(desk_.page());
    const Length first = desk_.grid() * std::max(1, last - first_row(0) + 1);
    breaking::PageMeasures measures;
    measures.heights = {first, first, desk_.grid() * (last + 1)};
    columns_ = desk_.stick.break_pages(slabs_, {}, measures).breaks;
    if (columns_.empty()) columns_.emplace_back();
}

Length IndexSetter::height_of(const breaking::PageBreak& column) const {
    Length height{};
    for (std::uint32_t i = column.first; i < column.last; ++i) {
        if (i > column.first) height += slabs_[i].space_before;
        height += slabs_[i].height;
    }
    return height;
}

/// The columns of the last page become as short as two can be.
void IndexSetter::balance() {
    const std::size_t page = page_count() - 1, first = page * 2;
    if (slabs_.empty()) return;
    const std::uint32_t begin = columns_[first].first;
    const std::vector<breaking::Slab> slabs(slabs_.begin() + begin, slabs_.end());
    breaking::PageBreak all;
    all.first = begin;
    all.last = static_cast<std::uint32_t>(slabs_.size());
    const Length tallest = desk_.grid() * std::max(1, last_row(desk_.page()) - first_row(page) + 1);
    for (Length height = half_rows(desk_, height_of(all) / 2); height < tallest; height += desk_.grid() / 2) {
        breaking::PageMeasures measures;
        measures.heights = {height};
        std::vector<breaking::PageBreak> tried = desk_.stick.break_pages(slabs, {}, measures).breaks;
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

void IndexSetter::stand(std::size_t page, const std::function<void(std::size_t first, std::size_t last)>& made) {
    // The title begins where its columns do.
    const PageColumns columns = columns_of(desk_, page);
    if (columns.side.x < columns.text.x && !desk_.right_to_left())
        for (auto& [column, content] : opener_.strip.contents)
            column = PageColumn::side;
    stand_opener(desk_, opener_, page, row_);
    for (std::size_t i = 1; i < page_count(); ++i)
        set_running_head(desk_, page + i, {});
    Diagnostics told = std::exchange(desk_.diagnostics, {}); // what there is to tell of the lines was told when they were counted
    stand_lines(page, made);
    desk_.diagnostics = std::move(told);
}

void IndexSetter::stand_lines(std::size_t page, const std::function<void(std::size_t first, std::size_t last)>& made) {
    prepared_ = kept_.size();
    desk_.stick.prepare(std::move(kept_));
    std::size_t first = page; // that is not made
    std::uint32_t text = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::size_t here = page + i / 2;
        if (i % 2 == 0 && here - first >= pages_at_once && !goes_on(columns_[i])) made(std::exchange(first, here), here);
        const Column column = column_of(here, i);
        Length y = row_at(desk_.page(), first_row(i / 2)) - desk_.grid();
        for (std::uint32_t line = columns_[i].first; line < columns_[i].last; ++line) {
            const breaking::Slab& slab = slabs_[line];
            if (line > columns_[i].first) y += slab.space_before;
            y += slab.height;
            if (slab.source == 0) text = next_with_lines();
            layout::add_lines(desk_.composition.pages[here], PlacedLines{text, slab.source, slab.source + 1, {column.x, y}, desk_.grid()});
        }
    }
    while (next_ < paragraphs_.size()) next_text(); // that has no lines
    desk_.stick.prepare({});
    made(first, page + page_count());
}

/// Whether a column begins within a paragraph, which then stands on the page before as well.
bool IndexSetter::goes_on(const breaking::PageBreak& column) const {
    return column.first < column.last && slabs_[column.first].source > 0;
}

std::uint32_t IndexSetter::next_with_lines() {
    while (true)
        if (const Composed composed = next_text(); composed.lines > 0) return composed.text;
}

Composed IndexSetter::next_text() {
    if (next_ == prepared_) {
        prepared_ = std::min(paragraphs_.size(), next_ + most_ahead);
        compose_ahead(desk_, prepared_ - next_, [this, first = next_](std::size_t i) { return text_of(paragraphs_[first + i]); });
    }
    return layout::compose(desk_, text_of(paragraphs_[next_++]), desk_.structure.add(index_, StructureRole::paragraph));
}

int IndexSetter::end_row() const {
    const std::size_t page = page_count() - 1;
    Length tallest{};
    for (std::size_t i = page * 2; i < columns_.size(); ++i)
        tallest = std::max(tallest, height_of(columns_[i]));
    return first_row(page) - 1 + static_cast<int>(whole_rows(desk_, tallest).units / desk_.grid().units);
}

} // namespace halfstar::layout

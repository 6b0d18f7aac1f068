// What stands where on the pages that a galley was cut into: text from the head, notes and credits at the foot.
#include "typeset/layout/page_maker.h"

#include "design/style/load.h"
#include "typeset/items.h"

#include <algorithm>

namespace halfstar::layout {

void PageMaker::make() {
    if (cuts_.empty()) cuts_ = cut();
    while (desk_.composition.pages.size() <= last_page())
        desk_.composition.pages.emplace_back();
    for (std::size_t page = 0; page + 1 < page_count(cuts_); ++page)
        make_page(page, Ending::at_foot);
}

void PageMaker::make_last(Ending ending) {
    if (!cuts_.empty()) make_page(page_count(cuts_) - 1, ending);
}

/// A grid unit above the baseline of the first row.
Length PageMaker::top_of(std::size_t index) const {
    return row_at(desk_.page(), first_row(page_of(index))) - desk_.grid();
}

/// The head that is set again where the cut begins.
const RepeatedHead* PageMaker::head_of(const breaking::PageBreak& cut) const {
    if (cut.first == 0 || cut.first == cut.last) return nullptr;
    const auto& head = galley_.entries[cut.first].head;
    return head ? &galley_.heads[*head] : nullptr;
}

template <class Place> Length PageMaker::walk(std::size_t index, const breaking::PageBreak& cut, Place&& place) const {
    Length y{};
    if (const RepeatedHead* head = head_of(cut)) y = head->height;
    for (std::uint32_t i = cut.first; i < cut.last; ++i) {
        const GalleyEntry& entry = galley_.entries[i];
        if (entry.credits) break;
        if (i > cut.first) y += entry.slab.space_before;
        y += entry.slab.height;
        if (entry.standing == Standing::on_grid) y = whole_rows(desk_, y);
        place(entry, top_of(index) + y);
    }
    return top_of(index) + y;
}

int PageMaker::end_row() const {
    if (cuts_.empty()) return text_row_ - 1;
    Length end = top_of(first_of_page(page_count(cuts_) - 1));
    for (std::size_t i = first_of_page(page_count(cuts_) - 1); i < cuts_.size(); ++i) {
        const breaking::PageBreak& cut = cuts_[i];
        const Length notes = notes_height(cut);
        Length column_end = walk(i, cut, [](const GalleyEntry&, Length) {});
        if (notes.units > 0) column_end += foot_rule() + notes;
        end = std::max(end, column_end + credits_height(cut));
    }
    const Length below = whole_rows(desk_, end - desk_.page().first_baseline) + credits_across();
    return static_cast<int>(whole_rows(desk_, below).units / desk_.grid().units);
}

/// Its columns, and what stands below them on the last.
void PageMaker::make_page(std::size_t page, Ending ending) {
    const bool last = page + 1 == page_count(cuts_);
    const std::size_t first = first_of_page(page);
    // Below columns that end level nothing is brought to the foot, and not where pages are pasted up: what is left of
    // them is for what comes overleaf.
    if (last && (columns() > 1 || desk_.page().display == Display::pasted)) ending = Ending::after_text;
    Length end = top_of(first);
    for (std::size_t i = first; i < std::min(first + columns(), cuts_.size()); ++i)
        end = std::max(end, make_column(i, ending));
    if (first < cuts_.size()) place_column_rules(page, end);
    if (!last || credits_across().units <= 0) return;
    breaking::PageBreak credits;
    credits.first = text_end();
    credits.last = static_cast<std::uint32_t>(galley_.entries.size());
    const Length top = desk_.page().first_baseline - desk_.grid();
    place_credits(credits, page, top + whole_rows(desk_, end - top) + galley_.entries[credits.first].slab.space_before);
}

/// Where it ends.
Length PageMaker::make_column(std::size_t index, Ending ending) {
    const breaking::PageBreak& cut = cuts_[index];
    const Length x = column(index).x;
    ComposedPage& page = this->page(index);
    if (const RepeatedHead* head = head_of(cut)) {
        const Length y = top_of(index) + head->height;
        for (PlacedLines lines : head->lines) {
            lines.at = {lines.at.x + x, lines.at.y + y};
            page.contents.emplace_back(lines);
        }
        for (const Item& item : head->items)
            page.contents.emplace_back(moved(item, {x, y}));
    }
    const Length end = walk(index, cut, [&](const GalleyEntry& entry, Length y) {
        place(entry, page_of(index), {x, y});
        if (entry.closes && !entry.lines.empty()) page.contents.emplace_back(EndMark{entry.lines.back().text, {x, y}});
    });
    return place_foot(index, end, ending);
}

void PageMaker::place(const GalleyEntry& entry, std::size_t page_index, Point at) {
    ComposedPage& page = desk_.composition.pages[first_page_ + page_index];
    for (const Item& item : entry.grounds)
        page.contents.emplace_back(moved(item, at));
    for (PlacedLines lines : entry.lines) {
        lines.at = {lines.at.x + at.x, lines.at.y + at.y};
        if (lines.turned_about) *lines.turned_about = {lines.turned_about->x + at.x, lines.turned_about->y + at.y};
        add_lines(page, lines);
    }
    for (const Item& item : entry.items)
        page.contents.emplace_back(moved(item, at));
    if (!entry.outline) return;
    OutlineEntry& outline = desk_.composition.outline[*entry.outline];
    outline.page = static_cast<std::uint32_t>(first_page_ + page_index);
    outline.y = at.y - entry.slab.height;
}

Length PageMaker::notes_height(const breaking::PageBreak& cut) const {
    Length height{};
    const std::vector<const GalleyEntry*> lines = note_lines(text_end());
    for (std::uint32_t i = cut.first_note; i < cut.last_note; ++i)
        height += lines[i]->slab.space_before + lines[i]->slab.height;
    return height;
}

/// With the room above them.
Length PageMaker::credits_height(const breaking::PageBreak& cut) const {
    Length height{};
    for (std::uint32_t i = cut.first; i < cut.last; ++i) {
        const GalleyEntry& entry = galley_.entries[i];
        if (!entry.credits) continue;
        if (i > cut.first) height += entry.slab.space_before;
        height += entry.slab.height;
    }
    return height;
}

/// The last line stands on the last row, or what follows the text does so at once; where it ends.
Length PageMaker::place_foot(std::size_t index, Length text_end, Ending ending) {
    const breaking::PageBreak& cut = cuts_[index];
    const Length notes = notes_height(cut), credits = credits_height(cut);
    const Length last = row_at(desk_.page(), last_row(desk_.page()));
    Length end = text_end;
    if (notes.units > 0) {
        const Length least = text_end + foot_rule();
        end = place_notes(index, ending == Ending::at_foot ? std::max(last - credits - notes, least) : least);
    }
    if (credits.units > 0)
        place_credits(cut, page_of(index), ending == Ending::at_foot ? std::max(last - credits, end) : end);
    return end;
}

/// Notes stand below a short rule; where the last one ends.
Length PageMaker::place_notes(std::size_t index, Length y) {
    const breaking::PageBreak& cut = cuts_[index];
    const Column text = column(index);
    const Length long_rule = desk_.grid() * 4;
    const Length rule_x = desk_.right_to_left() ? text.x + text.width - long_rule : text.x;
    page(index).contents.emplace_back(Item{
        Rule{{rule_x, y - desk_.grid().scaled(0.1), long_rule, desk_.style().hairline}, paint_of(desk_.style(), 0)},
        0});
    const std::vector<const GalleyEntry*> lines = note_lines(text_end());
    for (std::uint32_t i = cut.first_note; i < cut.last_note; ++i) {
        y += lines[i]->slab.space_before + lines[i]->slab.height;
        place(*lines[i], page_of(index), {text.x, y});
    }
    return y;
}

void PageMaker::place_credits(const breaking::PageBreak& cut, std::size_t page, Length y) {
    const Length x = measure_of(desk_, first_page_ + page).x;
    for (std::uint32_t i = cut.first; i < cut.last; ++i) {
        const GalleyEntry& entry = galley_.entries[i];
        if (!entry.credits) continue;
        if (i > cut.first) y += entry.slab.space_before;
        y += entry.slab.height;
        place(entry, page, {x, y});
    }
}

} // namespace halfstar::layout

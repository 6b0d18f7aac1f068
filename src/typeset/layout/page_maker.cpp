#include "typeset/layout/page_maker.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::int64_t few_lines = 5; ///< a last page of fewer is worth saving, and else worth filling up
constexpr std::int64_t more_lines = 8; ///< are worth saving where a last page would hold little but credits
constexpr int attempts = 8;          ///< at fitting pages whose heads are repeated

/// Credits stay whole, and with the last lines of what they belong to.
void keep_credits(std::vector<breaking::Slab>& slabs, const std::vector<GalleyEntry>& entries) {
    std::size_t first = entries.size();
    while (first > 0 && entries[first - 1].credits) --first;
    if (first == entries.size()) return;
    const std::size_t lines = static_cast<std::size_t>(few_lines);
    for (std::size_t i = first - std::min(first, lines); i + 1 < slabs.size(); ++i)
        slabs[i].penalty = slabs[i].penalty <= breaking::forced ? breaking::forced : breaking::forbidden;
}

} // namespace

std::vector<Length> PageMaker::heights() const {
    const int last = last_row(desk_.page());
    const auto height = [&](std::size_t page) { return desk_.grid() * std::max(1, last - first_row(page) + 1); };
    std::vector<Length> heights(columns(), height(0));
    heights.push_back(height(1));
    return heights;
}

PageMaker::Cuts PageMaker::cut() const {
    if (galley_.entries.empty()) return {};
    if (text_end() == 0) return {{}};
    Cuts cuts = cut(0, text_end(), heights());
    if (columns() > 1) level(cuts);
    return cuts;
}

/// A part of the galley alone.
PageMaker::Cuts PageMaker::cut(std::uint32_t first, std::uint32_t last, const std::vector<Length>& heights) const {
    std::vector<breaking::Slab> slabs;
    for (std::uint32_t i = first; i < last; ++i) slabs.push_back(galley_.entries[i].slab);
    if (columns() == 1) keep_credits(slabs, galley_.entries);
    breaking::PageMeasures measures;
    measures.heights = heights;
    measures.foot_rule = foot_rule();
    measures.last_page_minimum = columns() == 1 ? desk_.grid() * few_lines : Length{};
    Cuts cuts = breaking::break_pages(slabs, measures);
    const auto height_of = [&](std::size_t i) { return heights[std::min(i, heights.size() - 1)]; };
    // A page that repeats a table's head has less room; where that changes the cuts, cut again.
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::vector<Length> wanted;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const std::uint32_t at = first + cuts[i].first;
            const auto& head = galley_.entries[at].head;
            wanted.push_back(height_of(i) - (head && at > 0 ? galley_.heads[*head].height : Length{}));
        }
        wanted.push_back(heights.back());
        if (wanted == measures.heights) break;
        measures.heights = wanted;
        cuts = breaking::break_pages(slabs, measures);
    }
    for (breaking::PageBreak& cut : cuts) cut.first += first, cut.last += first;
    return cuts;
}

void PageMaker::float_figures() {
    if (text_end() == 0) return;
    std::uint32_t floated = 0; // figures before this entry have their places
    for (std::size_t figures = galley_.entries.size(); figures > 0; --figures) {
        const Cuts pages = cut(0, text_end(), heights());
        std::size_t page = 1;
        while (page < pages.size() &&
               (galley_.entries[pages[page].first].floats == 0 || pages[page].first < floated))
            ++page;
        if (page >= pages.size()) return;
        const Length room = height_of(page - 1) - pages[page - 1].used;
        const std::uint32_t at = pages[page].first;
        const std::uint32_t moved = room > desk_.grid() * 2 ? float_figure(at, room) : 0;
        floated = at + moved + 1;
    }
}

std::uint32_t PageMaker::float_figure(std::uint32_t at, Length room) {
    const std::uint32_t figure = galley_.entries[at].floats;
    if (at + figure >= galley_.entries.size()) return 0;
    const GalleyEntry& above = galley_.entries[at - 1];
    const bool after_text = above.standing == Standing::on_grid && !above.outline;
    if (after_text) indent(at + figure);
    std::uint32_t moved = 0;
    Length height{};
    bool noted = false;
    for (std::uint32_t i = at + figure; i < galley_.entries.size(); ++i) {
        const GalleyEntry& entry = galley_.entries[i];
        // Only running text goes before it; the first note on a page brings a rule.
        if (entry.outline || entry.floats > 0 || entry.standing == Standing::free) break;
        if (i > at + figure) height += entry.slab.space_before;
        height += entry.slab.height + entry.slab.foot;
        if (entry.slab.foot.units > 0 && !noted) height += foot_rule();
        noted = noted || entry.slab.foot.units > 0;
        if (height > room) break;
        if (entry.slab.penalty < breaking::forbidden) moved = i + 1 - at - figure;
    }
    if (moved == 0) return 0;
    galley_.entries[at + figure].slab.space_before = after_text ? Length{} : desk_.grid() / 2;
    galley_.entries[at + figure + moved - 1].slab.penalty = breaking::forced;
    const auto begin = galley_.entries.begin() + at;
    std::rotate(begin, begin + figure, begin + figure + moved);
    if (at + figure + moved < galley_.entries.size()) {
        Length& after = galley_.entries[at + figure + moved].slab.space_before;
        after = std::max(after, desk_.grid());
    }
    // Paragraphs that stand on both sides of the figure now are not one strip any more.
    const std::uint32_t end = at + figure + moved;
    std::erase_if(paragraphs_, [&](const GalleyText& one) { return one.first < end && one.last > end; });
    for (GalleyText& one : paragraphs_)
        if (one.first >= at + figure && one.last <= end) one.first -= figure, one.last -= figure;
    return moved;
}

/// The paragraph that begins at `at` follows another now, and begins as such.
void PageMaker::indent(std::uint32_t at) {
    const auto found = std::find_if(paragraphs_.begin(), paragraphs_.end(),
                                    [&](const GalleyText& one) { return one.first == at; });
    if (found == paragraphs_.end()) return;
    SetText& text = desk_.composition.texts[found->text];
    if (text.shapes.size() != 1) return;
    const Length width = text.shapes.front().width, by = desk_.style().lines.indent;
    text.shapes = {{desk_.right_to_left() ? Length{} : by, width - by}, {{}, width}};
    auto ways = desk_.stick.break_text(text, desk_.stick.measure(text));
    exchange(static_cast<std::size_t>(found - paragraphs_.begin()), std::move(ways.front().lines));
}

/// One way for each paragraph that has any, the cheapest first.
std::vector<PageMaker::Saving> PageMaker::savings() const {
    std::vector<Saving> savings;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
        const SetText& text = desk_.composition.texts[paragraphs_[i].text];
        const auto ways = desk_.stick.break_text(text, desk_.stick.measure(text));
        for (const breaking::Breaks& way : ways)
            if (way.looseness < 0) savings.push_back({way.demerits - ways.front().demerits, i, way.lines});
    }
    std::stable_sort(savings.begin(), savings.end(), [](const Saving& a, const Saving& b) { return a.cost < b.cost; });
    return savings;
}

std::int64_t PageMaker::lines_to_save() const { return galley_.entries.back().credits ? more_lines : few_lines; }

/// Whether a few lines less would save the last page.
bool PageMaker::few_too_many(const Cuts& cuts) const {
    if (page_count(cuts) < 2 || text_end() == 0) return false;
    const breaking::PageBreak& last = cuts.back();
    if (columns() > 1)
        return last.last - cuts[first_of_page(page_of(cuts.size() - 1))].first < few_lines * desk_.page().columns;
    if (!galley_.entries.back().credits) return std::int64_t{last.last} - last.first < few_lines;
    const std::size_t before = cuts.size() - 2;
    const Length room = height_of(before) - cuts[before].used;
    return galley_.entries[last.first].slab.space_before + last.used - room <= desk_.grid() * lines_to_save();
}

void PageMaker::fit() {
    const Cuts cuts = cut();
    if (!few_too_many(cuts)) return;
    const Galley galley = galley_;
    const std::vector<GalleyText> paragraphs = paragraphs_;
    std::vector<std::pair<std::uint32_t, std::vector<breaking::Line>>> undo;
    for (Saving& saving : savings()) {
        if (std::ssize(undo) == lines_to_save()) break;
        const std::uint32_t text = paragraphs_[saving.paragraph].text;
        undo.emplace_back(text, desk_.composition.texts[text].lines);
        exchange(saving.paragraph, std::move(saving.lines));
        if (page_count(cut()) < page_count(cuts)) return;
    }
    galley_ = galley;
    paragraphs_ = paragraphs;
    for (auto& [text, lines] : undo) desk_.composition.texts[text].lines = std::move(lines);
}

/// Gives a paragraph other lines; what stood with its first and last line, and its notes, stay with it.
void PageMaker::exchange(std::size_t paragraph, std::vector<breaking::Line> lines) {
    const GalleyText where = paragraphs_[paragraph];
    SetText& text = desk_.composition.texts[where.text];
    text.lines = std::move(lines);
    const auto begin = galley_.entries.begin() + where.first, end = galley_.entries.begin() + where.last;
    Galley again;
    add_lines(again, text, where.text, begin->lines.back().at.x, begin->lines.back().leading);
    again.entries.front().slab.space_before = begin->slab.space_before;
    again.entries.front().lines = begin->lines;
    again.entries.front().items = begin->items;
    again.entries.front().grounds = begin->grounds;
    again.entries.back().slab.penalty = std::prev(end)->slab.penalty;
    again.entries.back().closes = std::prev(end)->closes;
    std::vector<std::uint32_t> notes;
    for (auto entry = begin; entry != end; ++entry) notes.insert(notes.end(), entry->notes.begin(), entry->notes.end());
    const MeasuredText measured = desk_.stick.measure(text);
    for (std::size_t i = 0; i < again.entries.size(); ++i) {
        GalleyEntry& entry = again.entries[i];
        entry.standing = begin->standing;
        const std::vector<std::uint32_t> here = notes_of(measured, text.lines[i]);
        const bool last = i + 1 == again.entries.size();
        // Notes that only notes refer to have no line of their own here: they go to the last.
        const auto stays = std::stable_partition(notes.begin(), notes.end(), [&](std::uint32_t note) {
            return !last && std::find(here.begin(), here.end(), note) == here.end();
        });
        for (auto note = stays; note != notes.end(); ++note) {
            entry.notes.push_back(*note);
            entry.slab.foot += notes_.note(*note).galley.height();
        }
        notes.erase(stays, notes.end());
    }
    const auto grown = static_cast<std::int64_t>(again.entries.size()) - (where.last - where.first);
    galley_.entries.erase(begin, end);
    galley_.entries.insert(galley_.entries.begin() + where.first, std::make_move_iterator(again.entries.begin()),
                           std::make_move_iterator(again.entries.end()));
    const auto shift = [&](std::uint32_t& index) { index = static_cast<std::uint32_t>(index + grown); };
    for (GalleyText& one : paragraphs_) {
        if (one.first > where.first) shift(one.first);
        if (one.last > where.first) shift(one.last);
    }
}

bool PageMaker::fits_one_page() const {
    const Cuts cuts = cut();
    return page_count(cuts) <= 1 && std::all_of(cuts.begin(), cuts.end(), [](const breaking::PageBreak& one) {
               return one.overfull.units <= 0;
           });
}

} // namespace halfstar::layout

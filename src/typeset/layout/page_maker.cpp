#include "typeset/layout/page_maker.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::uint32_t few_lines = 5; ///< a last page of fewer is worth great pains
constexpr std::int64_t short_last_page_demerits = 3'000'000;
constexpr std::int64_t hyphen_demerits = 400'000;
constexpr std::int64_t turn_hyphen_demerits = 8'000'000; ///< dearer than a page more that is nearly empty
constexpr std::int64_t sheet_demerits = 600'000;

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
    Cuts cuts = desk_.stick.break_pages(slabs_of(whole()), {}, measures()).breaks;
    if (columns() > 1) level(cuts);
    return cuts;
}

PageMaker::Cuts PageMaker::cut(const Part& part, const std::vector<Length>& heights) const {
    Cuts cuts = desk_.stick.break_pages(slabs_of(part), {}, measures_of(part, heights)).breaks;
    for (breaking::PageBreak& cut : cuts) {
        cut.first += part.first, cut.last += part.first;
        cut.first_note += part.first_note, cut.last_note += part.first_note;
    }
    return cuts;
}

/// Of the whole galley, whose pages are to end well.
breaking::PageMeasures PageMaker::measures() const {
    breaking::PageMeasures measures = measures_of(whole(), heights());
    measures.columns = static_cast<std::uint32_t>(columns());
    measures.last_page_minimum = desk_.grid() * few_lines;
    if (columns() > 1) measures.last_page_minimum += height_below_text() / desk_.page().columns;
    measures.short_last_page_demerits = short_last_page_demerits;
    measures.sheet_demerits = sheet_demerits;
    measures.hyphen_demerits = hyphen_demerits;
    measures.turn_hyphen_demerits = turn_hyphen_demerits;
    // Pages that can be seen at once: a verso and its recto.
    measures.level_with = 2 * measures.columns;
    measures.level_first = first_page_ % 2 == 0 ? measures.columns : 0;
    return measures;
}

breaking::PageMeasures PageMaker::measures_of(const Part& part, const std::vector<Length>& heights) const {
    breaking::PageMeasures measures;
    measures.heights = heights;
    measures.grid = desk_.grid();
    measures.foot_rule = foot_rule();
    const std::vector<const GalleyEntry*> lines = note_lines(part.last);
    for (std::size_t i = part.first_note; i < lines.size(); ++i) {
        const breaking::Slab& slab = lines[i]->slab;
        const bool opens = i == 0 || lines[i]->opens_note;
        measures.notes.push_back({slab.space_before + slab.height, opens, slab.penalty < breaking::forbidden});
    }
    measures.pending_notes = static_cast<std::uint32_t>(note_lines(part.first).size()) - part.first_note;
    return measures;
}

std::vector<breaking::Slab> PageMaker::slabs_of(const Part& part) const {
    std::vector<breaking::Slab> slabs;
    for (std::uint32_t i = part.first; i < part.last; ++i) slabs.push_back(slab_of(galley_.entries[i]));
    if (part.first == 0 && !slabs.empty()) slabs.front().head = Length{};
    const TextEnd end = text_closes();
    for (std::uint32_t i = 0; i < slabs.size(); ++i) keep_end(slabs[i], part.first + i, end);
    return slabs;
}

/// Credits stay whole, and with the last lines of what they belong to; so does what else follows the text.
void PageMaker::keep_end(breaking::Slab& slab, std::uint32_t entry, const TextEnd& end) const {
    if (columns() > 1 || slab.penalty <= breaking::forced || entry + 1 >= end.all) return;
    const bool with_credits = end.credits < end.all && entry + few_lines >= end.credits;
    const bool last_lines = end.text + 1 < end.all && entry <= end.text && entry + few_lines > end.text;
    if (with_credits || last_lines) slab.penalty = breaking::forbidden;
}

PageMaker::TextEnd PageMaker::text_closes() const {
    const auto& entries = galley_.entries;
    const auto all = static_cast<std::uint32_t>(entries.size());
    TextEnd end{all, all, all};
    while (end.credits > 0 && entries[end.credits - 1].credits) --end.credits;
    const auto last = std::find_if(entries.begin(), entries.end(), [](const GalleyEntry& entry) { return entry.closes; });
    end.text = static_cast<std::uint32_t>(last - entries.begin());
    return end;
}

/// Of what follows the text in its columns.
Length PageMaker::height_below_text() const {
    Length height{};
    for (std::uint32_t i = text_closes().text + 1; i < text_end(); ++i)
        height += galley_.entries[i].slab.space_before + galley_.entries[i].slab.height;
    return height;
}

breaking::Slab PageMaker::slab_of(const GalleyEntry& entry) const {
    breaking::Slab slab = entry.slab;
    slab.on_grid = entry.standing == Standing::on_grid;
    if (entry.head) slab.head = galley_.heads[*entry.head].height;
    for (const std::uint32_t note : entry.notes)
        slab.notes += static_cast<std::uint32_t>(notes_.note(note).galley.entries.size());
    return slab;
}

/// The lines of all notes that entries before `last` bring, in order.
std::vector<const GalleyEntry*> PageMaker::note_lines(std::uint32_t last) const {
    std::vector<const GalleyEntry*> lines;
    for (std::uint32_t i = 0; i < last; ++i)
        for (const std::uint32_t note : galley_.entries[i].notes)
            for (const GalleyEntry& line : notes_.note(note).galley.entries) lines.push_back(&line);
    return lines;
}

Length PageMaker::notes_height(const GalleyEntry& entry) const {
    Length height{};
    for (const std::uint32_t note : entry.notes) height += notes_.note(note).galley.height();
    return height;
}

void PageMaker::float_figures() {
    if (text_end() == 0) return;
    if (std::none_of(galley_.entries.begin(), galley_.entries.end(), [](const auto& entry) { return entry.floats > 0; }))
        return;
    std::uint32_t floated = 0; // figures before this entry have their places
    for (std::size_t figures = galley_.entries.size(); figures > 0; --figures) {
        const Cuts pages = desk_.stick.break_pages(slabs_of(whole()), {}, measures()).breaks;
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
        height += entry.slab.height + notes_height(entry);
        if (!entry.notes.empty() && !noted) height += foot_rule();
        noted = noted || !entry.notes.empty();
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
    const SharedText measured = desk_.stick.measure(text);
    desk_.stick.note_faces(text, *measured);
    auto ways = desk_.stick.break_text(text, *measured);
    found->other_ways.clear(); // of the other measure
    exchange(static_cast<std::size_t>(found - paragraphs_.begin()), std::move(ways.front().lines));
}

bool PageMaker::fits_one_page() const {
    const Cuts cuts = cut();
    return page_count(cuts) <= 1 && std::all_of(cuts.begin(), cuts.end(), [](const breaking::PageBreak& one) {
               return one.overfull.units <= 0;
           });
}

} // namespace halfstar::layout

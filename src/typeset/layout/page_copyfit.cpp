// Copyfitting: which paragraphs are set a line shorter or longer, so that pages come out well.
#include "typeset/layout/page_maker.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::int32_t loosest = 2000; ///< thousandths of stretch: looser lines are worse than a poor page
constexpr std::size_t most_savings = 8; ///< paragraphs set shorter, so that credits have room

std::int32_t loosest_of(const std::vector<breaking::Line>& lines) {
    std::int32_t ratio = 0;
    for (const breaking::Line& line : lines)
        if (line.flush) ratio = std::max(ratio, line.ratio);
    return ratio;
}

/// Whether no line leaves the measure or is looser than lines may be, or are already.
bool is_fair(const std::vector<breaking::Line>& lines, const std::vector<breaking::Line>& instead_of) {
    const bool fits = std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line.overfull.units <= 0; });
    return fits && loosest_of(lines) <= std::max(loosest, loosest_of(instead_of));
}

} // namespace

/// In the galley's order.
std::vector<PageMaker::Way> PageMaker::ways() const {
    std::vector<Way> ways;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
        const GalleyText& one = paragraphs_[i];
        const std::vector<breaking::Line>& lines = desk_.composition.texts[one.text].lines;
        for (std::size_t k = 0; k < one.other_ways.size(); ++k)
            if (one.last <= text_end() && is_fair(one.other_ways[k].lines, lines)) ways.push_back({i, k});
    }
    std::stable_sort(ways.begin(), ways.end(), [&](const Way& a, const Way& b) {
        return paragraphs_[a.paragraph].first < paragraphs_[b.paragraph].first;
    });
    return ways;
}

breaking::Alternative PageMaker::alternative(const Way& way, const TextEnd& end) const {
    const GalleyText& where = paragraphs_[way.paragraph];
    breaking::Alternative alternative{where.first, where.last, {}, breaks_of(way).demerits};
    for (const GalleyEntry& entry : set_again(where, breaks_of(way).lines))
        alternative.slabs.push_back(slab_of(entry));
    // Lines are counted from the paragraph's end: there they stand alike.
    auto entry = where.last;
    for (auto slab = alternative.slabs.rbegin(); slab != alternative.slabs.rend() && entry > 0; ++slab)
        keep_end(*slab, --entry, end);
    return alternative;
}

void PageMaker::fit() {
    if (text_end() == 0) return;
    const std::vector<Way> ways = this->ways();
    std::vector<breaking::Alternative> alternatives;
    const TextEnd end = text_closes();
    for (const Way& way : ways) alternatives.push_back(alternative(way, end));
    breaking::Pages pages = desk_.stick.break_pages(slabs_of(whole()), alternatives, measures());
    for (const std::uint32_t index : pages.chosen) exchange(ways[index].paragraph, breaks_of(ways[index]).lines);
    cuts_ = std::move(pages.breaks);
    if (columns() > 1) level(cuts_);
    if (credits_apart(cuts_)) make_room_for_credits();
}

/// Where credits below columns would stand on a page alone, some lines less may let them stand with the text.
void PageMaker::make_room_for_credits() { save_page(most_savings, Saving::done); }

bool PageMaker::ends_short(int lines) const {
    const std::size_t pages = page_count(cuts_);
    if (pages < 2 || text_end() == 0) return false;
    return (end_row() + 1) * static_cast<int>(columns()) <= lines;
}

bool PageMaker::save_page(std::size_t most_paragraphs, Saving saving) {
    std::vector<Way> shorter = ways();
    std::erase_if(shorter, [&](const Way& way) {
        const GalleyText& where = paragraphs_[way.paragraph];
        return breaks_of(way).lines.size() >= where.last - where.first;
    });
    std::stable_sort(shorter.begin(), shorter.end(), [&](const Way& a, const Way& b) {
        return breaks_of(a).demerits < breaks_of(b).demerits;
    });
    const Galley galley = galley_;
    const std::vector<GalleyText> paragraphs = paragraphs_;
    std::vector<std::pair<std::uint32_t, std::vector<breaking::Line>>> undo;
    bool saved = false;
    for (const Way& way : shorter) {
        if (undo.size() == most_paragraphs) break;
        const std::uint32_t text = paragraphs_[way.paragraph].text;
        undo.emplace_back(text, desk_.composition.texts[text].lines);
        exchange(way.paragraph, breaks_of(way).lines);
        Cuts cuts = cut();
        saved = page_count(cuts) < page_count(cuts_);
        if (!saved) continue;
        if (saving == Saving::tried) break;
        cuts_ = std::move(cuts);
        return true;
    }
    galley_ = galley;
    paragraphs_ = paragraphs;
    // The last first: a text may have been set again more than once.
    for (auto one = undo.rbegin(); one != undo.rend(); ++one) desk_.composition.texts[one->first].lines = std::move(one->second);
    return saved;
}

/// A paragraph's entries with other lines; what stood with its first and last line, and its notes, stay with it.
std::vector<GalleyEntry> PageMaker::set_again(const GalleyText& where, const std::vector<breaking::Line>& lines) const {
    const GalleyEntry& first = galley_.entries[where.first];
    const GalleyEntry& last = galley_.entries[where.last - 1];
    Galley again;
    add_lines(again, lines, where.text, first.lines.back().at.x, first.lines.back().leading);
    again.entries.front().slab.space_before = first.slab.space_before;
    again.entries.front().lines = first.lines;
    again.entries.front().items = first.items;
    again.entries.front().grounds = first.grounds;
    again.entries.back().slab.penalty = last.slab.penalty;
    again.entries.back().closes = last.closes;
    for (GalleyEntry& entry : again.entries) entry.standing = first.standing;
    share_notes(where, lines, again.entries);
    return std::move(again.entries);
}

/// Each note to the line that refers to it; one that only another note refers to follows that.
void PageMaker::share_notes(const GalleyText& where, const std::vector<breaking::Line>& lines,
                            std::vector<GalleyEntry>& entries) const {
    std::vector<std::uint32_t> notes;
    for (std::uint32_t i = where.first; i < where.last; ++i)
        notes.insert(notes.end(), galley_.entries[i].notes.begin(), galley_.entries[i].notes.end());
    if (notes.empty()) return;
    const SharedText measured = desk_.stick.measure(desk_.composition.texts[where.text]);
    std::vector<std::vector<std::uint32_t>> here;
    for (const breaking::Line& line : lines) here.push_back(notes_of(*measured, line));
    std::size_t at = 0;
    for (const std::uint32_t note : notes) {
        const auto refers = [&](const std::vector<std::uint32_t>& line) {
            return std::find(line.begin(), line.end(), note) != line.end();
        };
        const auto line = std::find_if(here.begin() + static_cast<std::ptrdiff_t>(at), here.end(), refers);
        if (line != here.end()) at = static_cast<std::size_t>(line - here.begin());
        entries[at].notes.push_back(note);
    }
}

void PageMaker::exchange(std::size_t paragraph, std::vector<breaking::Line> lines) {
    const GalleyText& where = paragraphs_[paragraph];
    const std::uint32_t first = where.first, last = where.last;
    std::vector<GalleyEntry> again = set_again(where, lines);
    desk_.composition.texts[where.text].lines = std::move(lines);
    const auto grown = static_cast<std::int64_t>(again.size()) - (last - first);
    const auto begin = galley_.entries.begin() + first;
    galley_.entries.erase(begin, galley_.entries.begin() + last);
    galley_.entries.insert(galley_.entries.begin() + first, std::make_move_iterator(again.begin()),
                           std::make_move_iterator(again.end()));
    const auto shift = [&](std::uint32_t& index) { index = static_cast<std::uint32_t>(index + grown); };
    for (GalleyText& one : paragraphs_) {
        if (one.first > first) shift(one.first);
        if (one.last > first) shift(one.last);
    }
}

} // namespace halfstar::layout

#include "typeset/layout/page_maker.h"

#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::size_t few_lines = 4; ///< a last page of fewer is worth saving
constexpr int attempts = 8;          ///< at fitting pages whose heads are repeated

Item moved(Item item, Point by) {
    const auto move = [&](Point& point) { point = {point.x + by.x, point.y + by.y}; };
    const auto move_path = [&](Path& path) {
        for (PathStep& step : path)
            for (Point& point : step.points) move(point);
    };
    const auto move_rect = [&](Rect& rect) {
        rect.x += by.x;
        rect.y += by.y;
    };
    std::visit(overloaded{
                   [&](GlyphRun& run) { move(run.origin); },
                   [&](Rule& rule) { move_rect(rule.rect); },
                   [&](Shape& shape) { move_path(shape.path); },
                   [&](PictureItem& picture) { move_rect(picture.rect); },
                   [&](ClipBegin& clip) { move_path(clip.path); },
                   [&](ClipEnd&) {},
                   [&](LinkArea& area) { move_rect(area.rect); },
                   [&](Anchor& anchor) { move(anchor.at); },
               },
               item.node);
    return item;
}

} // namespace

std::vector<Length> PageMaker::heights() const {
    const int last = last_row(desk_.page());
    std::vector<Length> heights;
    for (std::size_t page = 0; page < 2; ++page)
        heights.push_back(desk_.grid() * std::max(1, last - first_row(page) + 1));
    return heights;
}

std::vector<breaking::PageBreak> PageMaker::cut() const {
    if (galley_.entries.empty()) return {};
    std::vector<breaking::Slab> slabs;
    for (const GalleyEntry& entry : galley_.entries) slabs.push_back(entry.slab);
    breaking::PageMeasures measures;
    measures.heights = heights();
    measures.foot_rule = foot_rule();
    measures.last_page_minimum = desk_.grid() * 4;
    std::vector<breaking::PageBreak> pages = breaking::break_pages(slabs, measures);
    // A page that repeats a table's head has less room; where that changes the cuts, cut again.
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::vector<Length> wanted;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto& head = galley_.entries[pages[i].first].head;
            wanted.push_back(heights()[std::min<std::size_t>(i, 1)] -
                             (head && i > 0 ? galley_.heads[*head].height : Length{}));
        }
        wanted.push_back(heights().back());
        if (wanted == measures.heights) break;
        measures.heights = wanted;
        pages = breaking::break_pages(slabs, measures);
    }
    return pages;
}

void PageMaker::fit(const std::vector<GalleyText>& paragraphs) {
    const std::vector<breaking::PageBreak> pages = cut();
    if (pages.size() < 2) return;
    const std::size_t over = pages.back().last - pages.back().first;
    if (over >= few_lines) return;
    // The paragraphs whose shorter setting costs least, as many as there are lines too many.
    struct Saving {
        std::int64_t cost;
        std::size_t paragraph;
        std::vector<breaking::Line> lines;
    };
    std::vector<Saving> savings;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const SetText& text = desk_.composition.texts[paragraphs[i].text];
        const auto noted = [](const GalleyEntry& entry) { return !entry.notes.empty(); };
        const auto begin = galley_.entries.begin();
        // Notes stay where they are: only paragraphs without references are exchanged.
        if (std::any_of(begin + paragraphs[i].first, begin + paragraphs[i].last, noted)) continue;
        const auto ways = desk_.stick.break_text(text, desk_.stick.measure(text));
        for (const breaking::Breaks& way : ways)
            if (way.looseness < 0) savings.push_back({way.demerits - ways.front().demerits, i, way.lines});
    }
    std::stable_sort(savings.begin(), savings.end(), [](const Saving& a, const Saving& b) { return a.cost < b.cost; });
    if (savings.size() < over) return;
    const Galley before = galley_;
    std::vector<std::pair<std::uint32_t, std::vector<breaking::Line>>> undo;
    savings.resize(over);
    std::stable_sort(savings.begin(), savings.end(),
                     [](const Saving& a, const Saving& b) { return a.paragraph > b.paragraph; });
    for (Saving& saving : savings) {
        const GalleyText& where = paragraphs[saving.paragraph];
        undo.emplace_back(where.text, desk_.composition.texts[where.text].lines);
        desk_.composition.texts[where.text].lines = std::move(saving.lines);
        exchange(where);
    }
    if (cut().size() < pages.size()) return;
    galley_ = before;
    for (auto& [text, lines] : undo) desk_.composition.texts[text].lines = std::move(lines);
}

void PageMaker::exchange(const GalleyText& where) {
    Galley again;
    const GalleyEntry& first = galley_.entries[where.first];
    const SetText& text = desk_.composition.texts[where.text];
    const PlacedLines own = first.lines.back();
    add_lines(again, text, where.text, own.at.x, own.leading, desk_.grid());
    again.entries.front().slab.space_before = first.slab.space_before;
    again.entries.front().lines = first.lines;
    again.entries.front().items = first.items;
    again.entries.back().slab.penalty = galley_.entries[where.last - 1].slab.penalty;
    again.entries.back().closes = galley_.entries[where.last - 1].closes;
    const auto begin = galley_.entries.begin();
    galley_.entries.erase(begin + where.first, begin + where.last);
    galley_.entries.insert(galley_.entries.begin() + where.first, again.entries.begin(), again.entries.end());
}

void PageMaker::make() {
    const std::vector<breaking::PageBreak> pages = cut();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        while (desk_.composition.pages.size() <= i) desk_.composition.pages.emplace_back();
        make_page(i, pages[i]);
    }
}

void PageMaker::make_page(std::size_t index, const breaking::PageBreak& cut) {
    ComposedPage& page = desk_.composition.pages[index];
    const Length x = columns_of(desk_.page()).text.x;
    const Length top = row_at(desk_.page(), first_row(index)) - desk_.grid();
    Length y{};
    if (const auto& head = galley_.entries[cut.first].head; head && index > 0) {
        const RepeatedHead& again = galley_.heads[*head];
        y = again.height;
        for (PlacedLines lines : again.lines) {
            lines.at = {lines.at.x + x, lines.at.y + top + y};
            page.contents.emplace_back(lines);
        }
        for (const Item& item : again.items) page.contents.emplace_back(moved(item, {x, top + y}));
    }
    for (std::uint32_t i = cut.first; i < cut.last; ++i) {
        const GalleyEntry& entry = galley_.entries[i];
        if (i > cut.first) y += entry.slab.space_before;
        y += entry.slab.height;
        if (entry.standing == Standing::on_grid) y = whole_rows(desk_, y);
        place(entry, page, {x, top + y}, index);
        if (entry.closes && !entry.lines.empty())
            page.contents.emplace_back(EndMark{entry.lines.back().text, {x, top + y}});
    }
    place_notes(cut, page, top + y);
}

void PageMaker::place(const GalleyEntry& entry, ComposedPage& page, Point at, std::size_t index) {
    for (PlacedLines lines : entry.lines) {
        lines.at = {lines.at.x + at.x, lines.at.y + at.y};
        page.contents.emplace_back(lines);
    }
    for (const Item& item : entry.items) page.contents.emplace_back(moved(item, at));
    if (!entry.outline) return;
    OutlineEntry& outline = desk_.composition.outline[*entry.outline];
    outline.page = static_cast<std::uint32_t>(index);
    outline.y = at.y - entry.slab.height;
}

/// Notes stand at the foot, the last line on the last row, below a short rule.
void PageMaker::place_notes(const breaking::PageBreak& cut, ComposedPage& page, Length text_end) {
    Length height{};
    for (std::uint32_t i = cut.first; i < cut.last; ++i)
        for (const std::uint32_t note : galley_.entries[i].notes) height += notes_.note(note).galley.height();
    if (height.units <= 0) return;
    const Length x = columns_of(desk_.page()).text.x;
    Length y = std::max(row_at(desk_.page(), last_row(desk_.page())) - height, text_end + desk_.grid());
    const Length long_rule = desk_.grid() * 4;
    const Length rule_x = desk_.right_to_left() ? x + columns_of(desk_.page()).text.width - long_rule : x;
    page.contents.emplace_back(
        Item{Rule{{rule_x, y - desk_.grid().scaled(0.1), long_rule, desk_.style().hairline}, paint_of(desk_.style(), 0)}, 0});
    for (std::uint32_t i = cut.first; i < cut.last; ++i)
        for (const std::uint32_t note : galley_.entries[i].notes)
            for (const GalleyEntry& entry : notes_.note(note).galley.entries) {
                y += entry.slab.space_before + entry.slab.height;
                place(entry, page, {x, y}, 0);
            }
}

} // namespace halfstar::layout

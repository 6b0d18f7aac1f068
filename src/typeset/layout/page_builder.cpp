#include "typeset/layout/page_builder.h"

#include "design/drawing/paths.h"
#include "design/drawing/stars.h"
#include "design/style/load.h"
#include "typeset/items.h"

#include <cassert>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double end_mark_space = 6;    ///< points behind the last word
constexpr double star_centre = 0.30;    ///< of the text size above the baseline

} // namespace

void PageBuilder::build(const PageContent& content, std::vector<Item>& items) {
    std::visit(overloaded{
                   [&](const PlacedLines& lines) { place(lines, items); },
                   [&](const EndMark& mark) { place(mark, items); },
                   [&](const PlacedStars& stars) { place(stars, items); },
                   [&](const PlacedLeader& leader) { place(leader, items); },
                   [&](const KeptItem& item) { items.push_back(*item); },
                   [](const BuiltPart&) { assert(false); }, // who has them unpacks them
               },
               content);
}

std::map<std::uint32_t, SharedText> PageBuilder::unfinished() {
    std::map<std::uint32_t, SharedText> texts;
    for (const std::uint32_t text : unfinished_)
        if (auto node = measured_.extract(text)) texts.insert(std::move(node));
    return texts;
}

const MeasuredText& PageBuilder::measured(std::uint32_t text) {
    auto found = measured_.find(text);
    if (found == measured_.end()) found = measured_.emplace(text, stick_.measure(text_(text))).first;
    return *found->second;
}

void PageBuilder::place(const PlacedLines& lines, std::vector<Item>& items) {
    const SetText& text = text_(lines.text);
    const MeasuredText& measured = this->measured(lines.text);
    const std::uint32_t first_picture = text.piece < first_pictures_.size() ? first_pictures_[text.piece] : 0;
    if (lines.last < text.lines.size()) unfinished_.push_back(lines.text);
    for (std::uint32_t line = lines.first; line < lines.last; ++line) {
        const Point left{lines.at.x, lines.at.y + lines.leading * (line - lines.first)};
        const std::size_t first = items.size();
        last_ = stick_.set(text, measured, line, left, first_picture, items);
        last_rightwards_ = measured.rich.level % 2 == 0;
        if (lines.turn != 0)
            for (std::size_t i = first; i < items.size(); ++i) items[i] = swung(std::move(items[i]), lines.at, lines.turn);
        if (!lines.turned_about) continue;
        for (std::size_t i = first; i < items.size(); ++i) items[i] = turned(std::move(items[i]), *lines.turned_about);
    }
}

void PageBuilder::place(const EndMark& mark, std::vector<Item>& items) {
    const Style& style = stick_.types().style();
    if (style.end_mark_radius == Length{}) return;
    const TextSpec& text = stick_.types_of(text_(mark.text)).spec(Element::text);
    StarSpec spec;
    spec.radius = style.end_mark_radius;
    spec.pitch = style.end_mark_radius * 2;
    spec.outline = Length::points(0.5);
    spec.missing_outlined = false;
    const Length space = Length::points(end_mark_space);
    const Length left =
        last_rightwards_ ? last_.right + space : last_.left - space - star_width(spec.radius);
    const Length y = mark.at.y - text.size.scaled(star_centre);
    for (Shape& shape : draw_stars(left, y, 2, 1, spec, paint_of(style, style.end_mark_colour)))
        items.push_back({std::move(shape), 0});
}

void PageBuilder::place(const PlacedStars& stars, std::vector<Item>& items) {
    const StarSpec spec = star_spec(stars.types != nullptr ? *stars.types : stick_.types(), stars.look);
    const Paint paint = paint_of(stick_.types().style(), spec.colour);
    for (Shape& shape : draw_stars(stars.at.x, stars.at.y, stars.quarters, stars.stars, spec, paint))
        items.push_back({std::move(shape), 0});
}

/// One shape: the dots' places count from the page's left edge, so that all leaders align.
void PageBuilder::place(const PlacedLeader& leader, std::vector<Item>& items) {
    const Style& style = stick_.types().style();
    const LeaderSpec& spec = style.leaders;
    const Length left = leader.left + spec.clear_left + spec.radius;
    const Length right = leader.right - spec.clear_right - spec.radius;
    if (spec.pitch.units <= 0) return;
    Shape dots;
    dots.fill = paint_of(style, 0);
    for (std::int64_t i = (left.units + spec.pitch.units - 1) / spec.pitch.units; spec.pitch * i <= right; ++i) {
        const Path dot = circle_path({spec.pitch * i, leader.baseline - spec.radius}, spec.radius);
        dots.path.insert(dots.path.end(), dot.begin(), dot.end());
    }
    if (!dots.path.empty()) items.push_back({std::move(dots), 0});
}

} // namespace halfstar::layout

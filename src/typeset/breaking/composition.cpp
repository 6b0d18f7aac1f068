#include "typeset/breaking/composition.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

bool is_forced(const Element& element) {
    return element.kind == PieceKind::penalty && element.penalty <= forced;
}

} // namespace

Composition::Composition(std::span<const Element> elements) : elements_(elements) {
    sum();
    find_breaks();
}

void Composition::sum() {
    sums_.resize(elements_.size() + 1);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        const Element& element = elements_[i];
        Give next = sums_[i];
        switch (element.kind) {
        case PieceKind::box:
            next.width += element.width.units;
            next.box_stretch += element.stretch.units;
            next.box_shrink += element.shrink.units;
            break;
        case PieceKind::glue:
            next.width += element.width.units;
            next.glue_stretch += element.stretch.units;
            next.glue_shrink += element.shrink.units;
            break;
        case PieceKind::penalty: break;
        }
        sums_[i + 1] = next;
    }
}

// Glue must follow a box. No break is followed by nothing but what vanishes: that would make an empty line
// before a forced break or at the end.
bool Composition::is_break(std::uint32_t at) const {
    const Element& element = elements_[at];
    if (element.kind == PieceKind::box) return false;
    if (element.kind == PieceKind::penalty && element.penalty >= forbidden) return false;
    if (element.kind == PieceKind::glue && (at == 0 || elements_[at - 1].kind != PieceKind::box)) return false;
    const std::uint32_t next = next_box_[at + 1];
    if (next == elements_.size()) return false;
    return is_forced(element) || elements_[next].kind == PieceKind::box;
}

BreakPoint Composition::break_at(std::uint32_t at, std::uint32_t set_end) const {
    BreakPoint point;
    point.at = at;
    point.set_end = set_end;
    point.next_first = at < elements_.size() ? next_box_[at + 1] : at;
    if (set_end > 0) point.hang = elements_[set_end - 1].hang_right.units;
    if (at < elements_.size() && elements_[at].kind == PieceKind::penalty) {
        const Element& penalty = elements_[at];
        point.end_width = penalty.width.units;
        if (point.end_width != 0) point.hang = penalty.hang_right.units;
        point.penalty = penalty.penalty;
        point.hyphen = penalty.hyphen;
        if (is_forced(penalty)) point.ending = Ending::forced;
    }
    if (at == elements_.size()) point.ending = Ending::paragraph;
    if (point.next_first < elements_.size()) point.next_hang = elements_[point.next_first].hang_left.units;
    return point;
}

void Composition::find_breaks() {
    const auto count = static_cast<std::uint32_t>(elements_.size());
    next_box_.assign(count + 1, count);
    std::uint32_t end = count; // forced breaks behind the last box would only make empty lines
    while (end > 0 && elements_[end - 1].kind != PieceKind::box) --end;
    for (std::uint32_t i = end; i-- > 0;) {
        const bool stops = elements_[i].kind == PieceKind::box || is_forced(elements_[i]);
        next_box_[i] = stops ? i : next_box_[i + 1];
    }
    start_.next_first = next_box_[0];
    if (start_.next_first < count) start_.next_hang = elements_[start_.next_first].hang_left.units;
    std::uint32_t set_end = 0;
    for (std::uint32_t i = 0; i < end; ++i) {
        if (elements_[i].kind == PieceKind::box) set_end = i + 1;
        if (is_break(i)) breaks_.push_back(break_at(i, set_end));
    }
    breaks_.push_back(break_at(count, set_end));
    for (const BreakPoint& point : breaks_) furthest_hang_ = std::max(furthest_hang_, point.hang);
}

} // namespace halfstar::breaking

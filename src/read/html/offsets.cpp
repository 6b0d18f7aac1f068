#include "read/html/offsets.h"

#include <algorithm>

namespace halfstar {

void OffsetMap::step(std::uint32_t made, std::uint32_t origin) {
    if (!steps_.empty() && steps_.back().made == made) steps_.pop_back();
    steps_.push_back({made, origin});
}

std::uint32_t OffsetMap::at(std::uint32_t made) const {
    const auto next = std::upper_bound(steps_.begin(), steps_.end(), made,
                                       [](std::uint32_t wanted, const Step& each) { return wanted < each.made; });
    if (next == steps_.begin()) return made;
    const Step& step = *(next - 1);
    return step.origin + (made - step.made);
}

Span Provenance::span(std::uint32_t begin, std::uint32_t end) const {
    const bool empty = end <= begin;
    // The end is found by its last byte: the byte behind it may have come from elsewhere.
    std::uint32_t last = empty ? begin : end - 1;
    for (const OffsetMap* map : maps) {
        begin = map->at(begin);
        last = map->at(last);
    }
    const std::uint32_t limit = where.end > where.begin ? where.end : UINT32_MAX;
    const std::uint32_t first = std::min(where.begin + begin, limit);
    return {where.source, first, empty ? first : std::clamp(where.begin + last + 1, first, limit)};
}

Provenance Provenance::behind(const OffsetMap& map) const {
    Provenance made{{&map}, where};
    made.maps.insert(made.maps.end(), maps.begin(), maps.end());
    return made;
}

} // namespace halfstar

// A paragraph made ready for breaking: where its lines may end, and running sums by which the width and
// the give of any line is known in constant time.
#pragma once

#include "typeset/breaking/paragraph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

enum class Ending : std::uint8_t { open, forced, paragraph };

/// A place where a line may end.
struct BreakPoint {
    std::uint32_t at = 0;         ///< index of the glue or penalty; elements.size() for the end
    std::uint32_t set_end = 0;    ///< one behind the last box before it
    std::uint32_t next_first = 0; ///< the first box behind it, where the next line starts
    std::int64_t end_width = 0;   ///< of the hyphen that it sets
    std::int64_t hang = 0;        ///< out of the right edge
    std::int64_t next_hang = 0;   ///< how far the next line hangs out on the left
    std::int32_t penalty = 0;
    bool hyphen = false;
    Ending ending = Ending::open;
};

/// Widths of a stretch of elements, in units of Length.
struct Give {
    std::int64_t width = 0;
    std::int64_t glue_stretch = 0, glue_shrink = 0;
    std::int64_t box_stretch = 0, box_shrink = 0;
};

class Composition {
public:
    explicit Composition(std::span<const Element> elements);

    /// In order; the last is the end of the paragraph.
    const std::vector<BreakPoint>& breaks() const { return breaks_; }
    /// As if a break stood before the first element.
    const BreakPoint& start() const { return start_; }
    /// The sums over elements [first, last); none when last <= first.
    Give give(std::uint32_t first, std::uint32_t last) const {
        if (last <= first) return {};
        const Give& a = sums_[first];
        const Give& b = sums_[last];
        return {b.width - a.width, b.glue_stretch - a.glue_stretch, b.glue_shrink - a.glue_shrink,
                b.box_stretch - a.box_stretch, b.box_shrink - a.box_shrink};
    }
    /// The furthest that any line hangs out on the right.
    std::int64_t furthest_hang() const { return furthest_hang_; }

private:
    void sum();
    void find_breaks();
    bool is_break(std::uint32_t at) const;
    BreakPoint break_at(std::uint32_t at, std::uint32_t set_end) const;

    std::span<const Element> elements_;
    std::vector<Give> sums_;
    std::vector<std::uint32_t> next_box_; ///< the first box, or forced penalty, at or behind each element
    std::vector<BreakPoint> breaks_;
    BreakPoint start_;
    std::int64_t furthest_hang_ = 0;
};

} // namespace halfstar::breaking

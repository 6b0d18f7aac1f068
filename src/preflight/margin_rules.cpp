// Words that stand too near to an edge: cut off, or lost in the binding.

#include "preflight/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace halfstar::preflight_rules {
namespace {

constexpr Length slack = Length::points(1.5); ///< by which points and hyphens hang into a margin
constexpr double cap_part = 0.7, drop_part = 0.2; ///< of a size, above and below the baseline
constexpr std::size_t most_letters = 24;

enum Side : std::size_t { left, head, right, foot, side_count };
constexpr std::array<std::string_view, side_count> side_names = {"left edge", "head", "right edge", "foot"};

/// How far a run's ink stays from each edge of the trim.
std::array<Length, side_count> distances(const GlyphRun& run, Size trim) {
    const Length begin = run.glyphs.front().x, end = run.glyphs.back().x + run.glyphs.back().advance;
    const double angle = run.turn * std::numbers::pi / 180000, cosine = std::cos(angle), sine = std::sin(angle);
    std::array<Length, side_count> room{trim.width, trim.height, trim.width, trim.height};
    for (const Length x : {std::min(begin, end), std::max(begin, end)})
        for (const Length y : {run.size.scaled(cap_part), -run.size.scaled(drop_part)}) {
            const Length at_x = run.origin.x + x.scaled(cosine) - y.scaled(sine);
            const Length at_y = run.origin.y - x.scaled(sine) - y.scaled(cosine);
            room[left] = std::min(room[left], at_x);
            room[head] = std::min(room[head], at_y);
            room[right] = std::min(room[right], trim.width - at_x);
            room[foot] = std::min(room[foot], trim.height - at_y);
        }
    return room;
}

/// Its first words, whole where that is possible.
std::string quoted(const GlyphRun& run) {
    std::string words = run.text;
    if (words.size() > most_letters) {
        std::size_t end = words.find_last_of(' ', most_letters);
        if (end == std::string::npos) end = most_letters;
        while (end > 0 && end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0u) == 0x80u) --end;
        words = words.substr(0, end) + "…";
    }
    return "“" + words + "”";
}

bool is_seen(const GlyphRun& run) {
    return run.visibility == Visibility::visible && !run.glyphs.empty() && run.text.find_first_not_of(" \n\t") != std::string::npos;
}

/// What comes nearest to a side, and how near.
struct Nearest {
    Length room;
    const GlyphRun* run = nullptr;
    std::size_t count = 0;
};

/// Where the page is bound.
std::optional<Side> fold(const PageCase& one) {
    const DocumentInfo& info = one.whole.document.info();
    if (!info.facing) return std::nullopt;
    return (one.index % 2 == 0) != info.right_to_left ? left : right;
}

} // namespace

void words_in_margins(const PageCase& one) {
    const Target& target = one.whole.target;
    std::array<Length, side_count> wanted{target.safe, target.safe, target.safe, target.safe};
    const std::optional<Side> bound = fold(one);
    const Length gutter = gutter_of(target, one.whole.pages);
    if (bound) wanted[*bound] = std::max(wanted[*bound], gutter);
    std::array<Nearest, side_count> nearest;
    for (const Item& item : one.page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.node);
        if (run == nullptr || !is_seen(*run)) continue;
        const auto room = distances(*run, one.page.trim);
        for (std::size_t side = 0; side < side_count; ++side) {
            if (room[side] + slack >= wanted[side]) continue;
            Nearest& known = nearest[side];
            ++known.count;
            if (known.run == nullptr || room[side] < known.room) known = {room[side], run, known.count};
        }
    }
    for (std::size_t side = 0; side < side_count; ++side) {
        if (nearest[side].run == nullptr) continue;
        const bool at_fold = bound && side == *bound && gutter > target.safe;
        const std::string more = nearest[side].count > 1 ? ", and " + std::to_string(nearest[side].count - 1) + " more" : "";
        one.report(at_fold ? "gutter" : "safe", "words " + quoted(*nearest[side].run) + " " + millimetres(nearest[side].room) + " from the " +
                                                     std::string(side_names[side]) + ", " + millimetres(wanted[side]) + " wanted" + more);
    }
}

} // namespace halfstar::preflight_rules

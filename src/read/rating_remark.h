// A rating with a remark behind it, under a label or key that asks for a rating. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

struct RemarkedRating {
    std::string rating, remark; ///< both parts of the written text, neither empty
};

/// `4/5 (would watch again)`, `4 stars - a must`, `★★★★, and a half for the dog`, `4/5 would watch again`; `Essential
/// viewing (9/10)`. None for a rating alone, and where the remark holds a rating too: then it is not clear which counts.
std::optional<RemarkedRating> split_remark(std::string_view written);

} // namespace halfstar::reading

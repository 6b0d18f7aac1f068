// Changes within lines as a unified diff, which people read and `patch` applies. Pure.
#pragma once

#include <string>
#include <string_view>

namespace halfstar {

/// The difference of two texts that have the same number of lines, under the name `name`, with three lines around each
/// change; empty when they are equal. Lines end at LF; what else ends lines stays within them.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

} // namespace halfstar

// Ratings that are no number: "Highly recommended", "Skip it", a thumb up. They are shown as they were written.
#pragma once

#include <string_view>

namespace halfstar::reading {

/// Whether the text is one of the verdicts that critics use, in any of the seven languages, or nothing but thumbs.
bool is_verdict(std::string_view text);

/// Whether the value of a key that asks for a rating may be one in the author's own words ("Pretty great"): few words
/// without digits, and no certificate of a film board ("PG-13", "R"), which is called a rating too.
bool may_be_verdict(std::string_view text);

} // namespace halfstar::reading

// Latin letters in ASCII without ICU, whose transliterators take longer to open than a year of reviews to link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::unicode {

/// What ICU's "Latin-ASCII; Lower" makes of the text, as far as words go: lower-case letters, digits and apostrophes are the
/// same, and what parts words is something else that parts them. Nothing when it holds characters beyond the Latin letters
/// of Europe (U+024F) and general punctuation, which take ICU.
std::optional<std::string> latin_in_ascii(std::string_view text);

} // namespace halfstar::unicode

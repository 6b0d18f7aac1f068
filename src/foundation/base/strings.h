// Small ASCII work on text that every room needs: trimming, case, splitting, nearest name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
/// As trim, and also without U+00A0, U+200B and U+FEFF.
std::string_view trim_unicode(std::string_view text);
/// With a space for every other kind of white space (no-break, thin, tab), and without what has no width: U+200B to
/// U+200D, U+2060, U+FEFF and soft hyphens. For words that are looked up, never for what is set.
std::string plain_spaces(std::string_view text);
std::string ascii_lower(std::string_view text);
bool ascii_iequal(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
/// The candidate within a third of the word's length by edit distance, nearest first; for "did you mean".
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);
/// XML and HTML text: & < > " become entities; code points that XML forbids become U+FFFD.
std::string escape_xml(std::string_view text);
/// The inside of a JSON string: quotes, backslashes and controls escaped, and `<` as \u003c, so that it is
/// safe inside an HTML script element. Bytes that are not UTF-8 become U+FFFD.
std::string escape_json(std::string_view text);
/// Appends what escape_json gives.
void append_json(std::string& out, std::string_view text);

} // namespace halfstar

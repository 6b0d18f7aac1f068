// What every room that meets an address needs of RFC 3986. Pure; addresses are bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// The byte that `%XX` at `text[at]` stands for; nothing when none stands there.
std::optional<char> percent_byte(std::string_view text, std::size_t at);

/// The bytes that percent-encoding stands for: "a%20b" is "a b". What is no such code stays.
std::string percent_decoded(std::string_view url);

/// Whether it names its scheme ("https:", "mailto:") or at least its host ("//example.org"): then it is no path.
bool has_scheme(std::string_view url);

} // namespace halfstar

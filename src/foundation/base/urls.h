// What every room that meets an address needs of RFC 3986, and the one place where schemes are judged: which
// lead out, and which run programs. Pure; addresses are bytes.
#pragma once

#include <cstdint>
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

/// The address as browsers read it: white space at its ends, and controls, line ends and tabs within, are as if they
/// were not there (the URL standard), so "java\nscript:" is "javascript:".
std::string without_blanks(std::string_view url);

/// What stands before the first ':' in small letters, blanks taken away; nothing when something else comes first.
std::optional<std::string> scheme_of(std::string_view url);

/// Whether a link with this scheme may stand in an output: http, https, mailto and tel.
bool is_published_scheme(std::string_view scheme);

enum class AddressUse : std::uint8_t { link, picture };
/// Whether following the address, or showing it, would run what it holds: `javascript:`, `vbscript:`, `data:` (pictures
/// may be `data:` of a raster format), however broken up by white space and controls, and behind `feed:` and its like.
bool runs_program(std::string_view url, AddressUse use);

} // namespace halfstar

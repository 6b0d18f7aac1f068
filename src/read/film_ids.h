// Numbers and addresses by which catalogues know a film. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

/// "tt0079944" from a number, an id or an address of imdb.com.
std::optional<std::string> imdb_id(std::string_view text);
/// "1398" from a number or an address of themoviedb.org.
std::optional<std::string> tmdb_id(std::string_view text);
/// The address or name as written, if there is one.
std::optional<std::string> letterboxd_id(std::string_view text);

} // namespace halfstar::reading

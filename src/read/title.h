// Titles: what is taken off them, and how a file's name becomes one. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

struct CleanTitle {
    std::string title;
    std::optional<int> year;
    std::string directors; ///< "(Andrei Tarkovsky, 1979)": the names as they are written
    std::string rating;    ///< "– ★★★★": as it is written
};

/// A review's title without "(1999)", "(Andrei Tarkovsky, 1979)" or a rating at its end, and without "Review:",
/// "Movie Review", "Film Review" and "— review" around it. What would leave nothing stays.
CleanTitle clean_title(std::string_view written);

/// A title from the words of a file's name (no folder, date or extension): hyphens and underscores are
/// spaces, and a name wholly in lower case gets the capitals of its language's titles: "her-smell" is
/// "Her Smell". A name with spaces is taken as it is.
std::string title_from_name(std::string_view name, std::string_view language);

/// The last name of a path without its extension; for "index" and "_index" the folder's name.
std::string name_of_path(std::string_view path);

} // namespace halfstar::reading

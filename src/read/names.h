// Lists of people as authors write them: commas, semicolons, "and", parts in brackets. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

/// The names of a list such as "Josh & Benny Safdie", "A, B and C", "A; B". A semicolon anywhere
/// makes it the only mark. "Jr.", "Sr." and numerals stay with the name before their comma. When two are
/// joined and the first is a single word, it shares the second's surname: "Josh Safdie", "Benny Safdie".
/// Marks within brackets part nothing.
std::vector<std::string> split_names(std::string_view list);

/// As split_names, but no surname is shared: for casts and authors.
std::vector<std::string> split_cast(std::string_view list);

/// Cut at semicolons if there are any, else at commas: for companies, countries, genres and tags, in whose
/// names "and" and "&" are at home.
std::vector<std::string> split_items(std::string_view list);

/// An actor and the part: "Noémie Merlant (Marianne)", "Noémie Merlant as Marianne".
struct CastName {
    std::string name;
    std::string character;
};
CastName read_cast_name(std::string_view entry);

/// Whether the text can be the name of a person or a company: short, with no sentence in it.
bool may_be_name(std::string_view text);

} // namespace halfstar::reading

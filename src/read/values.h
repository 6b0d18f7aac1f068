// What the value of a key says: a text, a list, yes or no, a length of time.
#pragma once

#include "foundation/data/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

/// The words of a scalar, or of a list of one; empty for anything else. Line ends are spaces, entities of HTML the
/// characters that they stand for, accents composed.
std::string text_of(const Value& value);

/// Whether the value says nothing: null, blank, an empty list or map.
bool is_blank(const Value& value);

/// The items of a list, or what a plain text parts by commas and semicolons.
std::vector<std::string> list_of(const Value& value);

/// Notes' links `[[Solaris]]` and `[[2020s|2024]]` in a text, in the texts of a list and of a map, as the words they show.
Value without_wiki_marks(const Value& value);

/// "yes", "true", "1" and their contraries; none for other texts.
std::optional<bool> yes_or_no(std::string_view text);

/// "2h 2m", "122 min", "122", "2:02", "1 hr 45 mins": minutes, or none when it is no running time.
std::optional<int> read_minutes(std::string_view text);

/// A tag of BCP 47 such as "en", "pt-BR" or "zh_Hant" (with hyphens then), or empty: "Japanese" is none.
std::string language_tag(std::string_view text);

/// A year of four digits: of "1979", "1979-05-25", "May 25, 1979"; none when no film is that old or that young.
std::optional<int> read_year(std::string_view text);

} // namespace halfstar::reading

// What sections are made of: the head under which a piece stands, and how heads follow one another.
#pragma once

#include "compose/compose.h"
#include "compose/scale.h"

#include <halfstar/locale.h>

#include <string>
#include <vector>

namespace halfstar {

/// Pieces of one `identity` stand under one head. Heads follow by `rank`, then by `order` byte for byte.
struct Head {
    std::string identity;
    std::int64_t rank = 0;
    std::string order;
    std::string title;
    std::string extent;
    std::vector<int> months;
};

/// The head of what belongs under no other.
inline constexpr std::int64_t last_rank = INT64_MAX;

/// Whether seasons and months of different years are different sections: they are unless the issue is in another
/// order than that of its days.
enum class Years : std::uint8_t { apart, together };

/// The head of each piece, by the piece's time. Seasons are those of the northern half of the year by whole months:
/// winter is December to February, and January to February of the first year, when nothing of the December
/// before is there, are a winter of their own.
std::vector<Head> season_heads(const std::vector<Piece>& pieces, Years years, const Locale& locale);
std::vector<Head> year_heads(const std::vector<Piece>& pieces, const Locale& locale);
std::vector<Head> month_heads(const std::vector<Piece>& pieces, Years years, const Locale& locale);

/// By the best rating of each piece, brought to the scale and its steps; letters are heads of their own.
std::vector<Head> rating_heads(const std::vector<Piece>& pieces, const Scale& scale, const Locale& locale);
/// By the directors of each piece's first work, its authors, or the first of its tags.
std::vector<Head> name_heads(const std::vector<Piece>& pieces, Grouping by, const Locale& locale,
                             std::string_view language);

} // namespace halfstar

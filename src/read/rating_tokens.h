// The signs that ratings are written with, so that the grammar in rating.cpp sees each once however
// it was drawn: every filled star is one kind, every number is in hundredths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

enum class RatingSign : std::uint8_t {
    star,
    empty_star,
    half_star,
    number,
    fraction,
    slash,
    percent,
    minus,
    plus,
    word,
    other
};

struct RatingToken {
    RatingSign sign = RatingSign::other;
    std::int32_t hundredths = 0; ///< of a number or fraction; of a star 100 when nothing else is meant by it
    std::string word;            ///< lower case
};

/// White space and variation selectors part tokens and are none. Stars are stars in every shape; moons, circles,
/// hearts and the like count as stars too, but may mean something else where no label says rating.
std::vector<RatingToken> rating_tokens(std::string_view text);

} // namespace halfstar::reading

// When and where a film was seen: `12 March 2019`, `2024 im Kino`, `March 3, 2019 (Netflix)`, `Kanopy, 2011-02-17`.
#pragma once

#include "read/facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

/// A day or year, and behind or before it a cinema, or what it was seen with.
struct Viewing {
    std::string date;
    std::string place;
    bool by_medium = false; ///< `place` is "Netflix" or "DVD"
};

/// None for a date alone, and when what stands beside it is no name of a place.
std::optional<Viewing> read_viewing(std::string_view text);

/// The day that a film was seen, with the place or without it.
Answer take_viewing(Facts& facts, const Value& value);

/// `Seen on:` a day, or what it was seen with.
Answer take_seen_on(Facts& facts, const Value& value);

} // namespace halfstar::reading

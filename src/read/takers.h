// How a value becomes a fact of one sort: the steps that the fields in facts.cpp are made of. A taker whose
// answer is not `taken` has changed nothing.
#pragma once

#include "read/facts.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

inline constexpr Answer taken{};
inline constexpr Answer said_before{Outcome::said_before, {}};
inline constexpr Answer foreign{Outcome::foreign, {}};
inline constexpr Answer outside_scale{Outcome::outside_scale, {}};
constexpr Answer not_a(std::string_view expected) { return {Outcome::unclear, expected}; }

Answer take_text(TextFact& fact, const Value& value);
Answer take_string(std::string& target, const Value& value);
Answer take_date(std::optional<Fact<Date>>& fact, const Value& value);

/// Adds the items that are not there yet: the key and the label may each name some.
Answer add_items(std::vector<std::string>& target, std::vector<std::string> items);

template <class T> Answer take_number(std::optional<T>& target, std::optional<T> number, std::string_view expected) {
    if (!number) return not_a(expected);
    if (target) return *target == *number ? taken : said_before;
    target = number;
    return taken;
}

/// Countries, languages or genres, which a slash parts as well.
std::vector<std::string> names_of_places(const Value& value);

/// The member of a map with the first of these names (as fold_word makes them) that is there, or null.
const Value* member(const Value& value, std::initializer_list<std::string_view> keys);

} // namespace halfstar::reading

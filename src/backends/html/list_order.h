// Where the pieces of a list stand when it is sorted: by title and by director, as the edition's indexes have
// them and its language collates. A page says these as numbers, so that its script knows no language.
#pragma once

#include <halfstar/edition.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace halfstar::html {

/// Counts from 0; what is written alike has the same number.
class ListOrder {
public:
    explicit ListOrder(const Edition& edition);

    std::size_t title(std::size_t piece) const { return titles_[piece]; }
    /// By the first director of its first film; none where nobody is known.
    std::optional<std::size_t> director(std::size_t piece) const { return directors_[piece]; }

private:
    std::vector<std::size_t> titles_;
    std::vector<std::optional<std::size_t>> directors_;
};

/// A rating in thousandths of its scale, from its worst to its best; none of one that cannot be compared.
std::optional<int> thousandths(const Rating& rating);

} // namespace halfstar::html

// A word in another size: glyphs are chosen and placed in the face's own units, so that HarfBuzz need not see it again.
#pragma once

#include "typeset/text/shaping.h"

#include <halfstar/base.h>

#include <cstdint>
#include <optional>

namespace halfstar {

/// Font units at a size, to the nearest unit of Length.
Length at_size(std::int64_t units, Length size, int units_per_em);

/// Whether words in `other` look as in `font` but for their size.
bool differ_in_size_alone(const TextFont& font, const TextFont& other);

/// What `word`, shaped in `from`, is in the size of `to`, which differs in nothing else. Nothing where that must be shaped:
/// letters in other faces have sizes of their own, letters with air between them stand where no face places them.
std::optional<ShapedWord> resized(const ShapedWord& word, const TextFont& from, const TextFont& to);

} // namespace halfstar

// How few lines a paragraph could take, however it is broken: what is asked where only its length matters, and what says which ways need not
// be followed.
#pragma once

#include "typeset/breaking/composition.h"
#include "typeset/breaking/paragraph.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

/// No way to set it (of `break_paragraph`) has fewer lines than this; counted no further than `enough`. Lines are as full as can be;
/// where there is a part that no line can hold, they go on to the first break beyond their measure, as overfull lines do.
std::size_t least_lines(std::span<const Element> elements, const Measures& measures, std::size_t enough);

/// No way without overfull lines has fewer behind each of the text's breaks than these, where no measure is wider than `widest`, in units of
/// Length.
std::vector<std::uint32_t> least_lines_behind(const Composition& text, std::int64_t widest);

} // namespace halfstar::breaking

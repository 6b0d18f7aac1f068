// Ways round the rivers of a paragraph whose best breaks are known.
#pragma once

#include "typeset/breaking/pass.h"

#include <span>
#include <vector>

namespace halfstar::breaking {

/// `ways` as `Pass::results` gives them for this strictness, or better ones, each with what its rivers cost in its
/// demerits. As they are where the measures do not mind rivers, lines are ragged, or the paragraph is too long.
std::vector<Breaks> round_rivers(std::span<const Element> elements, const Composition& text, const Measures& measures,
                                 const Strictness& strictness, std::vector<Breaks> ways);

} // namespace halfstar::breaking

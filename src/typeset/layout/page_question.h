// All that breaking a galley into pages reads, written down: two galleys are broken alike where it is the same.
#pragma once

#include "typeset/breaking/pages.h"

#include <span>
#include <string>

namespace halfstar::layout {

/// Bytes for this process alone, not text.
std::string page_question(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                          const breaking::PageMeasures& measures);

} // namespace halfstar::layout

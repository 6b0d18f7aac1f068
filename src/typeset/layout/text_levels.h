// In which direction each part of a text is read.
#pragma once

#include "typeset/layout/rich_text.h"

#include <cstdint>
#include <vector>

namespace halfstar::layout {

/// Embedding levels by byte of the text, odd ones right to left, with phrases of their own direction isolated (UAX 9, FSI to PDI).
std::vector<std::uint8_t> levels_of(const RichText& rich);

} // namespace halfstar::layout

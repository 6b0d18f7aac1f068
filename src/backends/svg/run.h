// A glyph run twice: as it looks, and as words.
#pragma once

#include "backends/svg/definitions.h"

#include <halfstar/pages.h>

#include <string>

namespace halfstar::svg {

/// The glyphs, placed by reference in one group; hidden from those who listen.
std::string drawn_glyphs(const GlyphRun& run, Definitions& definitions);

/// The run's text, transparent and stretched over its glyphs; what has no leaf is not read aloud.
std::string selectable_text(const GlyphRun& run, StructureId leaf);

/// A factor to six decimals.
std::string fine_number(double value);

} // namespace halfstar::svg

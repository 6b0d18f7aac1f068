// The text of a PDF's page by its marked content: what the structure names as "MCID 7" (ISO 32000-1, 14.6).
#pragma once

#include "proof/code_map.h"
#include "proof/qpdf.h"

#include <map>
#include <string>

namespace halfstar::proof {

/// The maps of a file's fonts, each read once.
using CodeMaps = std::map<QPDFObjGen, CodeMap>;
/// The text of marked content by its id. Replacement text stands for what its glyphs say.
using MarkedText = std::map<int, std::string>;

MarkedText marked_text(const QPDFObjectHandle& page, CodeMaps& maps);

} // namespace halfstar::proof

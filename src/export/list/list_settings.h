// Everything that outputs of a list follow from beside their reviews, as one digest: the program, what was asked for,
// the style's files, the faces and patterns that are installed. What was made under another digest is made again.
#pragma once

#include "design/fonts/font_book.h"
#include "export/list/witness.h"

#include <halfstar/export.h>

#include <string>

namespace halfstar {

/// In hexadecimal. `style` is what loading the style read; `fonts` is null where nothing is laid out.
std::string settings_digest(const ExportRequest& each, const std::vector<Answer>& style, const FontBook* fonts,
                            const FileReader& reader);

} // namespace halfstar

// The body's part of the dump.
#pragma once

#include "document/outline.h"

#include <halfstar/piece.h>

namespace halfstar {

/// A node a line; a node whose only child is a text has it on its own line.
void dump_blocks(const Blocks& blocks, Outline& out);
/// `name` and what is below it; nothing when there are no inlines.
void dump_inlines(std::string_view name, const Inlines& inlines, Outline& out);
/// `name "url" ...` of a picture.
std::string image_line(std::string_view name, const Image& image);

} // namespace halfstar

// The tree's part of the JSON, out and in.
#pragma once

#include "document/json_object.h"
#include "document/json_text.h"

#include <halfstar/document.h>

namespace halfstar {

void write_blocks(const Blocks& blocks, JsonText& out);
/// The member `name`; left out when there are no inlines.
void write_inlines(std::string_view name, const Inlines& inlines, JsonText& out);
void write_image(const Image& image, JsonText& out);

Blocks read_blocks(const Value* list, JsonFault& fault);
Inlines read_inlines(const Value* list, JsonFault& fault);
Image read_image(const Value& value, JsonFault& fault);

} // namespace halfstar

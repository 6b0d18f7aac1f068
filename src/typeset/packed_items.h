// Items of a page in as few bytes as they need, for pages that are built long before they are painted: about six for a glyph.
#pragma once

#include <halfstar/pages.h>

#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

std::string packed(const std::vector<Item>& items);

/// Appends items as they were packed; the face of a run is that of `faces` which has the number of the one it was packed with.
void unpack(std::string_view bytes, const std::vector<FaceIndex>& faces, std::vector<Item>& items);

} // namespace halfstar

// Page objects and the balanced tree above them.
#pragma once

#include "backends/pdf/objects.h"

#include <cstddef>
#include <vector>

namespace halfstar::pdf {

/// The tree over `pages`; `parents` takes each page's parent.
ObjectNumber add_page_tree(PdfDocument& document, const std::vector<ObjectNumber>& pages,
                           std::vector<ObjectNumber>& parents);

} // namespace halfstar::pdf

// The two large parts of a style's schema: its elements, and its pages with their variants.
#pragma once

#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <halfstar/style.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace halfstar {

using Elements = std::array<TextSpec, element_count>;

/// Elements by their names: the page's own upon the style's, the uppermost first.
using Sheets = std::span<const Members* const>;
/// All elements, each of which must be set; `span` is where they are said to be missing.
Elements read_elements(Sheets sheets, Span span, Reading& reading);
/// Every key of an element with the path to it.
std::vector<std::string> element_keys();

/// After the elements, which pages may set otherwise.
void read_pages(Style& style, const Value& value, Reading& reading);
/// After the pages.
void read_variants(Style& style, const Value& value, Reading& reading);
/// Every key of a page with the path to it.
std::vector<std::string> page_keys();

} // namespace halfstar

// Ways through the file: links, named places, the outline, and the pages' labels.
#pragma once

#include "backends/pdf/objects.h"
#include "backends/pdf/survey.h"

#include <halfstar/pages.h>

#include <optional>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// "[12 0 R /XYZ x y null]": `x` absent leaves it as it is.
std::string destination(ObjectNumber page, const PageFacts& facts, std::optional<Length> x, Length y);

/// A link annotation. `parent_key` is its key in the structure's parent tree, absent for one that is
/// no part of the structure.
Body link_annotation(const PlacedLink& link, const Survey& survey, std::optional<std::size_t> parent_key);

/// An address in the seven bits that a URI has: other bytes percent-encoded.
std::string ascii_address(std::string_view url);

/// The name tree of the survey's anchors, or 0 when there are none. Survey and pages must outlive the
/// writing of the file.
ObjectNumber add_destinations(PdfDocument& document, const Survey& survey, const std::vector<ObjectNumber>& pages);

/// The outline's root, or 0 when there is none.
ObjectNumber add_outline(PdfDocument& document, const std::vector<OutlineEntry>& entries, const Survey& survey,
                         const std::vector<ObjectNumber>& pages);

/// The number tree of labels, as a dictionary with its brackets: stretches that count up in decimals or
/// in small Roman numerals are one entry.
std::string page_labels(const std::vector<PageFacts>& pages);

} // namespace halfstar::pdf

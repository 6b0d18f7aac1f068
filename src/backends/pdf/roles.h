// The names of structure types (ISO 32000-1, 14.8.4).
#pragma once

#include <halfstar/pages.h>

#include <string_view>

namespace halfstar::pdf {

/// "P", "H2", "TOCI"; a leaf has none.
std::string_view structure_type(const StructureNode& node);

/// The element that a leaf's content belongs to; 0 for artifacts and for what the tree does not have.
StructureId element_of(const StructureTree& tree, StructureId leaf);

/// The nearest figure from the element upwards, or 0.
StructureId figure_above(const StructureTree& tree, StructureId element);

} // namespace halfstar::pdf

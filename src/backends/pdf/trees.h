// Number trees and name trees (ISO 32000-1, 7.9.6 and 7.9.7), balanced, so that no node grows with the
// document.
#pragma once

#include "backends/pdf/objects.h"

#include <cstddef>
#include <functional>
#include <string>

namespace halfstar::pdf {

/// What a tree holds, in the order of its keys. The functions are called when the nodes are written.
struct TreeEntries {
    std::size_t count = 0;
    std::function<std::string(std::size_t)> key;   ///< as PDF
    std::function<std::string(std::size_t)> value; ///< as PDF
};

enum class TreeKind : std::uint8_t { numbers, names };

/// The tree's root.
ObjectNumber add_tree(PdfDocument& document, TreeKind kind, TreeEntries entries);

} // namespace halfstar::pdf

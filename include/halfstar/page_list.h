// The pages of the print edition as writers without pages know them: what each is called, and where in the
// edition it begins.
#pragma once

#include "pages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// In which of a piece's flows a page begins: in what is read first, in its notes, or in what is hidden.
enum class PieceFlow : std::uint8_t { text, notes, hidden };

/// A page begins with a part, a section or a piece, or else with words that go on from the page before.
struct PrintedPage {
    std::string label;         ///< as printed: "12"
    std::string anchor;        ///< of what begins with the page: "piece-KEY", "section-KEY", "part-contents"; else empty
    std::optional<Place> place; ///< of the page's first words in a piece
    PieceFlow flow = PieceFlow::text;
};

/// In the order of the pages. A page on which nothing of the edition begins or goes on is left out.
struct PrintEdition {
    std::string identifier; ///< of the printed file
    std::vector<PrintedPage> pages;
};

} // namespace halfstar

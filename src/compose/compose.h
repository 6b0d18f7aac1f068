// From pieces to an Edition, by passes in one listed order.
#pragma once

#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>

#include <string>
#include <vector>

namespace halfstar {

struct ComposeSettings {
    std::string title; ///< empty: the one piece's title, else from the pieces
    std::string language;
};

Edition compose(std::vector<Piece> pieces, const ComposeSettings& settings, Diagnostics& diagnostics);

} // namespace halfstar

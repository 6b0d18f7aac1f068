// What an output has of a piece, whatever its format: the words of each flow, without places, since only a source has
// those.
#pragma once

#include "proof/words.h"

#include <vector>

namespace halfstar::proof {

/// What was read back from an output about one piece.
struct FoundFlows {
    Words body, summary, epigraph;
    std::vector<Words> notes, captions, cells;
    Words page; ///< of the web: everything, since an author's own markup may move words from where they belong
};

} // namespace halfstar::proof

// One review of a list, from its path to its output and its result: left as it is where nothing of what it was made of
// has changed, made where something has. Several can be made at the same time, by threads and by other processes too.
#pragma once

#include "design/fonts/font_book.h"
#include "export/list/result_line.h"
#include "typeset/layout/foundry.h"

#include <halfstar/list.h>
#include <halfstar/style.h>

#include <string>

namespace halfstar {

/// What all reviews of a list share.
struct ListSupplies {
    Style style;
    FontBook fonts;
    Foundry foundry{fonts};
    std::string settings; ///< settings_digest
    std::string suffix;   ///< of outputs
};

/// Never throws; what goes wrong is in the result, and no concern of any other review.
ReviewResult make_listed_review(const std::string& path, const ListRequest& request, const ListSupplies& supplies);

} // namespace halfstar

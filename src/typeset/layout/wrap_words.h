// What a cover in one piece has beside front and back: the words on the spine, and the box with the book's number.
#pragma once

#include "typeset/layout/foundry.h"

#include <halfstar/edition.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>
#include <halfstar/target.h>

#include <memory>

namespace halfstar {

struct WrapPlan {
    const WrapRules& rules;
    Size panel;             ///< front and back
    Length spine;
    bool has_words = false; ///< on the spine
};

/// One page of the cover's whole size, which holds them alone.
std::unique_ptr<PagedDocument> lay_out_wrap_words(const Edition& edition, const Style& style, const PageSpec& page,
                                                  const Foundry& foundry, const WrapPlan& plan);

} // namespace halfstar

// What a composed page is, written down without building it: the numbers of its texts where those are kept, and where
// their lines stand. That costs a hundredth of what shaping and placing its words costs.
#pragma once

#include "typeset/layout/composition.h"

namespace halfstar::layout {

/// None for a page on which a text stands that is not kept.
std::optional<PageIdentity> identity_of(const Composition& composition, const ComposedPage& page, const ComposingStick& stick);

} // namespace halfstar::layout

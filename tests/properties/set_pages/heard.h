// The words of typeset pages as a reader that follows their structure hears them.
#pragma once

#include "proof/found_flows.h"

#include <halfstar/pages.h>

#include <vector>

namespace halfstar::testing {

/// What each article of the document says, in their order. All that is no note, caption or cell is in `body`.
std::vector<proof::FoundFlows> heard_from(const std::vector<Page>& pages, const StructureTree& structure);

} // namespace halfstar::testing

// Good pages made bad, one fault each, to see that each is found.
#pragma once

#include "faults.h"

#include <optional>

namespace halfstar::testing {

/// The pages with a fault of the kind made in them; none when nothing in them can be spoilt in that way.
std::optional<TypesetPages> spoilt(TypesetPages typeset, FaultKind kind);

} // namespace halfstar::testing

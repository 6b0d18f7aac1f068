// Every key that a target may have: tables of a name and the function that reads its value into a Target. docs/targets.md
// explains the same keys to people; a test holds the two together.
#pragma once

#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <halfstar/target.h>

#include <string>
#include <vector>

namespace halfstar {

/// Reads a whole target, after `extends` has been followed; faults are reported through `reading`.
Target read_target(const Value& value, Reading& reading);

/// Every key with the path to it: "bleed", "cover.caliper".
std::vector<std::string> target_keys();

} // namespace halfstar

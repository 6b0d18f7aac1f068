// Every key that style.yaml may have: tables of a name and the function that reads its value into a Style.
// docs/styles.md explains the same keys to people; a test holds the two together.
#pragma once

#include "design/style/reading.h"
#include "foundation/data/value.h"

#include <halfstar/style.h>

#include <string>
#include <vector>

namespace halfstar {

/// Reads a whole style, after `extends` has been followed; faults are reported through `reading`.
Style read_style(const Value& value, Reading& reading);

/// Every key with the path to it: "elements.NAME.size", "pages.NAME.opener.title-row".
std::vector<std::string> style_keys();
/// The elements as style.yaml calls them, in the order of the enumeration.
std::vector<std::string> element_names();

} // namespace halfstar

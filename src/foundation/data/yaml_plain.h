// Front matter as most authors write it: a key a line, its value plain, in quotation marks, or a list of such. It is read here
// in a hundredth of what a parser of all YAML takes for it; whatever goes beyond is left to that parser.
#pragma once

#include "foundation/data/value.h"

#include <optional>
#include <string_view>

namespace halfstar::yaml {

/// What parse would give for the text, with the same spans; nothing for a text that is not as simple as that.
std::optional<Value> read_plain(std::string_view text, Span where);

} // namespace halfstar::yaml

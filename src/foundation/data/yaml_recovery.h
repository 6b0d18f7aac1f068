// What can still be had from front matter that is no YAML: each member, and each item of a list, is read
// for itself, and one that cannot be read is taken as plain words, which is mostly what its author meant
// (`title: Mission: Impossible`).
#pragma once

#include "foundation/data/syntaxes.h"
#include "foundation/data/value.h"
#include "foundation/data/yaml_parse.h"

#include <string_view>

namespace halfstar::yaml {

/// The members of `text`, for which `parse` gave `fault`. Everything that was not understood is reported.
Members recover(std::string_view text, Span where, const Fault& fault, Tolerance tolerance, Diagnostics& diagnostics);

} // namespace halfstar::yaml

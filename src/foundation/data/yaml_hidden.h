// Words of authors that YAML takes for marks of its own and drops without complaint: `title: #Alive`, `title: Room #237`,
// `title: &Sons`, `title: !Women`,
// `title: {Proof}`.
#pragma once

#include "foundation/data/yaml_parse.h"

#include <optional>
#include <string_view>

namespace halfstar::yaml {

/// The first value that begins so, as the fault that it is in front matter; none for comments with a space behind
/// their sign, and for anchors and tags that YAML has a use for there.
std::optional<Fault> find_hidden_words(std::string_view text);

} // namespace halfstar::yaml

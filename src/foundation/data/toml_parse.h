// One attempt to read a TOML text as it stands, with toml++: a Value with the source's spans and the
// author's order, or why it is none.
#pragma once

#include "foundation/data/value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::toml_text {

struct Attempt {
    std::optional<Members> members; ///< none when there is a fault
    std::string cause;              ///< why there are none, in a few words
};

/// Byte 0 of `text` is byte `where.begin` of its source.
Attempt parse(std::string_view text, Span where);

} // namespace halfstar::toml_text

// One attempt to read a YAML text as it stands. What yaml-cpp tells as events becomes a Value with exact
// spans; the first thing that is wrong ends the attempt.
#pragma once

#include "foundation/data/syntaxes.h"
#include "foundation/data/value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::yaml {

/// Levels of nesting that front matter may have.
inline constexpr std::size_t nesting_cap = 100;

/// Why an attempt ended: at a byte of its text, and in a few words.
struct Fault {
    Code code = Code::broken_front_matter;
    std::size_t offset = 0;
    std::string cause;
};

struct Attempt {
    std::optional<Value> value; ///< none for an empty text, or when there is a fault
    std::optional<Fault> fault;
    Diagnostics diagnostics; ///< of a text that was understood: aliases, keys that stand twice
};

/// `text` has neither a byte order mark nor control characters but tab and LF; its byte 0 is byte
/// `where.begin` of its source. In front matter words that YAML would drop are a fault.
Attempt parse(std::string_view text, Span where, Tolerance tolerance);

} // namespace halfstar::yaml

// Facts that stand before a text without fences around them, a line each, as Pelican and MultiMarkdown have them:
// `Title: Stalker`, `Date: 2019-03-12 10:20`, then an empty line and the text.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/diagnostics.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace halfstar::reading {

/// Bytes [begin, end) of the lines; the body begins at `body`.
struct UnfencedPlace {
    std::size_t begin = 0, end = 0;
    std::size_t body = 0;
};

/// The lines `key: value` that a text begins with: two or more up to the first empty line, the first with a key that
/// facts begin with (a title, a date, an author), a title or a date among them, and half of them known. So a
/// conversation and labels such as `Director: Ada Quill` are none.
std::optional<UnfencedPlace> find_unfenced(std::string_view text);

/// The members of such lines. Values are what they are written as, with the lines below that are set deeper; quotation
/// marks around a value, and lists as YAML has them, are read.
Members read_unfenced(std::string_view inside, Span where);

} // namespace halfstar::reading

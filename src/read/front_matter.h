// The facts that stand before a text: YAML between `---`, TOML between `+++`, JSON between braces,
// or lines of keys without fences.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <string_view>

namespace halfstar::reading {

enum class FrontMatterSyntax : std::uint8_t { none, yaml, toml, json, lines };

/// Where front matter stands in a text. `begin` to `end` is what is inside the fences; the body
/// begins at `body`. All 0 when there is none.
struct FrontMatterPlace {
    FrontMatterSyntax syntax = FrontMatterSyntax::none;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t body = 0;
};

/// A line of `---` opens front matter only when a line closes it and the first line between is a key: else it
/// is a break between scenes and belongs to the body. Front matter that is never closed is reported
/// (Code::broken_front_matter) and stays in the body.
FrontMatterPlace find_front_matter(std::string_view text, SourceId source, Diagnostics& diagnostics);

/// The members between the fences, in the author's order.
Members read_front_matter(std::string_view text, const FrontMatterPlace& place, SourceId source,
                          Diagnostics& diagnostics);

} // namespace halfstar::reading

// A stretch of HTML into the soup.
#pragma once

#include "read/html/offsets.h"
#include "read/html/soup.h"

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar::soup {

/// Adds the tags and words of `html`; byte 0 of it stands at `provenance`'s byte 0. Reports what is left
/// out of tags (Code::removed_html). Returns the source's offset of the first cut mark in it
/// (`<!--more-->`, `<!-- end -->`).
std::optional<std::uint32_t> pour_html(std::string_view html, const Provenance& provenance, Soup& soup,
                                       Diagnostics& diagnostics);

/// Whether a comment's text is a cut mark.
bool is_cut_mark(std::string_view comment);

} // namespace halfstar::soup

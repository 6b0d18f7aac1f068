// The indexes of films and people as lists of links, for the site and the ebook alike.
#pragma once

#include "backends/html/dress.h"

#include <string_view>

namespace halfstar::html {

enum class IndexKind : std::uint8_t { films, people };

/// Heading, links to the initials, and the entries under their initials. Ids begin with "films" or "people";
/// `level` is that of the heading.
void write_index(Markup& out, const Dress& dress, IndexKind kind, int level);

/// The key of the index's heading among the locale's words.
std::string_view index_words(IndexKind kind);

} // namespace halfstar::html

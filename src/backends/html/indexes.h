// The indexes of films and people, and by whom the pictures are, as lists of links, for the site and the ebook alike.
#pragma once

#include "backends/html/dress.h"

#include <string_view>

namespace halfstar::html {

enum class IndexKind : std::uint8_t { films, people, pictures };

/// Heading, links to the initials, and the entries under their initials. Ids begin with the kind's name;
/// `level` is that of the heading.
void write_index(Markup& out, const Dress& dress, IndexKind kind, int level);

/// The key of the index's heading among the locale's words.
std::string_view index_words(IndexKind kind);
/// "films": how ids and classes name it.
std::string_view index_name(IndexKind kind);
/// The index that a part of an issue is.
IndexKind index_of(IssuePart part);

} // namespace halfstar::html

// Where a link may lead: out (foundation/unicode/addresses.h), and to places in the edition.
#pragma once

#include "foundation/unicode/addresses.h"

#include <halfstar/edition.h>

#include <string_view>

namespace halfstar::html {

using halfstar::outward_address;
using halfstar::relative_address;

/// The piece of `edition` whose file the relative `url` names from `from`'s file ("other-film.md",
/// with or without its extension), or null.
const Piece* linked_piece(const Edition& edition, const Piece& from, std::string_view url);

/// The piece called `key`, the letter and the page at the back among them where the edition shows them, or null.
const Piece* piece_called(const Edition& edition, std::string_view key);

/// The film that the reference names, or null when there is none.
const Work* work_at(const Edition& edition, WorkReference reference);

} // namespace halfstar::html

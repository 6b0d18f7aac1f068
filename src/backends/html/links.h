// Where a link may lead. Addresses come from anybody's text: only http, https, mailto, tel and places
// in the edition pass, and they are spelt so that every checker and reader agrees on them.
#pragma once

#include <halfstar/edition.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::html {

/// The address of `url` with its scheme in small letters, its host in ASCII and what may not stand in an
/// address escaped by percent signs; nothing when it has another scheme, no valid host, or no scheme at all.
/// `//host/path` counts as https.
std::optional<std::string> outward_address(std::string_view url);

/// As outward_address, for an address that is relative to the page itself: nothing when it has a scheme.
std::optional<std::string> relative_address(std::string_view url);

/// The piece of `edition` whose file the relative `url` names from `from`'s file ("other-film.md",
/// with or without its extension), or null.
const Piece* linked_piece(const Edition& edition, const Piece& from, std::string_view url);

/// The piece called `key`, the letter and the page at the back among them where the edition shows them, or null.
const Piece* piece_called(const Edition& edition, std::string_view key);

/// The film that the reference names, or null when there is none.
const Work* work_at(const Edition& edition, WorkReference reference);

} // namespace halfstar::html

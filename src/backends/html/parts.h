// Which parts of an edition the web page, the site and the ebook show, and in which order.
#pragma once

#include <halfstar/edition.h>

#include <vector>

namespace halfstar::html {

/// Whether there is more than one piece to read, so that contents and indexes have something to lead to.
bool is_collection(const Edition& edition);

/// Letter, reviews, numbers, films, people and about, as far as there is something to show, in the edition's order
/// (the customary one where it has none). The reviews are always among them.
std::vector<IssuePart> shown_parts(const Edition& edition);
bool shows(const Edition& edition, IssuePart part);

/// The pieces of these parts in reading order.
std::vector<const Piece*> shown_pieces(const Edition& edition);

} // namespace halfstar::html

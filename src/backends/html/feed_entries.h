// What the site's feeds say, in whichever format: the newest pieces first, at most fifty, each with its words.
#pragma once

#include "backends/html/dress.h"

#include <functional>
#include <string>
#include <vector>

namespace halfstar::html {

/// Addresses in a feed: absolute where the site's own is known, else from the feed's folder.
struct FeedPlaces {
    std::string home; ///< of the first page
    std::function<std::string(const Piece&)> of_piece;
    bool published = false; ///< whether they are absolute, and so can be ids too
};

/// A piece in a feed. What is not known is empty.
struct FeedEntry {
    std::string id, address, title;
    std::string language;  ///< BCP 47, where it is not the edition's
    std::string published; ///< RFC 3339
    std::vector<std::string> authors, tags;
    std::string summary; ///< plain text
    std::string content; ///< HTML
};

/// `dress` is that of pages of the site with addresses as in `places`.
std::vector<FeedEntry> feed_entries(const Edition& edition, const Dress& dress, const FeedPlaces& places);
/// The address of the site, else a name that stays the same whatever its pieces become.
std::string feed_id(const Edition& edition, const FeedPlaces& places);
/// Whose feed it is: formats want a name where pieces have none.
std::string feed_author(const Edition& edition);

} // namespace halfstar::html

// The site's feed: Atom (RFC 4287), the newest pieces first.
#pragma once

#include "backends/html/dress.h"

#include <halfstar/backend.h>

#include <functional>
#include <string>

namespace halfstar::html {

/// Addresses in a feed: absolute where the site's own is known, else from the feed's folder.
struct FeedPlaces {
    std::string home, feed;                              ///< of the first page and of the feed itself
    std::function<std::string(const Piece&)> of_piece;
    bool published = false; ///< whether they are absolute, and so can be ids too
};

/// At most fifty entries, each with its words. Times are those of the pieces, else the build's. `dress` is that of
/// pages of the site with addresses as in `places`.
std::string write_feed(const Job& job, const Dress& dress, const FeedPlaces& places);

} // namespace halfstar::html

// The site's feed as Atom (RFC 4287) and as JSON Feed (1.1).
#pragma once

#include "backends/html/feed_entries.h"

#include <halfstar/backend.h>

namespace halfstar::html {

/// `address` is the feed's own. Times are those of the pieces, else the build's.
std::string write_atom_feed(const Job& job, const std::vector<FeedEntry>& entries, const FeedPlaces& places, const std::string& address);
std::string write_json_feed(const Job& job, const std::vector<FeedEntry>& entries, const FeedPlaces& places, const std::string& address);

} // namespace halfstar::html

// What search engines read of a page: schema.org in JSON-LD.
#pragma once

#include <halfstar/edition.h>

#include <functional>
#include <string>
#include <vector>

namespace halfstar::html {

/// One node, or a graph of several: a Review for each film that a piece is about, an Article for a
/// piece about none. Safe inside a script element. Ratings are digits with best and worst stated. `address`
/// says where a piece is published; empty: nowhere yet.
std::string write_jsonld(const Edition& edition, const std::vector<const Piece*>& pieces,
                         const std::function<std::string(const Piece&)>& address);

} // namespace halfstar::html

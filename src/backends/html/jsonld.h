// What search engines read of a page: schema.org in JSON-LD.
#pragma once

#include <halfstar/edition.h>

#include <string>

namespace halfstar::html {

/// One node, or a graph of several: a Review for each film that a piece is about, an Article for a
/// piece about none. Safe inside a script element. Ratings are digits with best and worst stated.
std::string write_jsonld(const Edition& edition);

} // namespace halfstar::html

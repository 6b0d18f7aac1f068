// Which colours of a style an ink prints: a duplicator's drum is called "red" where a style's colour is called "spot"
// and its ink "halfstar Red".
#pragma once

#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// The colours whose key, whose spot's name or a word of that is `ink`, whatever its capitals; in the style's order.
std::vector<Paint> colours_of_ink(const Style& style, std::string_view ink);

/// The names that inks can have in a style.
std::vector<std::string> ink_names(const Style& style);

} // namespace halfstar

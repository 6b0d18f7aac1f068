// Pages of trims that a style has no page for: a minizine's, a Tabloid's half. The nearest page of the zine is drawn
// anew at that size: margins in proportion, running text only as much smaller as can be read, as many rows as go in.
#pragma once

#include <halfstar/style.h>

namespace halfstar {

/// The name of the zine page whose trim is the given one, to 2 mm; when the style has none, of a page that is fitted and added
/// to it. Empty when the style has no page for zines at all.
std::string zine_page_of(Style& style, Size trim);

/// `model` for another trim.
PageSpec fitted_page(const Style& style, const PageSpec& model, Size trim);

} // namespace halfstar

// Whether what a style sets can be read: the contrast of text with what is behind it, by WCAG 2.1 (success criterion 1.4.3).
#pragma once

#include "foundation/data/value.h"

#include <halfstar/diagnostics.h>
#include <halfstar/style.h>

namespace halfstar {

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrast(const StyleColour& a, const StyleColour& b);

/// Reports Code::low_contrast once for each colour that is too near to its ground for the smallest type set in it. Dark
/// colours are taken to stand on white, light ones on the ink. `value` is what the style was read from, for places.
void check_contrast(const Style& style, const Value& value, Diagnostics& diagnostics);

} // namespace halfstar

// Ratings as drawings with a spoken label, in the colour of the words around them.
#pragma once

#include "backends/html/dress.h"

#include <halfstar/piece.h>

namespace halfstar::html {

/// The rating of a work: stars in SVG for a number (with the number as written where it is not out of
/// five), the letter itself for a grade. On the web page with the values that microformats2 reads.
void write_rating(Markup& out, const Dress& dress, const Piece& piece, const Rating& rating);

/// The same drawing or letter alone, among the edition's words: for lists of films.
void write_stars(Markup& out, const Dress& dress, const Rating& rating);

/// The half star that ends a piece.
std::string end_mark(Syntax syntax);

/// `hundredths` of a scale are stars out of five when it goes to five.
bool is_out_of_five(const Rating& rating);

} // namespace halfstar::html

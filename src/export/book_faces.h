// Which faces an ebook carries, where its style wants it to carry any.
#pragma once

#include "design/fonts/font_book.h"

#include <halfstar/backend.h>
#include <halfstar/style.h>

#include <vector>

namespace halfstar {

/// The upright and italic, regular and bold of the text's family, and the titles' face: those that are installed, each once.
/// What is missing is reported where pages are laid out.
std::vector<BookFace> book_faces(const Style& style, const FontBook& fonts);

} // namespace halfstar

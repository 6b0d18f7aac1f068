// The table of contents that readers of EPUB 2 know, with the printed pages.
#pragma once

#include "backends/epub/book.h"

#include <string>

namespace halfstar::epub {

/// All documents are there already.
std::string write_ncx(const Book& book);

} // namespace halfstar::epub

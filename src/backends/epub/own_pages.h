// The insides of the pages that a book has of its own, beside its pieces and the parts of an issue.
#pragma once

#include "backends/epub/book.h"
#include "backends/html/dress.h"
#include "backends/html/markup.h"

namespace halfstar::epub {

/// The picture of the cover, at the size of the page.
void write_cover(html::Markup& out, const Book& book);
void write_title_page(html::Markup& out, const Book& book);
/// The page that opens a section: its name and its films.
void write_section_opener(html::Markup& out, const html::Dress& dress, const Book& book, const Section& section);
void write_colophon(html::Markup& out, const Book& book);

} // namespace halfstar::epub

// The ways into a book: the navigation document of EPUB 3 with its landmarks and printed pages.
#pragma once

#include "backends/epub/book.h"
#include "backends/html/markup.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace halfstar::epub {

/// What stands before the inside of the body of an XHTML document, and what stands after it.
void open_document(html::Markup& out, std::string_view title, std::string_view language, Direction direction, std::string_view epub_type);
void close_document(html::Markup& out);

/// Contents, landmarks and printed pages; the documents before and after it are there already.
std::string write_contents(const Book& book);

/// The document as text: two spaces a level, LF, its declaration first.
std::string serialise(const pugi::xml_document& document);
/// A child element with words in it.
pugi::xml_node child(pugi::xml_node parent, const char* name, std::string_view words);
/// Sets an attribute; characters that XML may not hold become U+FFFD.
void set(pugi::xml_node node, const char* name, std::string_view value);

} // namespace halfstar::epub

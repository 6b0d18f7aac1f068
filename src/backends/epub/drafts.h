// The documents of a book before they are written. Each knows how to write itself and touches nothing that another does, so
// several threads write them.
#pragma once

#include "backends/epub/book.h"
#include "backends/epub/packing.h"
#include "backends/html/dress.h"

#include <halfstar/diagnostics.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::epub {

struct Draft {
    Document document;       ///< what is known of it beforehand
    std::string language;    ///< BCP 47
    std::string_view matter; ///< epub:type of its body: "frontmatter"
    std::vector<ContentsEntry> entries; ///< lines of the contents that lead into it; writing it may add more
    /// Writes the inside of its body in a dress that is its own.
    std::function<void(html::Markup&, html::Dress&, std::vector<ContentsEntry>&)> write;
};

/// What comes of a draft: its XHTML, and what package and contents say of it.
struct Written {
    Packed packed;
    Document document;
    std::vector<ContentsEntry> entries;
    Diagnostics diagnostics;
    std::u32string characters; ///< as the book's faces ask for them
};

/// How pieces are written in a book.
html::Dress dress_of(const Book& book);

Written write_draft(Draft draft, const html::Dress& dress, const Book& book);

/// Notes where the ids stand in the document's text.
void note_anchors(Document& document, std::string_view text, const std::vector<std::string>& ids);

} // namespace halfstar::epub

// The documents of a book before they are written. Each knows how to write itself and touches nothing that another does, so
// several threads write them; they go into the book in their order.
#pragma once

#include "backends/epub/book.h"
#include "backends/html/dress.h"

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

/// Notes where the ids stand in the document's text.
void note_anchors(Document& document, std::string_view text, const std::vector<std::string>& ids);

/// Writes the drafts on `book.job->jobs` threads and adds them to the book, with their lines of the contents. The cover, which
/// takes longer to paint than any of them to write, is painted meanwhile.
void write_drafts(std::vector<Draft> drafts, const html::Dress& dress, Book& book, Diagnostics& diagnostics);

} // namespace halfstar::epub

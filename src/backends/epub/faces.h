// The faces that a book carries: cut down to the characters in its documents, and named to its style sheet.
#pragma once

#include <halfstar/backend.h>

#include <string>
#include <vector>

namespace halfstar::epub {

struct BookFont {
    const BookFace* face = nullptr;
    std::string id;   ///< in the manifest
    std::string href; ///< from the book's folder
    std::string media_type;
};

class BookFonts {
public:
    /// Of the job's faces, those whose makers let them be embedded.
    explicit BookFonts(const Job& job);

    const std::vector<BookFont>& all() const { return all_; }
    /// The characters of a document, each once, in their order; none where no face asks for them.
    std::u32string characters_of(std::string_view text) const;
    /// Takes note of a document's characters.
    void take_characters(std::u32string_view characters);
    /// Rules that put the faces to use; empty without faces.
    std::string rules(const Style& style) const;
    /// The bytes that go into the book.
    Result<std::string> bytes(const BookFont& font, const Style& style) const;

private:
    std::vector<BookFont> all_;
    std::u32string characters_; ///< each once, in their order
};

/// What makes Apple's reader set a book in its own faces.
std::string write_display_options();

} // namespace halfstar::epub

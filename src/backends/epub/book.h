// A book in the making: all that the package and the tables of contents say of its documents, its faces and its pictures. The
// bytes of none of them are kept.
#pragma once

#include "backends/epub/faces.h"
#include "backends/epub/page_list.h"
#include "backends/epub/pictures.h"

#include <halfstar/backend.h>
#include <halfstar/edition.h>
#include <halfstar/locale.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::epub {

/// A line of the table of contents.
struct ContentsEntry {
    int depth = 1;
    std::string words;
    std::string language; ///< BCP 47
    std::string href;
};

enum class DocumentKind : std::uint8_t {
    cover, title_page, contents, letter, section, piece, numbers, index, about, colophon,
};

struct Document {
    DocumentKind kind = DocumentKind::piece;
    std::string id;
    std::string href;
    std::string title; ///< as landmarks name it
    std::map<std::string, std::size_t, std::less<>> anchors; ///< of ids that contents lead to, how far into the text they stand
    std::string properties; ///< of the manifest: "svg"
};

struct Book {
    const Job* job = nullptr;
    const Edition* edition = nullptr;
    const Locale* locale = nullptr;
    BookPictures pictures;
    PageList printed_pages;
    BookFonts fonts;
    std::vector<Document> documents; ///< in the order of the spine, as they are written; the contents too if they are read in it
    Document contents;               ///< the navigation document
    std::vector<ContentsEntry> entries;

    explicit Book(const Job& the_job);
    bool has_cover() const { return job->cover.has_value(); }
    /// The edition's title, or what can stand for it.
    std::string title() const;
    /// The file of a piece, of the letter and of the page at the back.
    std::string href(const Piece& piece) const;
    /// Authors of the pieces, each once, in reading order; else the editor, else the publisher.
    std::vector<std::string> authors() const;
};

constexpr std::string_view cover_image = "images/cover.png";
constexpr std::string_view style_sheet_name = "style.css";
constexpr std::string_view package_name = "package.opf";
constexpr std::string_view contents_name = "nav.xhtml";
constexpr std::string_view ncx_name = "toc.ncx";

/// The document of an address within the book, and the id in it or nothing.
std::pair<std::string_view, std::string_view> split_href(std::string_view href);

} // namespace halfstar::epub

// What differs between the dresses that one writer gives a piece: the web page and the ebook.
#pragma once

#include "backends/html/markup.h"

#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>
#include <halfstar/locale.h>

#include <functional>
#include <string>
#include <string_view>

namespace halfstar::html {

/// How a picture gets onto the page.
struct PicturePlace {
    enum class Kind : std::uint8_t {
        embedded, ///< its bytes stand in the page
        file,     ///< `name` is its address
        symbol,   ///< drawn once in the page under the id `name` and used from there
    };
    Kind kind = Kind::embedded;
    std::string name;
};

class PageMarks;

struct Dress {
    Syntax syntax = Syntax::html;
    const Edition* edition = nullptr;
    const Locale* locale = nullptr; ///< of the words that the program sets
    int title_level = 1;            ///< heading level of the pieces' titles
    /// Code points from which a title counts as long and is set smaller; 0 never.
    int long_title_from = 0;
    /// A star on the page in the style's own drawing: the ones not earned are outlined, or left out.
    bool missing_stars_outlined = true;
    /// What a piece is in a book, as EPUB and (after "doc-") ARIA call it: "chapter", "foreword".
    std::string_view division = "chapter";
    std::string here; ///< the page's address, before '#', where its text is shown elsewhere (a feed)
    /// Whether addresses of files beside the page pass; else only places of the edition and the web do.
    bool leads_beside = true;
    std::function<PicturePlace(const Picture&)> picture_place;
    std::function<std::string(const Piece&)> piece_address;
    std::function<std::string(const std::string& name)> person_address; ///< empty for who has no page; none: nobody has
    const PageMarks* page_marks = nullptr; ///< of the piece that is written, in an ebook that lists printed pages
    Diagnostics* diagnostics = nullptr; ///< takes what the dress cannot carry

    bool is_xhtml() const { return syntax == Syntax::xhtml; }
};

/// Markup of a person's name, said as `words`: a link where the person has a page.
std::string linked_name(const Dress& dress, const std::string& name, std::string_view words);

/// Id of a piece's element: a letter first, as XML wants.
std::string piece_id(const Piece& piece);
/// What the ids of everything inside the piece begin with. Keys and slugs have no '_', so nothing that
/// an author writes can meet the ids that the program gives.
std::string id_prefix(const Piece& piece);

/// Marks `tag` with the language of the program's words where the piece is in another.
Tag& set_in_locale(Tag& tag, const Dress& dress, const Piece& piece);
/// As above, where what stands round it is the edition's.
Tag& set_in_locale(Tag& tag, const Dress& dress);
/// Marks `tag`, which names the piece among the edition's words, with the piece's language and direction.
Tag& set_as_piece(Tag& tag, const Dress& dress, const Piece& piece);

} // namespace halfstar::html

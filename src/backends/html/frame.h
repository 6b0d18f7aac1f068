// What every web page has round its content: the head with what the page says of itself, the link past
// the band, and the colophon at its end.
#pragma once

#include "backends/html/markup.h"

#include <halfstar/backend.h>
#include <halfstar/edition.h>
#include <halfstar/locale.h>

#include <string>
#include <string_view>
#include <vector>

namespace halfstar::html {

/// What a page says of itself. What is empty is left out.
struct PageFacts {
    std::string title;
    std::string language; ///< BCP 47
    std::string description;
    std::string author;
    std::string type = "website"; ///< Open Graph's
    std::string spoken;           ///< language of what it is about, for Open Graph
    std::string address;          ///< where it will be published
    std::string picture;          ///< where the job's cover will be published
    std::string published;        ///< ISO 8601
    std::vector<std::string> tags;
    std::string jsonld;
};

class Frame {
public:
    /// `job` and `locale` must outlive the frame.
    Frame(const Job& job, const Locale& locale, PageFacts facts);

    /// From the document type to the end of the head; `sheet` is the markup that brings the style sheet in.
    void head(Markup& out, std::string_view sheet) const;
    /// Opens the body: the link to #main first.
    void open_body(Markup& out, std::string_view css_class) const;
    /// The colophon, with `links` (markup) in it, and the end of the page.
    void foot(Markup& out, std::string_view links = {}) const;
    /// Marks words of ours where the page is in another language.
    Tag& ours(Tag& tag) const;

private:
    void open_graph(Markup& out) const;

    const Job& job_;
    const Edition& edition_;
    const Locale& locale_;
    PageFacts facts_;
};

/// The facts of a page that shows one piece.
PageFacts facts_of(const Piece& piece);

} // namespace halfstar::html

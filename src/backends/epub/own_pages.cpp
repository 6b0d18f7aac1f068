#include "backends/epub/own_pages.h"

#include "backends/html/contents.h"
#include "backends/html/facts.h"
#include "backends/html/links.h"
#include "backends/html/parts.h"
#include "backends/html/stars.h"

namespace halfstar::epub {
namespace {

using html::Markup;
using html::Tag;

void line(Markup& out, std::string_view css_class, std::string_view words) {
    if (words.empty()) return;
    out.element(Tag("p").set("class", css_class), words);
    out.line();
}

std::string issue_number(const Book& book) {
    return book.edition->number.empty() ? "" : Locale::fill(book.locale->word("number"), {book.edition->number});
}

void section_entry(Markup& out, const html::Dress& dress, const Book& book, const Piece& piece) {
    out.open("li");
    Tag link("a");
    html::set_as_piece(link, dress, piece);
    out.element(link.set("href", book.href(piece)), piece.title.value);
    const Work* work = html::only_work(piece);
    if (work != nullptr && work->rating) {
        out.raw(" ");
        html::write_stars(out, dress, work->rating->value);
    }
    out.close("li");
    out.line();
}

/// "Editor: Ada Quill"
void fact(Markup& out, const Book& book, std::string_view key, const std::string& words) {
    if (!words.empty()) line(out, key, std::string(book.locale->word(key)) + ": " + words);
}

} // namespace

void write_cover(Markup& out, const Book& book) {
    const Cover& cover = *book.job->cover;
    out.open(Tag("div").set("class", "cover").set("epub:type", "cover"));
    out.line();
    Tag image("img");
    image.set("src", cover_image).set("role", "doc-cover");
    image.set("alt", cover.alternative.empty() ? book.title() : cover.alternative);
    out.single(image.set("width", std::to_string(cover.width)).set("height", std::to_string(cover.height)));
    out.line();
    out.close("div");
    out.line();
}

void write_title_page(Markup& out, const Book& book) {
    const Edition& edition = *book.edition;
    out.open(Tag("section").set("class", "title-page").set("epub:type", "titlepage"));
    out.line();
    out.element(Tag("h1").set("epub:type", "title"), book.title());
    out.line();
    line(out, "subtitle", edition.subtitle);
    line(out, "issue", issue_number(book));
    line(out, "names", edition.editor.empty() ? html::joined(book.authors(), ", ") : edition.editor);
    line(out, "publisher", edition.publisher);
    if (edition.date) line(out, "date", book.locale->long_date(*edition.date));
    out.close("section");
    out.line();
}

void write_section_opener(Markup& out, const html::Dress& dress, const Book& book, const Section& section) {
    const std::string id = html::section_id(section);
    Tag part("section");
    part.set("class", "part").set("epub:type", "part").set("role", "doc-part");
    out.open(part.set("aria-labelledby", id + "-title"));
    out.line();
    out.element(Tag("h1").set("id", id + "-title"), section.title);
    out.line();
    line(out, "extent", section.extent);
    out.open("ul");
    out.line();
    for (std::uint32_t i = section.first; i < section.last; ++i)
        section_entry(out, dress, book, book.edition->pieces[i]);
    out.close("ul");
    out.line();
    out.close("section");
    out.line();
}

void write_colophon(Markup& out, const Book& book) {
    const Edition& edition = *book.edition;
    const Locale& locale = *book.locale;
    Tag section("section");
    section.set("class", "colophon").set("epub:type", "colophon").set("role", "doc-colophon");
    out.open(section.set("aria-labelledby", "colophon-title"));
    out.line();
    out.element(Tag("h1").set("id", "colophon-title"), locale.word("colophon"));
    out.line();
    out.open("p");
    out.element(Tag("cite"), book.title());
    const std::string names = html::joined(book.authors(), ", ");
    if (!names.empty()) out.text(" · " + names);
    out.close("p");
    out.line();
    line(out, "issue", issue_number(book));
    fact(out, book, "editor", edition.editor);
    fact(out, book, "contributors", html::joined(edition.contributors, ", "));
    line(out, "publisher", html::joined({edition.publisher, edition.place}, ", "));
    if (edition.date) line(out, "date", locale.long_date(*edition.date));
    line(out, "rights", edition.rights);
    if (!edition.isbn.empty()) line(out, "isbn", "ISBN " + edition.isbn);
    if (const auto url = html::outward_address(edition.url)) {
        out.open("p");
        out.element(Tag("a").set("href", *url), *url);
        out.close("p");
        out.line();
    }
    line(out, "producer", Locale::fill(locale.word("typeset-by"), {book.job->build.producer}));
    out.close("section");
    out.line();
}

} // namespace halfstar::epub

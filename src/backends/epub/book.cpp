#include "backends/epub/book.h"

#include "backends/epub/navigation.h"
#include "backends/html/article.h"
#include "backends/html/contents.h"
#include "backends/html/contributors.h"
#include "backends/html/facts.h"
#include "backends/html/indexes.h"
#include "backends/html/links.h"
#include "backends/html/numbers.h"
#include "backends/html/parts.h"
#include "backends/html/stars.h"

#include <halfstar/style.h>

#include <algorithm>

namespace halfstar::epub {
namespace {

using html::Markup;
using html::Syntax;
using html::Tag;

class BookWriter {
public:
    BookWriter(const Job& job, Diagnostics& diagnostics) : book_(job), edition_(*job.edition) {
        dress_.syntax = Syntax::xhtml;
        dress_.edition = &edition_;
        dress_.locale = book_.locale;
        dress_.long_title_from = 18;
        dress_.leads_beside = false;
        if (!job.style->pages.empty()) dress_.missing_stars_outlined = job.style->pages[0].stars.missing_outlined;
        dress_.picture_place = [this](const Picture& picture) {
            return html::PicturePlace{html::PicturePlace::Kind::file, book_.pictures.at(picture).href};
        };
        dress_.piece_address = [this](const Piece& piece) { return book_.href(piece); };
        dress_.diagnostics = &diagnostics;
    }

    Book write() {
        const bool many = html::is_collection(edition_);
        if (book_.has_cover()) cover();
        if (many) title_page();
        std::size_t contents_at = 0, parts = 0;
        for (const IssuePart part : html::shown_parts(edition_)) {
            if (parts++ == parts_before_contents(edition_)) contents_at = book_.documents.size();
            write(part);
        }
        colophon();
        book_.contents.kind = DocumentKind::contents;
        book_.contents.id = "contents";
        book_.contents.href = contents_name;
        book_.contents.title = book_.locale->word("contents");
        book_.contents.properties = "nav";
        book_.contents.text = write_contents(book_);
        book_.fonts.take_characters(book_.contents.text);
        if (many)
            book_.documents.insert(book_.documents.begin() + static_cast<std::ptrdiff_t>(contents_at), book_.contents);
        return std::move(book_);
    }

private:
    void add(DocumentKind kind, std::string id, std::string title, const std::string& language, const Markup& body,
             std::string_view epub_type) {
        Document document;
        document.kind = kind;
        document.href = id + ".xhtml";
        document.id = std::move(id);
        Markup pages(Syntax::xhtml);
        for (const std::string& label : book_.printed_pages.at_document(document.id)) {
            html::write_page_mark(pages, label);
            pages.line();
        }
        document.text = wrap_document(pages.str() + body.str(), title, language, edition_.direction, epub_type);
        document.title = std::move(title);
        book_.fonts.take_characters(document.text);
        if (body.str().find("<svg ") != std::string::npos) document.properties = "svg";
        book_.documents.push_back(std::move(document));
    }

    void cover() {
        Markup out(Syntax::xhtml);
        const Cover& cover = *book_.job->cover;
        out.open(Tag("div").set("class", "cover").set("epub:type", "cover"));
        out.line();
        Tag image("img");
        image.set("src", cover_image).set("role", "doc-cover");
        image.set("alt", cover.alternative.empty() ? book_.title() : cover.alternative);
        out.single(image.set("width", std::to_string(cover.width)).set("height", std::to_string(cover.height)));
        out.line();
        out.close("div");
        out.line();
        add(DocumentKind::cover, "cover", std::string(book_.locale->word("cover")), edition_.language, out,
            "frontmatter");
    }

    static void line(Markup& out, std::string_view css_class, std::string_view words) {
        if (words.empty()) return;
        out.element(Tag("p").set("class", css_class), words);
        out.line();
    }

    std::string issue_number() const {
        return edition_.number.empty() ? "" : Locale::fill(book_.locale->word("number"), {edition_.number});
    }

    void title_page() {
        Markup out(Syntax::xhtml);
        out.open(Tag("section").set("class", "title-page").set("epub:type", "titlepage"));
        out.line();
        out.element(Tag("h1").set("epub:type", "title"), book_.title());
        out.line();
        line(out, "subtitle", edition_.subtitle);
        line(out, "issue", issue_number());
        line(out, "names", edition_.editor.empty() ? html::joined(book_.authors(), ", ") : edition_.editor);
        line(out, "publisher", edition_.publisher);
        if (edition_.date) line(out, "date", book_.locale->long_date(*edition_.date));
        out.close("section");
        out.line();
        add(DocumentKind::title_page, "title", book_.title(), edition_.language, out, "frontmatter");
    }

    void write(IssuePart part) {
        switch (part) {
        case IssuePart::letter: return write_piece(*edition_.letter, DocumentKind::letter);
        case IssuePart::reviews: return reviews();
        case IssuePart::numbers: return numbers();
        case IssuePart::films: return index(html::IndexKind::films, "films");
        case IssuePart::people: return index(html::IndexKind::people, "people");
        case IssuePart::about: return write_piece(*edition_.about, DocumentKind::about);
        case IssuePart::contributors: return contributors();
        case IssuePart::pictures: return index(html::IndexKind::pictures, "pictures");
        case IssuePart::cover:
        case IssuePart::masthead:
        case IssuePart::contents:
        case IssuePart::colophon:
        case IssuePart::back: return;
        }
    }

    void reviews() {
        for (const Piece& piece : edition_.pieces) {
            const Section* section = html::section_of(edition_, piece);
            if (section != nullptr && &edition_.pieces[section->first] == &piece) write_section(*section);
            write_piece(piece, DocumentKind::piece);
        }
    }

    /// The page that opens a section: its name and its films.
    void write_section(const Section& section) {
        const std::string id = html::section_id(section);
        Markup out(Syntax::xhtml);
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
            section_entry(out, edition_.pieces[i]);
        out.close("ul");
        out.line();
        out.close("section");
        out.line();
        book_.entries.push_back({1, section.title, edition_.language, id + ".xhtml"});
        add(DocumentKind::section, id, section.title, edition_.language, out, "bodymatter");
    }

    void section_entry(Markup& out, const Piece& piece) const {
        out.open("li");
        Tag link("a");
        html::set_as_piece(link, dress_, piece);
        out.element(link.set("href", book_.href(piece)), piece.title.value);
        const Work* work = html::only_work(piece);
        if (work != nullptr && work->rating) {
            out.raw(" ");
            html::write_stars(out, dress_, work->rating->value);
        }
        out.close("li");
        out.line();
    }

    static std::string_view division(DocumentKind kind) {
        if (kind == DocumentKind::letter) return "foreword";
        return kind == DocumentKind::about ? "afterword" : "chapter";
    }

    static std::string_view matter(DocumentKind kind) {
        if (kind == DocumentKind::letter) return "frontmatter";
        return kind == DocumentKind::about ? "backmatter" : "bodymatter";
    }

    void write_piece(const Piece& piece, DocumentKind kind) {
        const html::Outline outline(piece, html::id_prefix(piece));
        Markup out(Syntax::xhtml);
        const std::string href = book_.href(piece);
        const std::string id = href.substr(0, href.rfind('.'));
        dress_.division = division(kind);
        dress_.page_marks = &book_.printed_pages.within(id);
        html::write_article(out, dress_, piece, outline);
        const int depth = kind == DocumentKind::piece && html::section_of(edition_, piece) != nullptr ? 2 : 1;
        book_.entries.push_back({depth, piece.title.value, piece.language, href});
        for (const html::OutlineHeading& heading : outline.headings())
            if (!heading.in_note && !heading.words.empty())
                book_.entries.push_back({depth + heading.level, heading.words, piece.language, href + "#" + heading.id});
        add(kind, id, html::full_title(piece), piece.language, out, matter(kind));
    }

    void numbers() {
        Markup out(Syntax::xhtml);
        Tag section("section");
        section.set("class", "numbers").set("epub:type", "appendix").set("role", "doc-appendix");
        out.open(section.set("aria-labelledby", "numbers_title"));
        out.line();
        html::write_numbers(out, dress_, 1);
        part_page(out, DocumentKind::numbers, "numbers", "numbers");
    }

    void contributors() {
        Markup out(Syntax::xhtml);
        Tag section("section");
        section.set("class", "notes-on-contributors").set("epub:type", "appendix").set("role", "doc-appendix");
        out.open(section.set("aria-labelledby", "contributors_title"));
        out.line();
        html::write_contributors(out, dress_, 1);
        part_page(out, DocumentKind::numbers, "contributors", "notes-on-contributors");
    }

    void index(html::IndexKind kind, std::string id) {
        Markup out(Syntax::xhtml);
        Tag section("section");
        section.set("class", "index").set("epub:type", "index").set("role", "doc-index");
        out.open(section.set("aria-labelledby", id + "_title"));
        out.line();
        html::write_index(out, dress_, kind, 1);
        part_page(out, DocumentKind::index, std::move(id), html::index_words(kind));
    }

    /// Ends a section that a part of the issue fills, and makes a document of it.
    void part_page(Markup& out, DocumentKind kind, std::string id, std::string_view words) {
        out.close("section");
        out.line();
        const std::string title(book_.locale->word(words));
        book_.entries.push_back({1, title, book_.locale->language, id + ".xhtml"});
        add(kind, std::move(id), title, edition_.language, out, "backmatter");
    }

    void colophon() {
        const Locale& locale = *book_.locale;
        Markup out(Syntax::xhtml);
        Tag section("section");
        section.set("class", "colophon").set("epub:type", "colophon").set("role", "doc-colophon");
        out.open(section.set("aria-labelledby", "colophon-title"));
        out.line();
        out.element(Tag("h1").set("id", "colophon-title"), locale.word("colophon"));
        out.line();
        out.open("p");
        out.element(Tag("cite"), book_.title());
        const std::string names = html::joined(book_.authors(), ", ");
        if (!names.empty()) out.text(" · " + names);
        out.close("p");
        out.line();
        line(out, "issue", issue_number());
        fact(out, "editor", edition_.editor);
        fact(out, "contributors", html::joined(edition_.contributors, ", "));
        line(out, "publisher", html::joined({edition_.publisher, edition_.place}, ", "));
        if (edition_.date) line(out, "date", locale.long_date(*edition_.date));
        line(out, "rights", edition_.rights);
        if (!edition_.isbn.empty()) line(out, "isbn", "ISBN " + edition_.isbn);
        if (const auto url = html::outward_address(edition_.url)) {
            out.open("p");
            out.element(Tag("a").set("href", *url), *url);
            out.close("p");
            out.line();
        }
        line(out, "producer", Locale::fill(locale.word("typeset-by"), {book_.job->build.producer}));
        out.close("section");
        out.line();
        add(DocumentKind::colophon, "colophon", std::string(locale.word("colophon")), locale.language, out,
            "backmatter");
    }

    /// "Editor: Ada Quill"
    void fact(Markup& out, std::string_view key, const std::string& words) const {
        if (!words.empty()) line(out, key, std::string(book_.locale->word(key)) + ": " + words);
    }

    Book book_;
    const Edition& edition_;
    html::Dress dress_;
};

} // namespace

Book::Book(const Job& the_job)
    : job(&the_job), edition(the_job.edition), locale(&locale_for(the_job.edition->language)),
      pictures(*the_job.edition), printed_pages(the_job), fonts(the_job) {}

std::string Book::title() const {
    if (!edition->title.empty()) return edition->title;
    return edition->pieces.empty() ? job->build.identifier : edition->pieces.front().title.value;
}

std::vector<std::string> Book::authors() const {
    std::vector<std::string> names;
    for (const Piece& piece : edition->pieces)
        for (const std::string& name : piece.authors)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    if (names.empty() && !edition->editor.empty()) names.push_back(edition->editor);
    if (names.empty() && !edition->publisher.empty()) names.push_back(edition->publisher);
    return names;
}

std::string Book::href(const Piece& piece) const {
    if (edition->letter && &piece == &*edition->letter) return "letter.xhtml";
    if (edition->about && &piece == &*edition->about) return "about.xhtml";
    return html::piece_id(piece) + ".xhtml";
}

Book make_book(const Job& job, Diagnostics& diagnostics) { return BookWriter(job, diagnostics).write(); }

} // namespace halfstar::epub

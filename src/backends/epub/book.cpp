#include "backends/epub/book.h"

#include "backends/epub/drafts.h"
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
    BookWriter(const Job& job, Diagnostics& diagnostics) : book_(job), edition_(*job.edition), diagnostics_(diagnostics) {
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
    }

    Book write() {
        const bool many = html::is_collection(edition_);
        if (book_.has_cover()) cover();
        if (many) title_page();
        std::size_t contents_at = 0, parts = 0;
        for (const IssuePart part : html::shown_parts(edition_)) {
            if (parts++ == parts_before_contents(edition_)) contents_at = drafts_.size();
            write(part);
        }
        colophon();
        write_drafts(std::move(drafts_), dress_, book_, diagnostics_);
        contents();
        if (many) book_.documents.insert(book_.documents.begin() + static_cast<std::ptrdiff_t>(contents_at), book_.contents);
        book_.contents.packed = deflated(contents_);
        return std::move(book_);
    }

private:
    using Write = std::function<void(Markup&, html::Dress&, std::vector<ContentsEntry>&)>;

    Draft& add(DocumentKind kind, std::string id, std::string title, const std::string& language, std::string_view matter,
               Write write) {
        Draft draft;
        draft.document.kind = kind;
        draft.document.href = id + ".xhtml";
        draft.document.id = std::move(id);
        draft.document.title = std::move(title);
        draft.language = language;
        draft.matter = matter;
        draft.write = std::move(write);
        return drafts_.emplace_back(std::move(draft));
    }

    /// The navigation document; all others are written.
    void contents() {
        Document& contents = book_.contents;
        contents.kind = DocumentKind::contents;
        contents.id = "contents";
        contents.href = contents_name;
        contents.title = book_.locale->word("contents");
        contents.properties = "nav";
        contents_ = write_contents(book_);
        note_anchors(contents, contents_, book_.printed_pages.marks_of(contents.id));
        book_.fonts.take_characters(book_.fonts.characters_of(contents_));
    }

    void cover() {
        add(DocumentKind::cover, "cover", std::string(book_.locale->word("cover")), edition_.language, "frontmatter",
            [this](Markup& out, auto&, auto&) { write_cover(out); });
    }

    void write_cover(Markup& out) const {
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
        add(DocumentKind::title_page, "title", book_.title(), edition_.language, "frontmatter",
            [this](Markup& out, auto&, auto&) { write_title_page(out); });
    }

    void write_title_page(Markup& out) const {
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
        add(DocumentKind::section, id, section.title, edition_.language, "bodymatter",
            [this, id, &section](Markup& out, const html::Dress& dress, auto&) { write_section(out, dress, section, id); })
            .entries = {{1, section.title, edition_.language, id + ".xhtml"}};
    }

    void write_section(Markup& out, const html::Dress& dress, const Section& section, const std::string& id) const {
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
            section_entry(out, dress, edition_.pieces[i]);
        out.close("ul");
        out.line();
        out.close("section");
        out.line();
    }

    void section_entry(Markup& out, const html::Dress& dress, const Piece& piece) const {
        out.open("li");
        Tag link("a");
        html::set_as_piece(link, dress, piece);
        out.element(link.set("href", book_.href(piece)), piece.title.value);
        const Work* work = html::only_work(piece);
        if (work != nullptr && work->rating) {
            out.raw(" ");
            html::write_stars(out, dress, work->rating->value);
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
        const std::string href = book_.href(piece);
        const int depth = kind == DocumentKind::piece && html::section_of(edition_, piece) != nullptr ? 2 : 1;
        const std::string id = href.substr(0, href.rfind('.'));
        add(kind, id, html::full_title(piece), piece.language, matter(kind),
            [this, &piece, kind, id](Markup& out, html::Dress& dress, std::vector<ContentsEntry>& entries) {
                dress.division = division(kind);
                dress.page_marks = &book_.printed_pages.within(id);
                write_piece(out, dress, piece, entries);
            })
            .entries = {{depth, piece.title.value, piece.language, href}};
    }

    /// The piece and the lines of its headings in the contents, below its own.
    static void write_piece(Markup& out, const html::Dress& dress, const Piece& piece, std::vector<ContentsEntry>& entries) {
        const html::Outline outline(piece, html::id_prefix(piece));
        html::write_article(out, dress, piece, outline);
        const ContentsEntry own = entries.front();
        for (const html::OutlineHeading& heading : outline.headings())
            if (!heading.in_note && !heading.words.empty())
                entries.push_back({own.depth + heading.level, heading.words, own.language, own.href + "#" + heading.id});
    }

    void numbers() {
        part_page(DocumentKind::numbers, "numbers", "numbers", "numbers", "appendix",
                  [](Markup& out, const html::Dress& dress) { html::write_numbers(out, dress, 1); });
    }

    void contributors() {
        part_page(DocumentKind::numbers, "contributors", "notes-on-contributors", "notes-on-contributors", "appendix",
                  [](Markup& out, const html::Dress& dress) { html::write_contributors(out, dress, 1); });
    }

    void index(html::IndexKind kind, std::string id) {
        part_page(DocumentKind::index, std::move(id), html::index_words(kind), "index", "index",
                  [kind](Markup& out, const html::Dress& dress) { html::write_index(out, dress, kind, 1); });
    }

    /// A document of one section that a part of the issue fills; `division` is what it is in a book.
    void part_page(DocumentKind kind, std::string id, std::string_view words, std::string_view css_class, std::string_view division,
                   std::function<void(Markup&, const html::Dress&)> fill) {
        const std::string title(book_.locale->word(words));
        const std::string href = id + ".xhtml", title_id = id + "_title";
        add(kind, std::move(id), title, edition_.language, "backmatter",
            [=, fill = std::move(fill)](Markup& out, const html::Dress& dress, auto&) {
                Tag section("section");
                section.set("class", css_class).set("epub:type", division).set("role", "doc-" + std::string(division));
                out.open(section.set("aria-labelledby", title_id));
                out.line();
                fill(out, dress);
                out.close("section");
                out.line();
            })
            .entries = {{1, title, book_.locale->language, href}};
    }

    void colophon() {
        add(DocumentKind::colophon, "colophon", std::string(book_.locale->word("colophon")), book_.locale->language, "backmatter",
            [this](Markup& out, auto&, auto&) { write_colophon(out); });
    }

    void write_colophon(Markup& out) const {
        const Locale& locale = *book_.locale;
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
    }

    /// "Editor: Ada Quill"
    void fact(Markup& out, std::string_view key, const std::string& words) const {
        if (!words.empty()) line(out, key, std::string(book_.locale->word(key)) + ": " + words);
    }

    Book book_;
    const Edition& edition_;
    Diagnostics& diagnostics_;
    html::Dress dress_;
    std::vector<Draft> drafts_; ///< in the order of the spine
    std::string contents_;      ///< the navigation document's text
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

std::pair<std::string_view, std::string_view> split_href(std::string_view href) {
    const std::size_t hash = href.find('#');
    if (hash == std::string_view::npos) return {href, {}};
    return {href.substr(0, hash), href.substr(hash + 1)};
}

Book make_book(const Job& job, Diagnostics& diagnostics) { return BookWriter(job, diagnostics).write(); }

} // namespace halfstar::epub

#include "backends/epub/drafting.h"

#include "backends/epub/own_pages.h"
#include "backends/html/article.h"
#include "backends/html/contents.h"
#include "backends/html/contributors.h"
#include "backends/html/facts.h"
#include "backends/html/indexes.h"
#include "backends/html/numbers.h"
#include "backends/html/parts.h"

#include <halfstar/style.h>

#include <utility>

namespace halfstar::epub {
namespace {

using html::Markup;
using html::Tag;

/// Documents of a book that are neither pieces nor openers of sections.
constexpr std::size_t parts_at_most = 12;

class Drafting {
public:
    explicit Drafting(const Book& book) : book_(book), edition_(*book.edition) {}

    Drafts draft() {
        drafts_.all.reserve(edition_.pieces.size() + edition_.sections.size() + parts_at_most);
        if (book_.has_cover()) cover();
        if (html::is_collection(edition_)) title_page();
        std::size_t parts = 0;
        for (const IssuePart part : html::shown_parts(edition_)) {
            if (parts++ == parts_before_contents(edition_)) drafts_.before_contents = drafts_.all.size();
            draft(part);
        }
        colophon();
        return std::move(drafts_);
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
        return drafts_.all.emplace_back(std::move(draft));
    }

    void cover() {
        add(DocumentKind::cover, "cover", std::string(book_.locale->word("cover")), edition_.language, "frontmatter",
            [&book = book_](Markup& out, auto&, auto&) { write_cover(out, book); });
    }

    void title_page() {
        add(DocumentKind::title_page, "title", book_.title(), edition_.language, "frontmatter",
            [&book = book_](Markup& out, auto&, auto&) { write_title_page(out, book); });
    }

    void draft(IssuePart part) {
        switch (part) {
        case IssuePart::letter: return piece(*edition_.letter, DocumentKind::letter);
        case IssuePart::reviews: return reviews();
        case IssuePart::numbers: return numbers();
        case IssuePart::films: return index(html::IndexKind::films, "films");
        case IssuePart::people: return index(html::IndexKind::people, "people");
        case IssuePart::about: return piece(*edition_.about, DocumentKind::about);
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
        for (const Piece& one : edition_.pieces) {
            const Section* section = html::section_of(edition_, one);
            if (section != nullptr && &edition_.pieces[section->first] == &one) section_opener(*section);
            piece(one, DocumentKind::piece);
        }
    }

    void section_opener(const Section& section) {
        const std::string id = html::section_id(section);
        add(DocumentKind::section, id, section.title, edition_.language, "bodymatter",
            [&book = book_, &section](Markup& out, const html::Dress& dress, auto&) { write_section_opener(out, dress, book, section); })
            .entries = {{1, section.title, edition_.language, id + ".xhtml"}};
    }

    static std::string_view division(DocumentKind kind) {
        if (kind == DocumentKind::letter) return "foreword";
        return kind == DocumentKind::about ? "afterword" : "chapter";
    }

    static std::string_view matter(DocumentKind kind) {
        if (kind == DocumentKind::letter) return "frontmatter";
        return kind == DocumentKind::about ? "backmatter" : "bodymatter";
    }

    void piece(const Piece& piece, DocumentKind kind) {
        const std::string href = book_.href(piece);
        const int depth = kind == DocumentKind::piece && html::section_of(edition_, piece) != nullptr ? 2 : 1;
        const std::string id = href.substr(0, href.rfind('.'));
        add(kind, id, html::full_title(piece), piece.language, matter(kind),
            [&book = book_, &piece, kind, id](Markup& out, html::Dress& dress, std::vector<ContentsEntry>& entries) {
                dress.division = division(kind);
                dress.page_marks = &book.printed_pages.within(id);
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
            [&book = book_](Markup& out, auto&, auto&) { write_colophon(out, book); });
    }

    const Book& book_;
    const Edition& edition_;
    Drafts drafts_;
};

} // namespace

Drafts draft_documents(const Book& book) { return Drafting(book).draft(); }

} // namespace halfstar::epub

#include "backends/epub/navigation.h"

#include "backends/epub/nested_lists.h"
#include "backends/html/facts.h"
#include "backends/html/markup.h"
#include "backends/html/parts.h"

namespace halfstar::epub {
namespace {

using html::Syntax;
using html::Tag;

struct StringWriter : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

void set_language(pugi::xml_node node, std::string_view language) {
    if (!html::is_language_tag(language)) return;
    set(node, "lang", language);
    set(node, "xml:lang", language);
}

void contents_list(const Book& book, pugi::xml_node body) {
    pugi::xml_node nav = body.append_child("nav");
    set(nav, "epub:type", "toc");
    set(nav, "role", "doc-toc");
    set(nav, "id", "toc");
    set(nav, "aria-labelledby", "toc-title");
    pugi::xml_node heading = child(nav, "h1", book.locale->word("contents"));
    set(heading, "id", "toc-title");
    NestedLists lists(nav.append_child("ol"), "ol", "li");
    for (const ContentsEntry& entry : book.entries) {
        pugi::xml_node link = child(lists.next(entry.depth), "a", entry.words);
        set(link, "href", entry.href);
        if (!html::same_language(entry.language, book.locale->language)) set_language(link, entry.language);
    }
}

void landmark(pugi::xml_node list, std::string_view type, std::string_view href, std::string_view words) {
    pugi::xml_node link = child(list.append_child("li"), "a", words);
    set(link, "epub:type", type);
    set(link, "href", href);
}

void landmarks(const Book& book, pugi::xml_node body) {
    pugi::xml_node nav = body.append_child("nav");
    set(nav, "epub:type", "landmarks");
    set(nav, "hidden", "hidden");
    set(nav, "aria-label", book.locale->word("links"));
    pugi::xml_node list = nav.append_child("ol");
    // The contents of a book of one piece are not among its pages.
    if (html::is_collection(*book.edition)) landmark(list, "toc", "#toc", book.locale->word("contents"));
    bool has_body = false;
    for (const Document& document : book.documents) {
        switch (document.kind) {
        case DocumentKind::cover: landmark(list, "cover", document.href, document.title); break;
        case DocumentKind::title_page: landmark(list, "titlepage", document.href, document.title); break;
        case DocumentKind::colophon: landmark(list, "colophon", document.href, document.title); break;
        case DocumentKind::letter: landmark(list, "foreword", document.href, document.title); break;
        case DocumentKind::numbers: landmark(list, "appendix", document.href, document.title); break;
        // "index" is what holds entries, and a link to it holds none.
        case DocumentKind::index: landmark(list, "backmatter", document.href, document.title); break;
        case DocumentKind::about: landmark(list, "afterword", document.href, document.title); break;
        case DocumentKind::contents: break;
        case DocumentKind::section:
        case DocumentKind::piece:
            if (!has_body) landmark(list, "bodymatter", document.href, document.title);
            has_body = true;
        }
    }
}

/// For readers who are told a page by people with the zine.
void page_list(const Book& book, pugi::xml_node body) {
    if (book.printed_pages.empty()) return;
    pugi::xml_node nav = body.append_child("nav");
    set(nav, "epub:type", "page-list");
    set(nav, "role", "doc-pagelist");
    set(nav, "hidden", "hidden");
    set(nav, "aria-label", book.locale->word("printed-pages"));
    pugi::xml_node list = nav.append_child("ol");
    for (const ListedPage& page : book.printed_pages.pages())
        set(child(list.append_child("li"), "a", page.label), "href", page.href);
}

/// The page on which the zine's contents begin.
void page_marks(const Book& book, pugi::xml_node body) {
    for (const std::string& label : book.printed_pages.at_document("contents")) {
        pugi::xml_node mark = body.append_child("span");
        set(mark, "epub:type", "pagebreak");
        set(mark, "role", "doc-pagebreak");
        set(mark, "id", html::page_mark_id(label));
        set(mark, "aria-label", label);
    }
}

pugi::xml_document html_document(const Book& book) {
    pugi::xml_document document;
    document.append_child(pugi::node_doctype).set_value("html");
    pugi::xml_node root = document.append_child("html");
    set(root, "xmlns", "http://www.w3.org/1999/xhtml");
    set(root, "xmlns:epub", "http://www.idpf.org/2007/ops");
    set_language(root, book.locale->language);
    if (book.locale->direction == Direction::right_to_left) set(root, "dir", "rtl");
    pugi::xml_node head = root.append_child("head");
    child(head, "title", book.locale->word("contents"));
    pugi::xml_node link = head.append_child("link");
    set(link, "rel", "stylesheet");
    set(link, "type", "text/css");
    set(link, "href", style_sheet_name);
    return document;
}

} // namespace

void open_document(html::Markup& out, std::string_view title, std::string_view language, Direction direction, std::string_view epub_type) {
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n");
    Tag root("html");
    root.set("xmlns", "http://www.w3.org/1999/xhtml").set("xmlns:epub", "http://www.idpf.org/2007/ops");
    out.open(root.language(Syntax::xhtml, language,
                           direction == Direction::right_to_left ? direction : Direction::inherit));
    out.raw("\n<head>\n");
    out.element(Tag("title"), title);
    out.line();
    out.single(Tag("link").set("rel", "stylesheet").set("type", "text/css").set("href", style_sheet_name));
    out.raw("\n</head>\n");
    out.open(Tag("body").set("epub:type", epub_type));
    out.line();
}

void close_document(html::Markup& out) { out.raw("</body>\n</html>\n"); }

std::string write_contents(const Book& book) {
    pugi::xml_document document = html_document(book);
    pugi::xml_node body = document.child("html").append_child("body");
    set(body, "epub:type", "frontmatter");
    page_marks(book, body);
    contents_list(book, body);
    landmarks(book, body);
    page_list(book, body);
    return serialise(document);
}

std::string serialise(const pugi::xml_document& document) {
    StringWriter writer;
    writer.text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    document.save(writer, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return writer.text;
}

pugi::xml_node child(pugi::xml_node parent, const char* name, std::string_view words) {
    pugi::xml_node node = parent.append_child(name);
    node.append_child(pugi::node_pcdata).set_value(html::permitted(words).c_str());
    return node;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(html::permitted(value).c_str());
}

} // namespace halfstar::epub

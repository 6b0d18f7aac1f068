#include "backends/epub/package.h"

#include "backends/epub/accessibility.h"
#include "backends/epub/navigation.h"
#include "backends/html/facts.h"
#include "backends/html/links.h"
#include "backends/html/markup.h"
#include "backends/html/parts.h"
#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"

#include <algorithm>

namespace halfstar::epub {
namespace {

class PackageWriter {
public:
    explicit PackageWriter(const Book& book) : book_(book), edition_(*book.edition) {}

    std::string write() {
        root_ = document_.append_child("package");
        set(root_, "xmlns", "http://www.idpf.org/2007/opf");
        set(root_, "version", "3.0");
        set(root_, "unique-identifier", "book-id");
        set(root_, "xml:lang", language());
        if (edition_.direction == Direction::right_to_left) set(root_, "dir", "rtl");
        metadata();
        manifest();
        spine();
        return serialise(document_);
    }

private:
    std::string language() const { return html::is_language_tag(edition_.language) ? edition_.language : "und"; }

    pugi::xml_node dc(const char* name, std::string_view words, std::string_view id = {}) {
        pugi::xml_node node = child(metadata_, name, words);
        if (!id.empty()) set(node, "id", id);
        return node;
    }

    void property(std::string_view name, std::string_view words, std::string_view refines = {}) {
        pugi::xml_node node = child(metadata_, "meta", words);
        if (!refines.empty()) set(node, "refines", "#" + std::string(refines));
        set(node, "property", name);
    }

    void metadata() {
        metadata_ = root_.append_child("metadata");
        set(metadata_, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        dc("dc:identifier", book_.job->build.identifier, "book-id");
        if (!edition_.isbn.empty()) dc("dc:identifier", "urn:isbn:" + replace_all(edition_.isbn, " ", ""));
        titles();
        series();
        languages();
        people();
        dates();
        subjects();
        about();
        accessibility();
        // Readers of EPUB 2 find the cover by this.
        if (!book_.has_cover()) return;
        named("cover", "cover-image");
    }

    void titles() {
        dc("dc:title", book_.title(), "main-title");
        property("title-type", "main", "main-title");
        if (edition_.subtitle.empty()) return;
        dc("dc:title", edition_.subtitle, "sub-title");
        property("title-type", "subtitle", "sub-title");
    }

    void languages() {
        std::vector<std::string> all = {language()};
        for (const Piece* piece : html::shown_pieces(edition_))
            if (html::is_language_tag(piece->language) &&
                std::find(all.begin(), all.end(), piece->language) == all.end())
                all.push_back(piece->language);
        for (const std::string& each : all)
            dc("dc:language", each);
    }

    void person(const char* element, std::string_view id, std::string_view name, std::string_view role) {
        dc(element, name, id);
        pugi::xml_node node = child(metadata_, "meta", role);
        set(node, "refines", "#" + std::string(id));
        set(node, "property", "role");
        set(node, "scheme", "marc:relators");
    }

    void people() {
        int number = 0;
        for (const std::string& name : book_.authors())
            person("dc:creator", "creator-" + std::to_string(++number), name, "aut");
        const std::vector<std::string> authors = book_.authors();
        if (!edition_.editor.empty() && std::find(authors.begin(), authors.end(), edition_.editor) == authors.end())
            person("dc:contributor", "editor", edition_.editor, "edt");
        number = 0;
        for (const std::string& name : edition_.contributors)
            if (!trim(name).empty() && name != edition_.editor &&
                std::find(authors.begin(), authors.end(), name) == authors.end())
                person("dc:contributor", "contributor-" + std::to_string(++number), name, "ctb");
    }

    /// An issue with a number is one of a series: as EPUB 3 says it, and as calibre reads it.
    void series() {
        const Series series = book_.job->series.value_or(Series{edition_.title, edition_.number});
        if (series.name.empty() || (series.position.empty() && !book_.job->series)) return;
        pugi::xml_node name = child(metadata_, "meta", series.name);
        set(name, "property", "belongs-to-collection");
        set(name, "id", "series");
        property("collection-type", "series", "series");
        const bool is_placed = is_whole_number(series.position);
        if (is_placed) property("group-position", series.position, "series");
        if (is_placed || book_.job->series) named("calibre:series", series.name);
        if (is_placed) named("calibre:series_index", series.position);
    }

    /// Metadata as EPUB 2 has it.
    void named(const char* name, std::string_view content) {
        pugi::xml_node meta = metadata_.append_child("meta");
        set(meta, "name", name);
        set(meta, "content", content);
    }

    static bool is_whole_number(std::string_view text) {
        return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    void dates() {
        const Date* date = edition_.date ? &*edition_.date : nullptr;
        if (date == nullptr && !html::is_collection(edition_)) date = html::appeared(edition_.pieces.front());
        if (date != nullptr) dc("dc:date", iso_date(*date));
        property("dcterms:modified", iso_utc(book_.job->build.timestamp));
    }

    void subjects() {
        std::vector<std::string> all;
        for (const Piece& piece : edition_.pieces)
            for (const std::string& tag : piece.tags)
                if (!trim(tag).empty() && std::find(all.begin(), all.end(), tag) == all.end()) all.push_back(tag);
        for (const std::string& each : all)
            dc("dc:subject", each);
    }

    void about() {
        if (const std::string description = this->description(); !description.empty()) dc("dc:description", description);
        if (!edition_.publisher.empty()) dc("dc:publisher", edition_.publisher);
        if (!edition_.rights.empty()) dc("dc:rights", edition_.rights);
        if (const auto url = html::outward_address(edition_.url)) dc("dc:source", *url);
        if (book_.printed_pages.empty()) return;
        dc("dc:source", book_.job->print->identifier, "print-edition");
        property("source-of", "pagination", "print-edition");
    }

    std::string description() const {
        if (!html::is_collection(edition_)) return plain_text(edition_.pieces.front().summary);
        std::vector<std::string> titles;
        for (const Piece& piece : edition_.pieces)
            titles.push_back(html::full_title(piece));
        return html::joined(titles, "; ");
    }

    void accessibility() {
        Accessibility found = accessibility_of(edition_);
        found.has_pages = !book_.printed_pages.empty();
        for (const auto& [name, value] : found.metadata(*book_.locale))
            property(name, value);
        if (!found.conforms()) return;
        pugi::xml_node claim = child(metadata_, "meta", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA");
        set(claim, "id", "conformance");
        set(claim, "property", "dcterms:conformsTo");
        property("a11y:certifiedBy", book_.job->build.producer, "conformance");
    }

    void item(std::string_view id, std::string_view href, std::string_view media_type, std::string_view properties = {}) {
        pugi::xml_node node = manifest_.append_child("item");
        set(node, "id", id);
        set(node, "href", href);
        set(node, "media-type", media_type);
        if (!properties.empty()) set(node, "properties", properties);
    }

    void manifest() {
        constexpr std::string_view xhtml = "application/xhtml+xml";
        manifest_ = root_.append_child("manifest");
        const Document& contents = book_.contents;
        item(contents.id, contents.href, xhtml, contents.properties);
        item("ncx", ncx_name, "application/x-dtbncx+xml");
        item("style", style_sheet_name, "text/css");
        for (const Document& document : book_.documents)
            if (document.kind != DocumentKind::contents) item(document.id, document.href, xhtml, document.properties);
        if (book_.has_cover()) item("cover-image", cover_image, "image/png", "cover-image");
        for (const BookFont& font : book_.fonts.all()) item(font.id, font.href, font.media_type);
        for (const BookPicture& picture : book_.pictures.all())
            item(picture.id, picture.href, picture.media_type);
    }

    void spine() {
        pugi::xml_node spine = root_.append_child("spine");
        set(spine, "toc", "ncx");
        if (edition_.direction == Direction::right_to_left) set(spine, "page-progression-direction", "rtl");
        for (const Document& document : book_.documents)
            set(spine.append_child("itemref"), "idref", document.id);
    }

    const Book& book_;
    const Edition& edition_;
    pugi::xml_document document_;
    pugi::xml_node root_, metadata_, manifest_;
};

} // namespace

std::string write_package(const Book& book) { return PackageWriter(book).write(); }

std::string write_container() {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("container");
    set(root, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
    set(root, "version", "1.0");
    pugi::xml_node file = root.append_child("rootfiles").append_child("rootfile");
    set(file, "full-path", "EPUB/" + std::string(package_name));
    set(file, "media-type", "application/oebps-package+xml");
    return serialise(document);
}

} // namespace halfstar::epub

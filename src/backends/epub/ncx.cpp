#include "backends/epub/ncx.h"

#include "backends/epub/navigation.h"
#include "backends/epub/nested_lists.h"
#include "backends/html/markup.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace halfstar::epub {
namespace {

void ncx_meta(pugi::xml_node head, const char* name, std::string_view content) {
    pugi::xml_node meta = head.append_child("meta");
    set(meta, "name", name);
    set(meta, "content", content);
}

/// Where an address leads: its document in the spine, and how far into its text.
using Position = std::pair<std::size_t, std::size_t>;

/// The numbers of all addresses in reading order; what leads to one place has one number.
class PlayOrder {
public:
    explicit PlayOrder(const Book& book) : documents_(book.documents) {
        for (std::size_t i = 0; i < documents_.size(); ++i) spine_.emplace(documents_[i].href, i);
        for (const ContentsEntry& entry : book.entries) add(entry.href);
        for (const ListedPage& page : book.printed_pages.pages()) add(page.href);
        int number = 0;
        for (auto& [place, order] : by_place_) order = ++number;
    }

    std::string of(const std::string& href) const { return std::to_string(by_place_.at(places_.at(href))); }

private:
    using Place = std::pair<Position, std::string>; ///< with the address, for what stands at one position

    void add(const std::string& href) {
        const Place place{position_of(href), href};
        places_.emplace(href, place);
        by_place_.emplace(place, 0);
    }

    Position position_of(std::string_view href) const {
        const auto [name, id] = split_href(href);
        const auto found = spine_.find(name);
        if (found == spine_.end()) return {documents_.size(), 0};
        const auto& anchors = documents_[found->second].anchors;
        const auto anchor = anchors.find(id);
        return {found->second, anchor == anchors.end() ? 0 : anchor->second};
    }

    const std::vector<Document>& documents_;
    std::map<std::string_view, std::size_t> spine_; ///< documents by their names
    std::map<std::string, Place> places_;
    std::map<Place, int> by_place_;
};

std::string highest_page(const Book& book) {
    int highest = 0;
    for (const ListedPage& page : book.printed_pages.pages()) {
        int number = 0;
        std::from_chars(page.label.data(), page.label.data() + page.label.size(), number);
        highest = std::max(highest, number);
    }
    return std::to_string(highest);
}

void head(const Book& book, pugi::xml_node root) {
    int deepest = 1;
    for (const ContentsEntry& entry : book.entries) deepest = std::max(deepest, entry.depth);
    pugi::xml_node head = root.append_child("head");
    ncx_meta(head, "dtb:uid", book.job->build.identifier);
    ncx_meta(head, "dtb:depth", std::to_string(deepest));
    ncx_meta(head, "dtb:totalPageCount", std::to_string(book.printed_pages.pages().size()));
    ncx_meta(head, "dtb:maxPageNumber", highest_page(book));
    child(root.append_child("docTitle"), "text", book.title());
    for (const std::string& author : book.authors()) child(root.append_child("docAuthor"), "text", author);
}

void target(pugi::xml_node node, const std::string& id, const PlayOrder& order, const std::string& words, const std::string& href) {
    set(node, "id", id);
    set(node, "playOrder", order.of(href));
    child(node.append_child("navLabel"), "text", words);
    set(node.append_child("content"), "src", href);
}

void page_list(const Book& book, pugi::xml_node root, const PlayOrder& order) {
    if (book.printed_pages.empty()) return;
    pugi::xml_node list = root.append_child("pageList");
    child(list.append_child("navLabel"), "text", book.locale->word("printed-pages"));
    for (const ListedPage& page : book.printed_pages.pages()) {
        pugi::xml_node node = list.append_child("pageTarget");
        const bool is_number = page.label.find_first_not_of("0123456789") == std::string::npos;
        set(node, "type", is_number ? "normal" : "special");
        if (is_number) set(node, "value", page.label);
        target(node, "target-" + page.label, order, page.label, page.href);
    }
}

} // namespace

std::string write_ncx(const Book& book) {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("ncx");
    set(root, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    set(root, "version", "2005-1");
    if (html::is_language_tag(book.edition->language)) set(root, "xml:lang", book.edition->language);
    head(book, root);
    const PlayOrder order(book);
    NestedLists points(root.append_child("navMap"), nullptr, "navPoint");
    int number = 0;
    for (const ContentsEntry& entry : book.entries)
        target(points.next(entry.depth), "point-" + std::to_string(++number), order, entry.words, entry.href);
    page_list(book, root, order);
    return serialise(document);
}

} // namespace halfstar::epub

// Where pages of the print edition begin within a piece: marks that an ebook's text carries, so that people
// with the book and people with the zine find the same place.
#pragma once

#include <halfstar/document.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::html {

class Markup;

/// A page begins `offset` code points into the words of a node.
struct PageMark {
    std::uint32_t offset = 0;
    std::string label; ///< what the page is called: "12"
};

/// The marks of one piece, by node.
class PageMarks {
public:
    /// Marks are added in reading order.
    void add(NodeOrdinal node, PageMark mark) { marks_[node].push_back(std::move(mark)); }
    std::span<const PageMark> at(NodeOrdinal node) const;

private:
    std::map<NodeOrdinal, std::vector<PageMark>> marks_;
};

/// The element that stands where the page begins, in XHTML.
void write_page_mark(Markup& out, std::string_view label);
/// Its id in its document; no id of a piece is like it.
std::string page_mark_id(std::string_view label);

} // namespace halfstar::html

// The pages of the print edition in a book: which of them it can name, where each begins in its documents, and
// the marks that stand there.
#pragma once

#include "backends/html/page_marks.h"

#include <halfstar/backend.h>
#include <halfstar/edition.h>
#include <halfstar/page_list.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::epub {

/// A page that the book lists.
struct ListedPage {
    std::string label;
    std::string href; ///< of its mark
};

class PageList {
public:
    /// Nothing is listed without a print edition.
    explicit PageList(const Job& job);

    bool empty() const { return pages_.empty(); }
    /// In the order of the pages, which is that of the book too.
    const std::vector<ListedPage>& pages() const { return pages_; }
    /// Labels of the pages that begin with the document called `id`.
    const std::vector<std::string>& at_document(std::string_view id) const;
    /// Ids of the marks in the document called `id`, at its beginning and within.
    const std::vector<std::string>& marks_of(std::string_view id) const;
    /// The marks within the piece whose document is called `id`.
    const html::PageMarks& within(std::string_view id) const;

private:
    void add(const PrintedPage& page, const std::string& document);

    std::vector<ListedPage> pages_;
    std::map<std::string, std::vector<std::string>, std::less<>> at_documents_, marks_;
    std::map<std::string, html::PageMarks, std::less<>> within_;
};

/// The contents stand where the edition's parts have them, but never behind the reviews: behind so many of the parts shown.
std::size_t parts_before_contents(const Edition& edition);

/// The documents of the book by their ids, in the order of the spine.
std::vector<std::string> spine_order(const Job& job);

} // namespace halfstar::epub

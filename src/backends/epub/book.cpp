#include "backends/epub/book.h"

#include "backends/html/dress.h"

#include <algorithm>

namespace halfstar::epub {

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

} // namespace halfstar::epub

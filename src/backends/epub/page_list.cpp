#include "backends/epub/page_list.h"

#include "backends/html/contents.h"
#include "backends/html/dress.h"
#include "backends/html/facts.h"
#include "backends/html/parts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace halfstar::epub {
namespace {

/// A page's place in the order of the book: document, flow of its piece, node, code points.
using Position = std::tuple<std::size_t, PieceFlow, std::uint32_t, std::uint32_t>;

struct Candidate {
    const PrintedPage* page = nullptr;
    Position position;
};

/// The document that stands for what is called so in print. Who made an issue is said on the title page.
std::string document_of_anchor(const std::string& anchor, const Edition& edition) {
    constexpr std::string_view part = "part-";
    if (anchor == "part-masthead") return "title";
    if (anchor.starts_with(part)) return anchor.substr(part.size());
    if (edition.letter && anchor == html::piece_id(*edition.letter)) return "letter";
    if (edition.about && anchor == html::piece_id(*edition.about)) return "about";
    return anchor;
}

/// The document in which a page begins; empty: what begins with it has none in a book.
std::string document_of(const PrintedPage& page, const Edition& edition) {
    if (!page.anchor.empty()) return document_of_anchor(page.anchor, edition);
    if (!page.place) return {};
    if (page.place->piece == edition.letter_index()) return "letter";
    if (page.place->piece == edition.about_index()) return "about";
    return page.place->piece < edition.pieces.size() ? html::piece_id(edition.pieces[page.place->piece]) : std::string();
}

Position position_of(const PrintedPage& page, std::size_t document) {
    if (!page.anchor.empty()) return {document, PieceFlow::text, 0, 0};
    return {document, page.flow, page.place->ordinal, page.place->offset};
}

/// The most pages that follow one another in the book as they do in print.
std::vector<Candidate> longest_run(const std::vector<Candidate>& all) {
    std::vector<std::size_t> last; // of the best run of each length, its last candidate
    std::vector<std::optional<std::size_t>> before(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto at = std::upper_bound(last.begin(), last.end(), i, [&](std::size_t a, std::size_t b) {
            return all[a].position < all[b].position;
        });
        if (at != last.begin()) before[i] = *std::prev(at);
        if (at == last.end()) last.push_back(i);
        else *at = i;
    }
    std::vector<Candidate> kept;
    for (std::optional<std::size_t> i = last.empty() ? std::nullopt : std::optional(last.back()); i; i = before[*i])
        kept.push_back(all[*i]);
    std::reverse(kept.begin(), kept.end());
    return kept;
}

bool has_text(const Candidate& one) { return one.page->place && one.page->flow == PieceFlow::text; }

/// Whether it stands between the same pages in both.
bool fits(const Candidate& one, const std::vector<Candidate>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Candidate& other) {
        return other.page == one.page || (other.page < one.page) == (other.position < one.position);
    });
}

/// What stands elsewhere in a book than in print (notes behind the text, a colophon at the end) would lead back and forth: the
/// pages of text are kept, and of the others those that fit between them.
std::vector<Candidate> in_one_order(const std::vector<Candidate>& all) {
    std::vector<Candidate> text;
    std::copy_if(all.begin(), all.end(), std::back_inserter(text), has_text);
    text = longest_run(text);
    std::vector<Candidate> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), [&](const Candidate& one) { return fits(one, text); });
    return longest_run(fitting);
}

/// The documents of parts that are no reviews.
std::string document_of(IssuePart part) {
    switch (part) {
    case IssuePart::letter: return "letter";
    case IssuePart::numbers: return "numbers";
    case IssuePart::films: return "films";
    case IssuePart::people: return "people";
    case IssuePart::about: return "about";
    case IssuePart::contributors: return "contributors";
    case IssuePart::pictures: return "pictures";
    case IssuePart::cover:
    case IssuePart::masthead:
    case IssuePart::contents:
    case IssuePart::reviews:
    case IssuePart::colophon:
    case IssuePart::back: break;
    }
    return {};
}

void add_reviews(std::vector<std::string>& spine, const Edition& edition) {
    for (const Piece& piece : edition.pieces) {
        const Section* section = html::section_of(edition, piece);
        if (section != nullptr && &edition.pieces[section->first] == &piece) spine.push_back(html::section_id(*section));
        spine.push_back(html::piece_id(piece));
    }
}

} // namespace

std::size_t parts_before_contents(const Edition& edition) {
    const auto contents = std::find(edition.parts.begin(), edition.parts.end(), IssuePart::contents);
    if (contents == edition.parts.end()) return 0;
    std::size_t count = 0;
    for (const IssuePart part : html::shown_parts(edition)) {
        if (part == IssuePart::reviews || std::find(edition.parts.begin(), contents, part) == contents) break;
        ++count;
    }
    return count;
}

std::vector<std::string> spine_order(const Job& job) {
    const Edition& edition = *job.edition;
    std::vector<std::string> spine;
    if (job.cover) spine.emplace_back("cover");
    const bool many = html::is_collection(edition);
    if (many) spine.emplace_back("title");
    std::size_t parts = 0;
    for (const IssuePart part : html::shown_parts(edition)) {
        if (many && parts++ == parts_before_contents(edition)) spine.emplace_back("contents");
        if (part == IssuePart::reviews) add_reviews(spine, edition);
        else spine.push_back(document_of(part));
    }
    spine.emplace_back("colophon");
    return spine;
}

namespace {

const std::vector<std::string>& in(const std::map<std::string, std::vector<std::string>, std::less<>>& lists, std::string_view id) {
    static const std::vector<std::string> none;
    const auto found = lists.find(id);
    return found == lists.end() ? none : found->second;
}

} // namespace

PageList::PageList(const Job& job) {
    if (job.print == nullptr) return;
    const std::vector<std::string> spine = spine_order(job);
    std::vector<Candidate> all;
    for (const PrintedPage& page : job.print->pages) {
        const auto at = std::find(spine.begin(), spine.end(), document_of(page, *job.edition));
        if (at != spine.end()) all.push_back({&page, position_of(page, static_cast<std::size_t>(at - spine.begin()))});
    }
    for (const Candidate& one : in_one_order(all)) add(*one.page, spine[std::get<0>(one.position)]);
}

void PageList::add(const PrintedPage& page, const std::string& document) {
    const std::string file = document == "contents" ? "nav.xhtml" : document + ".xhtml";
    const std::string id = html::page_mark_id(page.label);
    pages_.push_back({page.label, file + "#" + id});
    marks_[document].push_back(id);
    if (page.anchor.empty()) within_[document].add(page.place->ordinal, {page.place->offset, page.label});
    else at_documents_[document].push_back(page.label);
}

const std::vector<std::string>& PageList::at_document(std::string_view id) const { return in(at_documents_, id); }
const std::vector<std::string>& PageList::marks_of(std::string_view id) const { return in(marks_, id); }

const html::PageMarks& PageList::within(std::string_view id) const {
    static const html::PageMarks none;
    const auto found = within_.find(id);
    return found == within_.end() ? none : found->second;
}

} // namespace halfstar::epub

#include "backends/html/feed_entries.h"

#include "backends/html/facts.h"
#include "backends/html/flow.h"
#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"

#include <algorithm>

namespace halfstar::html {
namespace {

constexpr std::size_t most_entries = 50;

bool is_clock_time(std::string_view time) {
    const auto digit = [&](std::size_t at) { return time[at] >= '0' && time[at] <= '9'; };
    return time.size() == 5 && time[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
}

/// RFC 3339. A time without its zone is left out: it would be somebody else's.
std::string instant(const Date& date) {
    const std::int64_t midnight = utc_seconds(std::clamp(date.year, 1, 9999), date.month, date.day);
    const std::string day = iso_utc(midnight);
    const bool zoned = date.offset == "Z" || (date.offset.size() == 6 && is_clock_time(date.offset.substr(1)));
    if (date.day == 0 || !zoned || !is_clock_time(date.time)) return day;
    return day.substr(0, day.find('T')) + "T" + date.time + ":00" + date.offset;
}

std::vector<const Piece*> newest(const Edition& edition) {
    std::vector<const Piece*> pieces;
    for (const Piece& piece : edition.pieces)
        pieces.push_back(&piece);
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece* a, const Piece* b) {
        const Date *left = appeared(*a), *right = appeared(*b);
        if (left == nullptr || right == nullptr) return left != nullptr && right == nullptr;
        return *right < *left;
    });
    if (pieces.size() > most_entries) pieces.resize(most_entries);
    return pieces;
}

/// Ratings in words, then the text. Notes are on the piece's page, where their marks lead.
std::string content_of(const Piece& piece, Dress dress, const std::string& address) {
    Markup out(Syntax::html);
    for (const Work& work : piece.works) {
        if (!work.rating) continue;
        const std::string name = piece.works.size() > 1 ? work.title.value + ": " : "";
        out.element(Tag("p"), name + dress.locale->spoken_rating(work.rating->value));
        out.line();
    }
    dress.here = address;
    const Outline outline(piece, id_prefix(piece));
    FlowWriter flow(dress, piece, outline, out);
    flow.blocks(piece.body);
    return out.str();
}

std::vector<std::string> said(const std::vector<std::string>& words) {
    std::vector<std::string> some;
    for (const std::string& word : words)
        if (!trim(word).empty()) some.push_back(word);
    return some;
}

/// What an issue is called by: its content may change, and it stays the same issue.
std::string names_of(const Edition& edition) {
    return joined({edition.title, edition.number, edition.publisher, edition.editor}, "\n");
}

FeedEntry entry_of(const Piece& piece, const Edition& edition, const Dress& dress, const FeedPlaces& places) {
    FeedEntry entry;
    entry.address = places.of_piece(piece);
    entry.id = places.published ? entry.address : uuid_urn(sha256(names_of(edition) + "\n\n" + piece.key));
    entry.title = full_title(piece);
    if (!same_language(piece.language, edition.language) && is_language_tag(piece.language)) entry.language = piece.language;
    if (const Date* date = appeared(piece)) entry.published = instant(*date);
    entry.authors = said(piece.authors);
    entry.tags = said(piece.tags);
    entry.summary = plain_text(piece.summary);
    entry.content = content_of(piece, dress, entry.address);
    return entry;
}

} // namespace

std::string feed_id(const Edition& edition, const FeedPlaces& places) {
    return places.published ? places.home : uuid_urn(sha256(names_of(edition)));
}

std::string feed_author(const Edition& edition) {
    for (const std::string* name : {&edition.editor, &edition.publisher, &edition.title})
        if (!name->empty()) return *name;
    return "halfstar";
}

std::vector<FeedEntry> feed_entries(const Edition& edition, const Dress& dress, const FeedPlaces& places) {
    std::vector<FeedEntry> entries;
    for (const Piece* piece : newest(edition))
        entries.push_back(entry_of(*piece, edition, dress, places));
    return entries;
}

} // namespace halfstar::html

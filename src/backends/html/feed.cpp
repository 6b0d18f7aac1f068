#include "backends/html/feed.h"

#include "backends/html/facts.h"
#include "backends/html/flow.h"
#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"

#include <algorithm>
#include <vector>

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

class FeedWriter {
public:
    FeedWriter(const Job& job, const Dress& dress, const FeedPlaces& places)
        : job_(job), edition_(*job.edition), dress_(dress), places_(places), out_(Syntax::xhtml) {}

    std::string write() {
        out_.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        Tag feed("feed");
        feed.set("xmlns", "http://www.w3.org/2005/Atom");
        if (is_language_tag(edition_.language)) feed.set("xml:lang", edition_.language);
        out_.open(feed);
        out_.line();
        line("id", places_.published ? places_.home : job_.build.identifier);
        line("title", edition_.title);
        if (!edition_.subtitle.empty()) line("subtitle", edition_.subtitle);
        line("updated", iso_utc(job_.build.timestamp));
        link("self", "application/atom+xml", places_.feed);
        link("alternate", "text/html", places_.home);
        author(first_of({edition_.editor, edition_.publisher, edition_.title}));
        if (!edition_.rights.empty()) line("rights", edition_.rights);
        line("generator", job_.build.producer);
        for (const Piece* piece : newest())
            entry(*piece);
        out_.close("feed");
        out_.line();
        return out_.str();
    }

private:
    static std::string first_of(std::initializer_list<std::string> names) {
        for (const std::string& name : names)
            if (!name.empty()) return name;
        return "halfstar";
    }

    void line(std::string_view name, std::string_view words) {
        out_.element(Tag(name), words);
        out_.line();
    }

    void link(std::string_view relation, std::string_view type, std::string_view address) {
        out_.single(Tag("link").set("rel", relation).set("type", type).set("href", address));
        out_.line();
    }

    void author(std::string_view name) {
        out_.open("author");
        out_.element(Tag("name"), name);
        out_.close("author");
        out_.line();
    }

    std::vector<const Piece*> newest() const {
        std::vector<const Piece*> pieces;
        for (const Piece& piece : edition_.pieces)
            pieces.push_back(&piece);
        std::stable_sort(pieces.begin(), pieces.end(), [](const Piece* a, const Piece* b) {
            const Date *left = appeared(*a), *right = appeared(*b);
            if (left == nullptr || right == nullptr) return left != nullptr && right == nullptr;
            return *right < *left;
        });
        if (pieces.size() > most_entries) pieces.resize(most_entries);
        return pieces;
    }

    std::string id_of(const Piece& piece) const {
        return places_.published ? places_.of_piece(piece)
                                 : uuid_urn(sha256(job_.build.identifier + "\n" + piece.key));
    }

    void entry(const Piece& piece) {
        const Date* date = appeared(piece);
        out_.open(same_language(piece.language, edition_.language) || !is_language_tag(piece.language)
                      ? Tag("entry")
                      : Tag("entry").set("xml:lang", piece.language));
        out_.line();
        line("id", id_of(piece));
        line("title", full_title(piece));
        link("alternate", "text/html", places_.of_piece(piece));
        if (date != nullptr) line("published", instant(*date));
        line("updated", date == nullptr ? iso_utc(job_.build.timestamp) : instant(*date));
        for (const std::string& name : piece.authors)
            if (!trim(name).empty()) author(name);
        for (const std::string& tag : piece.tags) {
            if (trim(tag).empty()) continue;
            out_.single(Tag("category").set("term", tag));
            out_.line();
        }
        if (!piece.summary.empty()) line("summary", plain_text(piece.summary));
        out_.element(Tag("content").set("type", "html"), content(piece));
        out_.line();
        out_.close("entry");
        out_.line();
    }

    /// Ratings in words, then the text. Notes are on the piece's page, where their marks lead.
    std::string content(const Piece& piece) const {
        Markup out(Syntax::html);
        for (const Work& work : piece.works) {
            if (!work.rating) continue;
            const std::string name = piece.works.size() > 1 ? work.title.value + ": " : "";
            out.element(Tag("p"), name + dress_.locale->spoken_rating(work.rating->value));
            out.line();
        }
        Dress dress = dress_;
        dress.here = places_.of_piece(piece);
        const Outline outline(piece, id_prefix(piece));
        FlowWriter flow(dress, piece, outline, out);
        flow.blocks(piece.body);
        return out.str();
    }

    const Job& job_;
    const Edition& edition_;
    const Dress& dress_;
    const FeedPlaces& places_;
    Markup out_;
};

} // namespace

std::string write_feed(const Job& job, const Dress& dress, const FeedPlaces& places) {
    return FeedWriter(job, dress, places).write();
}

} // namespace halfstar::html

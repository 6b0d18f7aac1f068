#include "read/kinds/kinds.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"
#include "read/kinds/dialogue.h"
#include "read/kinds/listings.h"
#include "read/kinds/ranking.h"
#include "read/title.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace halfstar::reading {

namespace {

std::string folded(const std::string& title) { return unicode::lower(trim_unicode(title), "en"); }

/// Films of the front matter are those of the list: they complete the entries of the same title, and those
/// that the body does not name stand at its end.
void list_works(Piece& piece) {
    if (piece.works.size() < 2) return;
    Ranking ranking;
    for (Work& work : std::exchange(piece.works, {})) {
        const auto same = [&](const Work& one) { return folded(one.title.value) == folded(work.title.value); };
        const auto found = std::find_if(piece.listed.begin(), piece.listed.end(), same);
        if (found != piece.listed.end()) {
            if (!found->year) found->year = work.year;
            if (!found->rating) found->rating = std::move(work.rating);
            if (found->credits.empty()) found->credits = std::move(work.credits);
            continue;
        }
        Entry entry;
        entry.film = static_cast<std::uint32_t>(piece.listed.size());
        entry.title = {Inline{Text{work.title.value}, work.title.span}};
        entry.span = work.title.span;
        piece.listed.push_back(std::move(work));
        ranking.entries.push_back(std::move(entry));
    }
    if (!ranking.entries.empty()) piece.body.push_back({std::move(ranking), piece.span, 0});
}

/// "Double bill: A and B", or two titles of which each has its year: "Stalker (1979) / Solaris (1972)".
std::vector<std::string> titles_of_bill(const std::string& title) {
    static constexpr std::array<std::string_view, 6> fronts = {"double bill", "double feature", "double-bill", "double-feature",
                                                               "triple bill", "triple feature"};
    static constexpr std::array<std::string_view, 6> joints = {" / ", " + ", " & ", " and ", " und ", " et "};
    std::string_view rest = title;
    bool said = false;
    for (const std::string_view front : fronts)
        if (ascii_lower(title).starts_with(front)) {
            rest.remove_prefix(front.size());
            said = true;
        }
    while (said && !rest.empty() && (rest[0] == ':' || rest[0] == ' ')) rest.remove_prefix(1);
    for (const std::string_view joint : joints) {
        std::vector<std::string> titles;
        const std::string parted = replace_all(rest, joint, "\n");
        for (const std::string_view part : split(parted, '\n'))
            if (!trim_unicode(part).empty()) titles.emplace_back(trim_unicode(part));
        if (titles.size() < 2) continue;
        const bool dated = std::all_of(titles.begin(), titles.end(), [](const std::string& t) { return clean_title(t).year.has_value(); });
        if (said || dated) return titles;
    }
    return {};
}

/// One review of two films: each is a work; what was said of the one is said of both.
void part_double_bill(Piece& piece) {
    if (piece.works.size() != 1) return;
    Work& only = piece.works.front();
    std::string written = only.title.value;
    if (only.year && written == piece.title.value && written.find('(') != std::string::npos)
        written += " (" + std::to_string(*only.year) + ")"; // the last film's, which was taken off the whole
    const std::vector<std::string> titles = titles_of_bill(written);
    if (titles.empty()) return;
    std::vector<Work> works;
    for (const std::string& title : titles) {
        const CleanTitle clean = clean_title(title);
        Work work = only;
        work.title.value = clean.title;
        work.year = clean.year;
        if (!works.empty()) work.ids.clear(), work.original_title.clear();
        works.push_back(std::move(work));
    }
    if (piece.title.value == only.title.value) piece.title.value = written;
    piece.works = std::move(works);
}

} // namespace

void take_kind(Piece& piece, const std::optional<PieceKind>& said, std::string_view text, std::int32_t bare_best) {
    const bool may_be_interview = said ? *said == PieceKind::interview : piece.works.empty() || !piece.works.front().rating;
    if (may_be_interview && take_dialogue(piece.body, said, piece.authors)) piece.kind = PieceKind::interview;
    switch (piece.kind) {
    case PieceKind::list:
        take_rankings(piece, text, bare_best);
        list_works(piece);
        return;
    case PieceKind::listings: return take_showings(piece);
    case PieceKind::review: return part_double_bill(piece);
    case PieceKind::essay:
    case PieceKind::interview: return;
    }
}

} // namespace halfstar::reading

#include "../reading.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// "2019-12-14 19:30 Stalker (1979) @ Screen 1, 35 mm | …", other blocks as their words.
std::string shown(const Piece& piece) {
    std::string out;
    for (const Block& block : piece.body) {
        const auto* showings = std::get_if<Showings>(&block.node);
        if (showings == nullptr) {
            out += (out.empty() ? "" : " | ") + plain_text(Blocks{block});
            continue;
        }
        for (const Showing& showing : showings->showings) {
            const Screening& screening = piece.screenings.at(showing.screening);
            const Work& film = piece.listed.at(screening.film);
            const Date& date = screening.date;
            out += (out.empty() ? "" : " | ") + std::to_string(date.year) + "-" + std::to_string(date.month) + "-" +
                   std::to_string(date.day) + " " + date.time + " " + plain_text(showing.title);
            if (film.year) out += " (" + std::to_string(*film.year) + ")";
            if (!screening.venue.empty()) out += " @ " + screening.venue;
            if (!showing.words.empty()) out += ", " + plain_text(showing.words);
        }
    }
    return out;
}

std::string listings(const std::string& body) {
    return shown(read("---\ntitle: What is on\nkind: listings\ndate: 2019-11-28\n---\n" + body).piece);
}

} // namespace

TEST_CASE("lines with day, hour and film are showings") {
    CHECK(listings("- Sat 14 Dec, 19:30 — Stalker (1979), The Gaiety, 35 mm\n- Sunday 15 December 2.30pm: *Bait*\n") ==
          "2019-12-14 19:30 Stalker (1979) @ The Gaiety, 35 mm | 2019-12-15 14:30 Bait");
    CHECK(listings("14/12/2019 19.30 Stalker at the Gaiety\n15/12/2019 7 pm Bait\n") ==
          "2019-12-14 19:30 Stalker @ the Gaiety | 2019-12-15 19:00 Bait");
}

TEST_CASE("a heading that is a day stands for the lines below it") {
    CHECK(listings("## Saturday 14 December\n\n- 19:30 Stalker\n- 22:15 Bait, Screen 2\n\n## Friday 3 January\n\n- 18:00 Rope\n") ==
          "2019-12-14 19:30 Stalker | 2019-12-14 22:15 Bait @ Screen 2 | 2020-1-3 18:00 Rope");
}

TEST_CASE("tables with columns of days, hours and films are showings") {
    CHECK(listings("| Date | Time | Film | Venue | Note |\n|---|---|---|---|---|\n| 10 Jan | 19:00 | 1917 (2019) | Screen 1 | introduced |\n"
                   "| | 21:30 | Bait | | |\n") ==
          "2020-1-10 19:00 1917 (2019) @ Screen 1, introduced | 2020-1-10 21:30 Bait");
    CHECK(listings("| Datum | Uhrzeit | Titel |\n|---|---|---|\n| 14/12/2019 | 19:00 | Metropolis |\n") ==
          "2019-12-14 19:00 Metropolis");
}

TEST_CASE("what is not understood stays as it is") {
    CHECK(listings("- Sat 14 Dec, 19:30 — Stalker\n- bring a coat\n") == "Sat 14 Dec, 19:30 — Stalker\nbring a coat");
    CHECK(listings("| Film | Price |\n|---|---|\n| Bait | £3 |\n") == "Film\nPrice\nBait\n£3");
    CHECK(listings("## Saturday 14 December\n\nClosed.\n") == "Saturday 14 December | Closed.");
}

TEST_CASE("a film that is shown twice is listed once") {
    const Piece piece = read("---\nkind: listings\ndate: 2019-12-01\n---\n- 14 Dec 19:30 Stalker (1979)\n- 15 Dec 19:30 Stalker (1979)\n").piece;
    CHECK(piece.listed.size() == 1);
    CHECK(piece.screenings.size() == 2);
}

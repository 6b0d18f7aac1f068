#include "../reading.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// "10. Parasite (2019) 450: The stairs. | …", other blocks as their words.
std::string entries(const Piece& piece) {
    std::string out;
    for (const Block& block : piece.body) {
        const auto* ranking = std::get_if<Ranking>(&block.node);
        if (ranking == nullptr) {
            out += (out.empty() ? "" : " | ") + plain_text(Blocks{block});
            continue;
        }
        for (const Entry& entry : ranking->entries) {
            const Work& film = piece.listed.at(entry.film);
            out += (out.empty() ? "" : " | ") + (entry.rank.empty() ? "" : entry.rank + ". ") + plain_text(entry.title);
            if (film.year) out += " (" + std::to_string(*film.year) + ")";
            if (film.rating) out += " " + std::to_string(film.rating->value.value);
            out += ": " + plain_text(entry.blocks);
        }
    }
    return out;
}

std::string list(const std::string& body, const std::string& front = "") {
    return entries(read("---\ntitle: Ten\nkind: list\n" + front + "---\n" + body).piece);
}

} // namespace

TEST_CASE("headings that name films are entries with what follows them") {
    CHECK(list("Intro.\n\n## 2. *Vertigo* (1958) — 5/5\n\nStairs.\n\nMore.\n\n## 1. Psycho (1960) ★★★★½\n\nA shower.\n\n## After\n\nEnd.\n") ==
          "Intro. | 2. Vertigo (1958) 500: Stairs.\nMore. | 1. Psycho (1960) 450: A shower. | After | End.");
}

TEST_CASE("bold lines with a rank are entries") {
    CHECK(list("**2. Vertigo** (1958)\nStairs.\n\n**1. Psycho** (1960)\n\nA shower.\n") ==
          "2. Vertigo (1958): Stairs. | 1. Psycho (1960): A shower.");
}

TEST_CASE("numbered items that begin with a title set apart are entries, by the author's numbers") {
    CHECK(list("3. **Cats** (2019): no.\n2. *Joker*. Two stars.\n1. [Bait](bait.md) (2019, dir. Mark Jenkin) ★★★★. A car park.\n") ==
          "3. Cats (2019): no. | 2. Joker: Two stars. | 1. Bait (2019) 400: A car park.");
}

TEST_CASE("a list of which one item names no film stays a list") {
    CHECK(list("1. **Cats**: no.\n2. Dogs, generally.\n") == "Cats: no.\nDogs, generally.");
}

TEST_CASE("films of the front matter complete those of the body, and the others stand at its end") {
    CHECK(list("## 1. Psycho\n\nA shower.\n\n## 2. Vertigo\n\nStairs.\n",
               "films:\n  - {title: Psycho, year: 1960, rating: 4}\n  - {title: Rope, year: 1948}\n") ==
          "1. Psycho (1960) 400: A shower. | 2. Vertigo: Stairs. | Rope (1948): ");
}

TEST_CASE("only a list is read as one") {
    const Piece piece = read("---\ntitle: Essay\nkind: essay\n---\n## 1. One\n\nText.\n\n## 2. Two\n\nText.\n").piece;
    CHECK(piece.listed.empty());
}

TEST_CASE("notes in a title's line are kept") {
    const Piece piece = read("---\nkind: list\n---\n## 2. Vertigo[^1]\n\nA.\n\n## 1. Psycho\n\nB.\n\n[^1]: High.\n").piece;
    CHECK(entries(piece) == "2. Vertigo: A. | 1. Psycho: B.");
    const Entry& first = std::get<Ranking>(piece.body[0].node).entries[0];
    CHECK(std::holds_alternative<NoteReference>(first.title.back().node));
}

TEST_CASE("a double bill is two films") {
    const auto films = [](const std::string& title) {
        std::string out;
        for (const Work& work : read("---\ntitle: \"" + title + "\"\nrating: 4\n---\nText.\n").piece.works)
            out += (out.empty() ? "" : "; ") + work.title.value + (work.year ? " " + std::to_string(*work.year) : "") +
                   (work.rating ? " rated" : "");
        return out;
    };
    CHECK(films("Double bill: Bait and The Lighthouse") == "Bait rated; The Lighthouse rated");
    CHECK(films("Stalker (1979) / Solaris (1972)") == "Stalker 1979 rated; Solaris 1972 rated");
    CHECK(films("Romeo + Juliet") == "Romeo + Juliet rated");
    CHECK(films("Fast & Furious") == "Fast & Furious rated");
    CHECK(films("Face/Off") == "Face/Off rated");
}

// Issues that are brought to the pages of their sheets: how many they have, what fills them up, what is saved.
#include "zine_setting.h"

#include "typeset/dump.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const std::vector<IssuePart> usual_parts = {IssuePart::cover,   IssuePart::contents, IssuePart::reviews,
                                            IssuePart::numbers, IssuePart::films,    IssuePart::back};

/// Reviews of different lengths, in sections of five.
Edition issue_of(int reviews) {
    std::vector<Piece> pieces;
    for (int i = 0; i < reviews; ++i)
        pieces.push_back(credited(review("Film " + std::to_string(i + 1), 12 + i * 7 % 60, i)));
    Edition edition = edition_of(std::move(pieces), usual_parts);
    for (int first = 0; first < reviews; first += 5) {
        const std::string name = std::to_string(first);
        edition.sections.push_back(section("part-" + name, "Part " + name, static_cast<std::uint32_t>(first),
                                           static_cast<std::uint32_t>(std::min(first + 5, reviews))));
    }
    for (std::uint32_t i = 0; i < edition.pieces.size(); ++i) {
        const std::string& title = edition.pieces[i].title.value;
        edition.films.push_back({title, title, title.substr(0, 1), {{{i, 0}, {}}}});
    }
    return edition;
}

struct Fitted {
    LaidOut laid;
    PageFit fit;
    std::uint32_t pages() const { return laid.document->page_count(); }
};

Fitted fitted(Edition edition, const PageGoal& goal, const Style& style = programme()) {
    Fitted out;
    for (Piece& piece : edition.pieces) number_nodes(piece);
    out.laid.edition = std::make_unique<Edition>(std::move(edition));
    out.laid.document = lay_out_zine(*out.laid.edition, style, *find_page(style, "zine-a5"), fonts(), goal,
                                     out.laid.diagnostics, &out.fit);
    return out;
}

/// The titles of fillers among the outline's entries.
std::set<std::string> fillers_in(const Fitted& one) {
    std::set<std::string> found;
    for (const OutlineEntry& entry : one.laid.document->outline())
        for (const char* title : {"Every rating", "In so many words", "Stills", "Notes"})
            if (entry.title == title) found.insert(title);
    return found;
}

/// Of the outline, in its order.
std::vector<std::string> titles(const Fitted& one) {
    std::vector<std::string> titles;
    for (const OutlineEntry& entry : one.laid.document->outline()) titles.push_back(entry.title);
    return titles;
}

std::uint32_t blank_pages(const PagedDocument& document) {
    std::uint32_t blank = 0;
    for (std::uint32_t i = 0; i < document.page_count(); ++i) blank += document.page(i).items.empty();
    return blank;
}

/// Without what lines and pages part: spaces and hyphens.
std::string letters(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '-' && c != '\n') out += c;
    return out;
}

void check_every_word_once(const Fitted& one) {
    const StructureTree& tree = one.laid.document->structure();
    std::size_t article = 0;
    for (StructureId id = 0; id < tree.nodes.size(); ++id) {
        if (tree.nodes[id].role != StructureRole::article) continue;
        const std::string read = letters(read_aloud(*one.laid.document, id));
        const Piece& piece = one.laid.edition->pieces.at(article++);
        const auto& first = std::get<Paragraph>(piece.body.front().node).inlines.front();
        const std::string text = letters(std::get<Text>(first.node).text);
        CHECK_MESSAGE(read.find(text) != std::string::npos, piece.title.value, ": ", read);
        CHECK(read.find(text) == read.rfind(text));
    }
    CHECK(article == one.laid.edition->pieces.size());
}

} // namespace

TEST_CASE("an issue has the pages of its sheets, none of them blank but those before a recto, whatever its length and style") {
    for (const char* name : {"programme", "book", "xerox"})
        for (const int reviews : {1, 2, 3, 7, 20})
            for (const std::uint32_t multiple : {4u, 8u, 16u}) {
                CAPTURE(name);
                CAPTURE(reviews);
                CAPTURE(multiple);
                const Fitted one = fitted(issue_of(reviews), multiple, style_called(name));
                CHECK(one.pages() % multiple == 0);
                CHECK(one.pages() == one.fit.pages);
                CHECK(one.pages() == one.fit.tight + one.fit.filled());
                CHECK(one.fit.blank == 0);
                // The book's sections begin on rectos.
                const auto versos = std::string_view(name) == "book" ? one.laid.edition->sections.size() : 0;
                CHECK(blank_pages(*one.laid.document) <= versos);
                for (std::uint32_t i = 0; i < one.pages(); ++i)
                    CHECK(one.laid.document->page(i).label == std::to_string(i + 1));
                CHECK(page_of(*one.laid.document, "part-back") == one.pages() - 1);
                check_every_word_once(one);
            }
}

TEST_CASE("what an issue has nothing for fills nothing") {
    Edition unrated = issue_of(2);
    for (Piece& piece : unrated.pieces) piece.works.front().rating.reset();
    const Fitted without = fitted(unrated, 16);
    CHECK(fillers_in(without).count("Every rating") == 0);
    CHECK(fillers_in(without).count("Stills") == 0);
    CHECK(fillers_in(without).count("Notes") == 1);
    CHECK(fillers_in(fitted(issue_of(2), 16)).count("Every rating") == 1);
}

TEST_CASE("a style says which fillers there are; where it names none, pages stay blank before the back cover") {
    Style style = programme();
    style.fillers = {Filler::notes};
    CHECK(fillers_in(fitted(issue_of(1), 16, style)) == std::set<std::string>{"Notes"});
    style.fillers.clear();
    const Fitted none = fitted(issue_of(1), 16, style);
    CHECK(fillers_in(none).empty());
    CHECK(none.pages() == 16);
    CHECK(none.fit.blank > 0);
    CHECK(blank_pages(*none.laid.document) == none.fit.blank);
    CHECK(page_of(*none.laid.document, "part-back") == 15);
}

TEST_CASE("without a back cover the outside at the back stays free") {
    Edition edition = issue_of(1);
    edition.parts.pop_back();
    const Fitted one = fitted(edition, 16);
    CHECK(one.fit.blank == 1);
    CHECK(one.laid.document->page(15).items.empty());
    CHECK_FALSE(one.laid.document->page(14).items.empty());
}

TEST_CASE("the table of ratings has the best first, each with the page of its review") {
    Edition edition = issue_of(3);
    const std::array<std::int32_t, 3> values = {200, 500, 350};
    for (std::size_t i = 0; i < values.size(); ++i) edition.pieces[i].works.front().rating->value.value = values[i];
    const Fitted one = fitted(edition, 16);
    const std::string read = read_aloud(*one.laid.document);
    const std::size_t table = read.rfind("Every rating");
    REQUIRE(table != std::string::npos);
    const std::size_t best = read.find("Film 2", table), next = read.find("Film 3", table), last = read.find("Film 1", table);
    CHECK(best < next);
    CHECK(next < last);
    CHECK(last != std::string::npos);
    const auto page = page_of(*one.laid.document, "piece-Film-2");
    REQUIRE(page);
    CHECK(read.find(std::to_string(*page + 1), best) < next);
}

TEST_CASE("a table of ratings over two pages has alike many films on each") {
    std::size_t parted = 0;
    for (const int reviews : {27, 29, 31}) {
        const Fitted one = fitted(issue_of(reviews), 16, style_called("book"));
        const auto& outline = one.laid.document->outline();
        const auto table = std::find_if(outline.begin(), outline.end(), [](const OutlineEntry& entry) { return entry.title == "Every rating"; });
        if (table == outline.end()) continue;
        const auto films_on = [&](std::uint32_t page) {
            const std::vector<Item> items = one.laid.document->page(page).items;
            return std::count_if(items.begin(), items.end(), [](const Item& item) {
                const auto* run = std::get_if<GlyphRun>(&item.node);
                return run != nullptr && run->visibility == Visibility::invisible;
            });
        };
        const auto first = films_on(table->page), second = films_on(table->page + 1);
        if (second == 0) continue;
        ++parted;
        CHECK(first + second == reviews);
        CHECK(std::abs(first - second) <= 1);
    }
    CHECK(parted > 0);
}

TEST_CASE("a sentence that is marked as a pull quote is taken before others") {
    Edition edition = issue_of(1);
    Quote marked{{paragraph("Nobody leaves this cinema as they came into it.")}};
    marked.kind = QuoteKind::pull;
    edition.pieces.front().body.push_back({std::move(marked), {}, 0});
    const Fitted one = fitted(edition, 16);
    const std::string read = read_aloud(*one.laid.document);
    const std::size_t quotes = read.find("In so many words");
    REQUIRE(quotes != std::string::npos);
    CHECK(read.find("Nobody leaves this cinema", quotes) != std::string::npos);
}

TEST_CASE("a count that is asked for is met, by fillers or by tightening") {
    const Fitted own = fitted(issue_of(20), 1);
    const std::uint32_t more = own.pages() + 5, less = own.pages() - 2;
    const Fitted longer = fitted(issue_of(20), PageGoal(1, more)), shorter = fitted(issue_of(20), PageGoal(1, less));
    CHECK(longer.pages() == more);
    CHECK(longer.laid.diagnostics.empty());
    CHECK(shorter.pages() == less);
    CHECK(shorter.fit.own == own.pages());
    CHECK(shorter.fit.run_on + shorter.fit.shorter > 0);
    CHECK(shorter.laid.diagnostics.empty());
    check_every_word_once(shorter);
}

TEST_CASE("a count that cannot be met is said to be missed, and by how much, and the nearest is made") {
    const Fitted one = fitted(issue_of(7), PageGoal(4, 8));
    CHECK(one.pages() > 8);
    CHECK(one.pages() % 4 == 0);
    REQUIRE(one.laid.diagnostics.all().size() == 1);
    const Diagnostic& told = one.laid.diagnostics.all().front();
    CHECK(told.code == Code::page_count);
    CHECK(told.message.find(std::to_string(one.fit.tight) + " are needed with everything tightened") != std::string::npos);
    const Fitted uneven = fitted(issue_of(1), PageGoal(4, 14));
    CHECK(uneven.pages() == 16);
    REQUIRE(uneven.laid.diagnostics.all().size() == 1);
    CHECK(uneven.laid.diagnostics.all().front().message.find("multiples of 4") != std::string::npos);
}

TEST_CASE("a page over a multiple is saved where the reviews can") {
    int saved = 0;
    for (const int reviews : {6, 9, 11, 14, 17, 20})
        for (const std::uint32_t multiple : {4u, 8u}) {
            const Fitted one = fitted(issue_of(reviews), multiple);
            const std::uint32_t over = one.fit.own % multiple;
            const bool may = over > 0 && over <= 2 && over < multiple - over;
            CHECK((one.fit.tight == one.fit.own || may));
            if (may && one.fit.tight == one.fit.own - over) ++saved;
        }
    CHECK(saved > 0);
    Style style = programme();
    style.copyfit.pages = 0;
    const Fitted kept = fitted(issue_of(9), 4, style);
    CHECK(kept.fit.tight == kept.fit.own);
}

TEST_CASE("a large zine that saves a page sets its last reviews again, and none before them") {
    const auto reviews = [](bool in_section) {
        Edition edition = issue_of(120);
        edition.parts = {IssuePart::reviews};
        edition.sections.clear();
        if (in_section) edition.sections.push_back(section("year", "A Year", 0, 120));
        // What no face has is told once, though its review is composed twice.
        for (Piece& piece : edition.pieces) piece.body.push_back(paragraph("\xEE\x84\xA3"));
        return edition;
    };
    for (const bool in_section : {false, true}) {
        const Fitted own = fitted(reviews(in_section), 1);
        const Fitted one = fitted(reviews(in_section), own.pages() - 1);
        CHECK(one.fit.own == own.pages());
        CHECK(one.pages() == own.pages() - 1);
        CHECK(one.fit.shorter + one.fit.run_on > 0);
        CHECK(titles(one) == titles(own));
        if (!in_section) check_every_word_once(one); // it takes its time
        CHECK_FALSE(own.laid.diagnostics.empty());
        CHECK(one.laid.diagnostics.all().size() == own.laid.diagnostics.all().size());
        std::uint32_t same = in_section ? 1 : 0; // the opener's list says where the last ones begin
        while (same < one.pages() && dump_page(one.laid.document->page(same)) == dump_page(own.laid.document->page(same))) ++same;
        CHECK(same > own.pages() / 3);
        CHECK(same < one.pages());
    }
}

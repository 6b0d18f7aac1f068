// What holds on every page: nothing is lost, nothing leaves the page, lines stand apart.
#include "note_setting.h"

#include "foundation/unicode/text.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

Block heading(int level, std::string text) { return {Heading{level, words(std::move(text))}, {}, 0}; }

Piece everything() {
    Blocks body;
    Inlines first = words("Everything begins with “a quotation” and ");
    first.push_back({Styled{TextStyle::emphasis, words("emphatic words")}, {}});
    first.push_back({Text{" that go on for a while, so that the first paragraph has a few lines and can carry "
                          "a drop cap, which is three lines high; and then it goes on still, with a "},
                     {}});
    first.push_back({Link{"https://example.org/a", "", words("link to somewhere"), {}}, {}});
    first.push_back({NoteReference{0}, {}});
    first.push_back({Text{", some "}, {}});
    first.push_back({CodeSpan{"code_that_is_set"}, {}});
    first.push_back({Text{" and an end."}, {}});
    body.push_back(paragraph(first));
    body.push_back(heading(2, "The first heading"));
    body.push_back(paragraph(prose(30)));
    body.push_back({Quote{{paragraph("A quoted sentence that is long enough to be broken into two lines of the "
                                     "column, at the least."),
                           paragraph("And a second one.")},
                          words("Its source")},
                    {},
                    0});
    List list;
    list.ordered = true;
    for (int i = 0; i < 3; ++i) list.items.push_back({{paragraph("Item with words " + std::to_string(i))}, {}});
    List inner;
    inner.items.push_back({{paragraph("Nested one")}, {}});
    inner.items.push_back({{paragraph("Nested two")}, {}});
    list.items.back().blocks.push_back({inner, {}, 0});
    body.push_back({list, {}, 0});
    body.push_back({CodeBlock{"", "int main() {\n    return a_function_with_a_long_name(with, many, arguments, that, "
                                  "do, not, fit, on, one, line);\n}\n"},
                    {},
                    0});
    body.push_back({Break{}, {}, 0});
    Table table;
    table.columns = {Alignment::left, Alignment::right};
    table.head = {{words("Film"), 0, {}}, {words("Stars"), 0, {}}};
    for (int i = 0; i < 5; ++i)
        table.rows.push_back({{words("Film number " + std::to_string(i)), 0, {}}, {words(std::to_string(i)), 0, {}}});
    table.caption = words("What we saw");
    body.push_back({table, {}, 0});
    Definitions definitions;
    definitions.items.push_back({words("Term"), {paragraph("What it means.")}, 0, {}});
    body.push_back({definitions, {}, 0});
    body.push_back({Details{DetailsKind::spoiler, words("The end"), 0, {paragraph("Everybody dies.")}}, {}, 0});
    body.push_back({Dialogue{{{Voice::question, words("Q"), 0, {paragraph(prose(30, 2))}, {}},
                              {Voice::answer, words("A"), 0, {paragraph(prose(90, 3)), paragraph("And so on.")}, {}}}},
                    {},
                    0});
    Ranking ranking;
    for (std::uint32_t i = 0; i < 3; ++i)
        ranking.entries.push_back({std::to_string(3 - i), i, words("Film " + std::to_string(i)), 0, {paragraph(prose(25, 5))}, {}});
    body.push_back({ranking, {}, 0});
    body.push_back({Showings{{{0, words("Film 1"), 0, words("a new print"), 0, {}}, {1, words("Film 2"), 0, {}, 0, {}}}}, {}, 0});
    Figure figure;
    figure.image.url = "lost.png";
    figure.image.alternative = "A picture that was lost";
    figure.caption = words("Its caption");
    body.push_back({figure, {}, 0});
    body.push_back(heading(3, "The last heading"));
    body.push_back(paragraph(prose(120, 7)));
    Piece piece = film(std::move(body));
    for (int i = 0; i < 3; ++i) {
        Work work;
        work.title.value = "Film " + std::to_string(i);
        work.year = 1970 + i;
        if (i != 1) work.rating = Fact<Rating>{{"4/5", RatingForm::number, 400, 0, 500}, {}};
        work.credits = {{Role::director, {}, "A Director", {}, {}}};
        piece.listed.push_back(std::move(work));
    }
    piece.screenings = {{{2020, 1, 3, "19:30", "", ""}, "Screen 2", 1}, {{2020, 1, 4, "", "", ""}, "", 2}};
    piece.notes.push_back({"a", {paragraph("A note at the foot of its page.")}, {}});
    return piece;
}

/// Words alone: what generated labels, numbers and marks would add is not asked for.
bool in_order(const std::string& whole, const std::vector<std::string>& wanted, std::string& missing) {
    const std::vector<std::string> have = unicode::words(whole);
    std::size_t at = 0;
    for (const std::string& word : wanted) {
        while (at < have.size() && have[at] != word) ++at;
        if (at == have.size()) {
            missing = word;
            return false;
        }
        ++at;
    }
    return true;
}

} // namespace

TEST_CASE("every flow of a piece is on its pages once, in order") {
    const LaidOut laid = lay_out(everything());
    const std::string read = read_aloud(*laid.document);
    for (const Flow& flow : flows(laid.edition->pieces.front())) {
        CAPTURE(flow.name);
        std::string missing;
        CHECK_MESSAGE(in_order(read, unicode::words(flow.text), missing), missing);
    }
}

TEST_CASE("no item leaves the page, whichever block it belongs to") {
    for (const char* name : {"note-a4", "note-letter"}) {
        const LaidOut laid = lay_out(everything(), name);
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const Page page = laid.document->page(i);
            for (const Item& item : page.items) {
                const auto* run = std::get_if<GlyphRun>(&item.node);
                if (run == nullptr) continue;
                CAPTURE(run->text);
                CHECK(run->origin.x > Length::points(10));
                CHECK(run->origin.y < page.trim.height - Length::points(10));
                // In a run that stands upside down the glyphs go to the left.
                const Length last = page.trim.width - Length::points(10);
                for (const Glyph& glyph : run->glyphs)
                    CHECK((run->turn == 180000 ? run->origin.x - glyph.x : run->origin.x + glyph.x) < last);
            }
        }
    }
}

TEST_CASE("lines of the text column never stand closer than the grid") {
    const LaidOut laid = lay_out(everything());
    const Length grid = find_page(programme(), "note-a4")->grid;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
        std::vector<Length> baselines;
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node);
                run && run->size < Length::points(12) && run->origin.x > Length::millimetres(74) &&
                run->origin.y > Length::points(150))
                baselines.push_back(run->origin.y);
        std::sort(baselines.begin(), baselines.end());
        baselines.erase(std::unique(baselines.begin(), baselines.end()), baselines.end());
        for (std::size_t n = 1; n < baselines.size(); ++n) {
            const Length apart = baselines[n] - baselines[n - 1];
            if (apart < Length::points(4)) continue; // raised marks of the same line
            CHECK(apart >= grid / 2);
        }
    }
}

TEST_CASE("a page gives the same items each time it is asked for") {
    const LaidOut laid = lay_out(everything());
    const auto once = lines_of(laid.document->page(0)), again = lines_of(laid.document->page(0));
    CHECK(once == again);
    CHECK(laid.document->page(0).items.size() == laid.document->page(0).items.size());
}

TEST_CASE("every leaf that is painted is a leaf of the structure") {
    const LaidOut laid = lay_out(everything());
    const auto& nodes = laid.document->structure().nodes;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items) {
            REQUIRE(item.leaf < nodes.size());
            if (item.leaf != 0) CHECK(nodes[item.leaf].role == StructureRole::leaf);
        }
}

TEST_CASE("what the programme sets well has no diagnostics") {
    const LaidOut laid = lay_out(everything());
    for (const Diagnostic& one : laid.diagnostics.all()) CHECK_MESSAGE(false, one.message);
    CHECK(laid.diagnostics.empty());
}

// The run of a zine's pages: sides, furniture, pieces that share a page, credits, blanks.
#include "zine_setting.h"

#include "typeset/dump.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const Length text_size = Length::points(9.5);

/// The left edge of the body's lines: of the leftmost run in the text's size.
Length text_left(const Page& page) {
    Length left = page.trim.width;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0 && run->size == text_size)
            left = std::min(left, run->origin.x);
    return left;
}

std::optional<Rule> rule_across(const Page& page, Length width) {
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node); rule && rule->rect.width == width) return *rule;
    return std::nullopt;
}

Length text_width() {
    const PageSpec& page = zine_page();
    return page.trim.width - page.inner - page.outer - page.side - page.gutter;
}

} // namespace

TEST_CASE("the side column stands on the outer edge of both pages") {
    const LaidOut laid = lay_out_issue(edition_of({review("Cleo", 200)}));
    REQUIRE(laid.document->page_count() >= 2);
    const PageSpec& page = zine_page();
    CHECK(text_left(laid.document->page(0)) == page.inner);
    CHECK(text_left(laid.document->page(1)) == page.outer + page.side + page.gutter);
}

TEST_CASE("what is read to the left has its sides the other way round") {
    Edition edition = edition_of({review("Cleo", 200)});
    edition.direction = Direction::right_to_left;
    const LaidOut laid = lay_out_issue(edition);
    const PageSpec& page = zine_page();
    CHECK(text_left(laid.document->page(0)) == page.outer + page.side + page.gutter);
    CHECK(text_left(laid.document->page(1)) == page.inner);
}

TEST_CASE("the folio stands two rows below the last, in colour, at the side column's left edge") {
    const LaidOut laid = lay_out_issue(edition_of({review("Cleo", 200)}));
    const PageSpec& page = zine_page();
    const auto first = runs_of(laid.document->page(0), "1"), second = runs_of(laid.document->page(1), "2");
    REQUIRE(first.size() == 1);
    REQUIRE(second.size() == 1);
    CHECK(row_of(first.front().origin.y) == 39);
    CHECK(first.front().paint.spot == 1);
    CHECK(first.front().origin.x == page.inner + text_width() + page.gutter);
    CHECK(second.front().origin.x == page.outer);
}

TEST_CASE("the running head is on rectos alone, and on no page that begins with a piece") {
    Edition edition = edition_of({review("Cleo", 900)});
    edition.sections = {section("spring", "Spring", 0, 1)};
    const LaidOut laid = lay_out_issue(edition);
    REQUIRE(laid.document->page_count() >= 5);
    for (std::uint32_t i = 1; i < laid.document->page_count(); ++i) {
        CAPTURE(i);
        const auto film = runs_of(laid.document->page(i), "Cleo"), heading = runs_of(laid.document->page(i), "Spring");
        const bool wanted = i > 1 && i % 2 == 0;
        CHECK((!film.empty() && film.front().origin.y == baseline_of(-2)) == wanted);
        CHECK(!heading.empty() == wanted);
        if (!wanted || film.empty() || heading.empty()) continue;
        CHECK(film.front().origin.x == zine_page().inner);
        CHECK(heading.front().origin.x == zine_page().inner + text_width() + zine_page().gutter);
    }
}

TEST_CASE("a short review shares the page of the one before it, with two rows free and a rule of its own") {
    const LaidOut laid = lay_out_issue(edition_of({credited(review("First", 5)), review("Second", 5, 3)}));
    REQUIRE(laid.document->page_count() == 1);
    const Page page = laid.document->page(0);
    std::vector<Length> rules;
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node);
            rule && rule->rect.width == zine_page().trim.width - zine_page().inner - zine_page().outer)
            rules.push_back(rule->rect.y);
    REQUIRE(rules.size() == 2);
    const auto first = page_of(*laid.document, "piece-First"), second = page_of(*laid.document, "piece-Second");
    CHECK(first == second);
    int last_credit = 0;
    for (const int row : rows_in(page, Length::points(8)))
        last_credit = std::max(last_credit, row);
    CHECK(rules[1] > baseline_of(last_credit + 2));
    CHECK(rules[1] < baseline_of(last_credit + 3));
}

TEST_CASE("a review that does not fit whole begins a new page, and so does the first of a section") {
    CHECK(lay_out_issue(edition_of({review("First", 12), review("Second", 60, 3)})).document->page_count() >= 2);
    Edition parted = edition_of({review("First", 5), review("Second", 5, 3)});
    parted.sections = {section("a", "A", 0, 1), section("b", "B", 1, 2)};
    const LaidOut laid = lay_out_issue(parted);
    CHECK(laid.document->page_count() == 4);
    CHECK(page_of(*laid.document, "section-a") == 0);
    CHECK(page_of(*laid.document, "piece-First") == 1);
    CHECK(page_of(*laid.document, "section-b") == 2);
    CHECK(page_of(*laid.document, "piece-Second") == 3);
}

TEST_CASE("no shared page is overfull, however long its reviews are") {
    for (int sentences = 1; sentences < 30; sentences += 2) {
        CAPTURE(sentences);
        const LaidOut laid =
            lay_out_issue(edition_of({credited(review("A", sentences)), credited(review("B", sentences, 1)),
                                      credited(review("C", sentences, 2))}));
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
            CHECK(last_row_of(laid.document->page(i)) <= zine_page().rows - 1);
    }
}

TEST_CASE("credits end on the last row, their rule a row above the first of them") {
    const LaidOut laid = lay_out_issue(edition_of({credited(review("Cleo", 20))}));
    REQUIRE(laid.document->page_count() == 1);
    const Page page = laid.document->page(0);
    CHECK(rows_in(page, Length::points(8)) == std::set<int>{34, 35, 36});
    const auto rule = rule_across(page, text_width());
    REQUIRE(rule);
    CHECK(rule->rect.y + rule->rect.height / 2 == baseline_of(33));
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Wilma") != std::string::npos);
    CHECK(read.find("Marianne") != std::string::npos);
    CHECK(read.find("Wilma") > read.find("The projectionist"));
}

TEST_CASE("credits follow at least five lines of text, and keep a row free, however long the text is") {
    for (int sentences = 20; sentences < 90; sentences += 3) {
        CAPTURE(sentences);
        const LaidOut laid = lay_out_issue(edition_of({credited(review("Cleo", sentences))}));
        const Page last = laid.document->page(laid.document->page_count() - 1);
        const std::set<int> credits = rows_in(last, Length::points(8));
        REQUIRE(credits == std::set<int>{34, 35, 36});
        std::set<int> text = rows_in(last, text_size);
        CHECK(text.size() >= 5);
        CHECK(*text.rbegin() <= 31);
    }
}

TEST_CASE("notes stand above the credits") {
    Piece piece = credited(review("Cleo", 10));
    std::get<Paragraph>(piece.body.front().node).inlines.push_back({NoteReference{0}, {}});
    piece.notes.push_back({"a", {paragraph("A note at the foot.")}, {}});
    const LaidOut laid = lay_out_issue(edition_of({std::move(piece)}));
    const auto note = runs_of(laid.document->page(0), "A note at the foot.");
    REQUIRE(note.size() == 1);
    CHECK(row_of(note.front().origin.y) == 31);
}

TEST_CASE("credits that no page can hold go on, and lose nobody") {
    Piece piece = review("Cleo", 10);
    for (int i = 0; i < 700; ++i)
        piece.works.front().credits.push_back({Role::cast, "", "Player" + std::to_string(i), "", {}});
    const LaidOut laid = lay_out_issue(edition_of({std::move(piece)}));
    CHECK(laid.document->page_count() >= 3);
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Player0,") != std::string::npos);
    CHECK(read.find("Player699") != std::string::npos);
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        CHECK(last_row_of(laid.document->page(i)) <= zine_page().rows - 1);
}

TEST_CASE("a link to another piece leads to its page, and has no address on paper") {
    Piece linking = review("First", 12);
    Link link{"https://example.org/second", "", words("the other"), "Second"};
    std::get<Paragraph>(linking.body.front().node).inlines.push_back({link, {}});
    const LaidOut zine = lay_out_issue(edition_of({linking, review("Second", 60, 3)}));
    const std::vector<LinkArea> inside = links_of(zine.document->page(0));
    REQUIRE(inside.size() == 1);
    CHECK(inside.front().anchor == "piece-Second");
    CHECK(inside.front().url.empty());
    CHECK(read_aloud(*zine.document).find("example.org") == std::string::npos);
    const LaidOut note = lay_out(linking);
    const std::vector<LinkArea> outside = links_of(note.document->page(0));
    REQUIRE(outside.size() == 1);
    CHECK(outside.front().url == "https://example.org/second");
}

TEST_CASE("the letter has its own title or the word, and belongs to no film") {
    Edition edition = edition_of({review("Cleo", 12)}, {IssuePart::letter, IssuePart::reviews});
    Piece letter = film({paragraph(prose(8))});
    letter.key = "letter";
    letter.title.value.clear();
    letter.works.clear();
    edition.letter = letter;
    const LaidOut unnamed = lay_out_issue(edition);
    CHECK(read_aloud(*unnamed.document).find("The editor’s letter") < 40);
    edition.letter->title.value = "Dear row C";
    const LaidOut named = lay_out_issue(edition);
    CHECK(read_aloud(*named.document).find("row C") < 40);
    CHECK(page_of(*named.document, "piece-letter") == 0);
    CHECK(page_of(*named.document, "part-letter") == 0);
    bool letters = false;
    for (const Item& item : named.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->place.ordinal > 0)
            letters = letters || run->place.piece == named.edition->letter_index();
    CHECK(letters);
}

TEST_CASE("an essay has no film's facts, whatever films it names") {
    Piece essay = credited(review("On stairs", 12));
    essay.kind = PieceKind::essay;
    const LaidOut laid = lay_out_issue(edition_of({essay}));
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Varda") == std::string::npos);
    CHECK(read.find("Mathon") == std::string::npos);
    CHECK(read.find("out of") == std::string::npos);
    CHECK(read.find("Ada Quill") != std::string::npos);
}

TEST_CASE("the outline has parts and sections, pieces in them, and headings below") {
    Piece headed = review("Second", 12, 3);
    headed.body.insert(headed.body.begin(), Block{Heading{2, words("A heading")}, {}, 0});
    Edition edition =
        edition_of({review("First", 60), headed}, {IssuePart::cover, IssuePart::contents, IssuePart::reviews});
    edition.sections = {section("spring", "Spring", 0, 2)};
    const LaidOut laid = lay_out_issue(edition);
    std::string outline;
    for (const OutlineEntry& entry : laid.document->outline())
        outline += std::to_string(entry.level) + " " + entry.title + "\n";
    CHECK(outline == "1 Cover\n1 Contents\n1 Spring\n2 First\n2 Second\n3 A heading\n");
    const auto& entries = laid.document->outline();
    CHECK(entries[4].page == *page_of(*laid.document, "piece-Second"));
    CHECK(entries[5].page == entries[4].page);
    CHECK(entries[5].y > entries[4].y);
}

TEST_CASE("every flow of every piece is on the pages once, in order, below its own article") {
    Edition edition =
        edition_of({credited(review("First", 70)), credited(review("Second", 9, 3)), review("Third", 9, 5)},
                   {IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::films});
    edition.sections = {section("spring", "Spring", 0, 3)};
    const LaidOut laid = lay_out_issue(edition);
    std::vector<StructureId> articles;
    const auto& nodes = laid.document->structure().nodes;
    for (StructureId i = 0; i < nodes.size(); ++i)
        if (nodes[i].role == StructureRole::article) articles.push_back(i);
    REQUIRE(articles.size() == 3);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        CHECK(nodes[nodes[articles[i]].parent].role == StructureRole::section);
        const std::string read = read_aloud(*laid.document, articles[i]);
        const std::string& body =
            std::get<Text>(std::get<Paragraph>(laid.edition->pieces[i].body.front().node).inlines.front().node).text;
        CHECK(read.find(body) != std::string::npos);
        CHECK(read.find(body) == read.rfind(body));
    }
}

TEST_CASE("the document says who wrote it, each once, and that its pages face each other") {
    Piece other = review("Second", 5);
    other.authors = {"Joss Farrow", "Ada Quill"};
    const LaidOut laid = lay_out_issue(edition_of({review("First", 5), other}));
    const DocumentInfo& info = laid.document->info();
    CHECK(info.title == "Row C, Number 4");
    CHECK(info.authors == std::vector<std::string>{"Ada Quill", "Joss Farrow"});
    CHECK(info.facing);
    CHECK(info.language == "en");
}

TEST_CASE("what goes wrong in no piece says nothing, at either trim") {
    for (const char* page : {"zine-a5", "zine-half-letter"}) {
        const LaidOut laid = lay_out_issue(
            edition_of({credited(review("First", 70)), review("Second", 5)}, {IssuePart::contents, IssuePart::reviews}),
            4, page);
        for (const Diagnostic& one : laid.diagnostics.all())
            CHECK_MESSAGE(false, one.message);
        CHECK(laid.document->page_count() % 4 == 0);
    }
}

TEST_CASE("a piece without words, and an edition without pieces, are pages still") {
    Piece empty = review("Empty", 0);
    empty.body.clear();
    const LaidOut one = lay_out_issue(edition_of({empty, credited(empty)}));
    CHECK(one.document->page_count() >= 1);
    const LaidOut none = lay_out_issue(edition_of({}, {IssuePart::cover, IssuePart::contents, IssuePart::reviews}));
    CHECK(none.document->page_count() == 2);
}

TEST_CASE("the same edition gives the same pages") {
    const Edition edition =
        edition_of({credited(review("First", 70)), review("Second", 9)}, {IssuePart::contents, IssuePart::reviews});
    const LaidOut a = lay_out_issue(edition, 4), b = lay_out_issue(edition, 4);
    REQUIRE(a.document->page_count() == b.document->page_count());
    for (std::uint32_t i = 0; i < a.document->page_count(); ++i)
        CHECK(dump_page(a.document->page(i)) == dump_page(b.document->page(i)));
}

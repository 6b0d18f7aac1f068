// How blocks are set: each case a piece, and what its lines say.
#include "note_setting.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

bool any_line(const std::vector<std::string>& lines, const std::string& words) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

/// Left end of the run that holds `words`.
Length left_of(const PagedDocument& document, const std::string& words) {
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                if (run->text.find(words) != std::string::npos) return run->origin.x;
    return {};
}

Table table_of(int rows, const std::string& cell) {
    Table table;
    table.columns = {Alignment::left, Alignment::right};
    table.head = {{words("Film"), 0, {}}, {words("Stars"), 0, {}}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({{words(cell + " " + std::to_string(i)), 0, {}}, {words("4"), 0, {}}});
    return table;
}

} // namespace

TEST_CASE("the second paragraph is indented, the first after a heading is not") {
    Blocks body = {paragraph("Alpha begins."), paragraph("Beta follows."), {Heading{2, words("Head")}, {}, 0},
                   paragraph("Gamma begins.")};
    const LaidOut laid = lay_out(film(body));
    const Length indent = programme().lines.indent;
    CHECK(left_of(*laid.document, "Beta") == left_of(*laid.document, "Alpha") + indent);
    CHECK(left_of(*laid.document, "Gamma") == left_of(*laid.document, "Alpha"));
}

TEST_CASE("a half star stands behind the last word, unless its radius is nothing") {
    const auto shapes = [](Length radius) {
        Style style = programme();
        style.end_mark_radius = radius;
        const LaidOut out = lay_out(film({paragraph("The end.")}), "note-a4", style);
        const Page page = out.document->page(0);
        return std::count_if(page.items.begin(), page.items.end(),
                             [](const Item& item) { return std::holds_alternative<Shape>(item.node); });
    };
    CHECK(shapes(Length::points(4)) == shapes({}) + 2); // its filled half and its outline
}

TEST_CASE("a heading keeps two lines of what follows on its page") {
    // Enough lines that for one of the lengths the heading would fall on the page's last rows.
    for (int sentences = 86; sentences < 120; sentences += 2) {
        Blocks body = {paragraph(prose(sentences)), {Heading{2, words("Zebra")}, {}, 0}, paragraph(prose(20, 3))};
        const LaidOut laid = lay_out(film(body));
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const auto lines = body_lines(*laid.document, i);
            for (std::size_t n = 0; n < lines.size(); ++n)
                if (lines[n] == "Zebra") CHECK(lines.size() - n >= 3);
        }
    }
}

TEST_CASE("no page begins or ends with a single line of a paragraph") {
    Blocks body;
    for (int i = 0; i < 30; ++i) body.push_back(paragraph("Qqq " + prose(3 + i % 5, i)));
    const LaidOut laid = lay_out(film(body));
    REQUIRE(laid.document->page_count() > 1);
    for (std::uint32_t i = 0; i + 1 < laid.document->page_count(); ++i) {
        const auto lines = body_lines(*laid.document, i);
        // An orphan would be a first line, which begins with the mark, at the foot.
        CHECK(lines.back().rfind("Qqq", 0) != 0);
        const auto next = body_lines(*laid.document, i + 1);
        REQUIRE(next.size() > 2);
        // A widow would be followed at once by the next paragraph's first line, unless it is itself one.
        if (next[0].rfind("Qqq", 0) != 0) CHECK(next[1].rfind("Qqq", 0) != 0);
    }
}

TEST_CASE("list items hang from their labels, and nested lists from their items") {
    List inner;
    inner.items.push_back({{paragraph("Nested")}, {}});
    List list;
    list.items.push_back({{paragraph("Outer"), {inner, {}, 0}}, {}});
    const LaidOut laid = lay_out(film({{list, {}, 0}}));
    CHECK(left_of(*laid.document, "•") < left_of(*laid.document, "Outer"));
    CHECK(left_of(*laid.document, "Outer") < left_of(*laid.document, "Nested"));
}

TEST_CASE("a numbered list begins at its own number") {
    List list;
    list.ordered = true;
    list.start = 9;
    list.items.push_back({{paragraph("nine")}, {}});
    list.items.push_back({{paragraph("ten")}, {}});
    const LaidOut laid = lay_out(film({{list, {}, 0}}));
    const auto lines = body_lines(*laid.document, 0);
    CHECK(any_line(lines, "9.nine"));
    CHECK(any_line(lines, "10.ten"));
}

TEST_CASE("a table that goes on to another page has its head again, as an artifact") {
    const LaidOut laid = lay_out(film({{table_of(104, "Film number"), {}, 0}}));
    REQUIRE(laid.document->page_count() == 3);
    bool again = false;
    for (const Item& item : laid.document->page(1).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->text.find("Stars") != std::string::npos) {
            again = true;
            CHECK(item.leaf == 0);
        }
    CHECK(again);
}

TEST_CASE("cells wrap when a table is too wide, and no row is parted") {
    const LaidOut laid = lay_out(film({{table_of(20, prose(4)), {}, 0}}));
    CHECK(laid.diagnostics.empty());
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run && !run->glyphs.empty() && item.leaf != 0)
                CHECK(run->origin.x + run->glyphs.back().x < Length::millimetres(210 - 17));
}

TEST_CASE("a long word is parted rather than lost") {
    const std::string word(300, 'm');
    const LaidOut laid = lay_out(film({paragraph("Before " + word + " after.")}));
    CHECK(laid.diagnostics.empty());
    CHECK(read_aloud(*laid.document).find("after") != std::string::npos);
    CHECK(body_lines(*laid.document, 0).size() >= 5);
}

TEST_CASE("code keeps its indents and goes on indented where a line is too long") {
    const LaidOut laid = lay_out(film({{CodeBlock{"", "if (x)\n    y();\n"}, {}, 0}}));
    const auto lines = body_lines(*laid.document, 0);
    CHECK(any_line(lines, "if (x)"));
    CHECK(any_line(lines, "\u00A0\u00A0\u00A0\u00A0y();"));
}

TEST_CASE("a note stands at the foot of the page that refers to it, linked both ways") {
    Inlines inlines = words("A sentence with a note");
    inlines.push_back({NoteReference{0}, {}});
    Piece piece = film({paragraph(prose(90)), paragraph(inlines), paragraph(prose(90, 3))});
    piece.notes.push_back({"n", {paragraph("Walrus at the foot.")}, {}});
    const LaidOut laid = lay_out(piece);
    int refers = -1, stands = -2;
    bool there = false, back = false;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items) {
            if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
                if (run->text.find("sentence with a") != std::string::npos) refers = static_cast<int>(i);
                if (run->text.find("Walrus") != std::string::npos) stands = static_cast<int>(i);
            }
            if (const auto* area = std::get_if<LinkArea>(&item.node)) {
                there = there || area->anchor == "note-0-1";
                back = back || area->anchor == "reference-0-1";
            }
        }
    CHECK(refers == stands);
    CHECK(there);
    CHECK(back);
}

TEST_CASE("a note that nothing refers to stands after the text") {
    Piece piece = film({paragraph("Text.")});
    piece.notes.push_back({"n", {paragraph("Walrus alone.")}, {}});
    const LaidOut laid = lay_out(piece);
    CHECK(any_line(body_lines(*laid.document, 0), "Walrus alone."));
}

TEST_CASE("a link is live, and its address stands at the end as an artifact") {
    Inlines inlines = words("See ");
    inlines.push_back({Link{"https://example.org/zone/", "", words("the Zone"), {}}, {}});
    const LaidOut laid = lay_out(film({paragraph(inlines)}));
    bool live = false, listed = false;
    const auto& nodes = laid.document->structure().nodes;
    for (const Item& item : laid.document->page(0).items) {
        if (const auto* area = std::get_if<LinkArea>(&item.node); area && area->url == "https://example.org/zone/") {
            live = true;
            CHECK(nodes[nodes[item.leaf].parent].role == StructureRole::link);
        }
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run && run->text.find("example.org/zone") != std::string::npos) {
            listed = true;
            CHECK(item.leaf == 0);
        }
    }
    CHECK(live);
    CHECK(listed);
}

TEST_CASE("a figure is scaled to the column and never higher than half the page") {
    Piece piece = film({paragraph("Text.")});
    Picture picture;
    picture.width = 1000;
    picture.height = 4000;
    piece.pictures.push_back(picture);
    Figure figure;
    figure.image.picture = 0;
    figure.image.alternative = "Tall";
    piece.body.push_back({figure, {}, 0});
    const LaidOut laid = lay_out(piece);
    for (const Item& item : laid.document->page(0).items)
        if (const auto* drawn = std::get_if<PictureItem>(&item.node)) {
            CHECK(drawn->rect.height < Length::points(400));
            CHECK(drawn->rect.width * 4 <= drawn->rect.height + Length::points(0.1));
            CHECK(laid.document->structure().alternative(laid.document->structure().nodes[item.leaf].parent) == "Tall");
        }
}

TEST_CASE("a hyphen that the breaker made is a soft hyphen in the text") {
    const LaidOut laid = lay_out(film({paragraph(prose(80))}));
    bool found = false;
    for (const std::string& line : body_lines(*laid.document, 0)) {
        const std::size_t at = line.find("\u00AD");
        if (at == std::string::npos) continue;
        found = true;
        CHECK(at + 2 == line.size());
    }
    CHECK(found);
}

TEST_CASE("the author's own hyphens at line ends count: never three in a row, and none is set twice") {
    static const char* const compounds[] = {"half-remembered", "camera-conscious", "slow-burning", "hand-tinted",
                                            "screen-filling", "self-consciously"};
    int hyphens = 0, in_a_row = 0;
    for (int seed = 0; seed < 12; ++seed) {
        std::string text = "Then";
        // chains of them, so long that many a line must end within one
        for (int i = 0; i < 90; ++i) text += std::string(i % 3 == 0 ? " " : "-") + compounds[(i * i + i * seed + seed) % 6];
        const LaidOut laid = lay_out(film({paragraph(text)}));
        in_a_row = 0;
        for (const std::string& line : body_lines(*laid.document, 0)) {
            const bool hyphen = line.back() == '-' || line.find("\u00AD") != std::string::npos;
            in_a_row = hyphen ? in_a_row + 1 : 0;
            hyphens += hyphen ? 1 : 0;
            CHECK(in_a_row < 3);
            CHECK(line.find("-\u00AD") == std::string::npos);
        }
    }
    CHECK(hyphens > 20);
}

TEST_CASE("lines end in the space that parts them from the next") {
    const LaidOut laid = lay_out(film({paragraph(prose(20))}));
    const auto lines = body_lines(*laid.document, 0);
    for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
        const bool parted = lines[i].back() == ' ' || lines[i].find("\u00AD") != std::string::npos;
        CHECK_MESSAGE(parted, lines[i]);
    }
}

TEST_CASE("an Arabic review is set from the right, its lines ranged on the right edge") {
    Piece piece = film({paragraph("هذا فيلم عن كل شيء، وعن لا شيء تقريبا. وهذه جملة أخرى طويلة بما يكفي لكي "
                                  "تنكسر على أكثر من سطر واحد في هذا العمود العريض من الصفحة كلها.")});
    piece.language = "ar";
    piece.direction = Direction::right_to_left;
    const LaidOut laid = lay_out(piece);
    CHECK(laid.document->info().right_to_left);
    Length right{};
    for (const Item& item : laid.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0 && run->right_to_left)
            for (const Glyph& glyph : run->glyphs) right = std::max(right, run->origin.x + glyph.x + glyph.advance);
    CHECK(right.to_points() == doctest::Approx(Length::millimetres(192).to_points()).epsilon(0.01));
    CHECK(read_aloud(*laid.document).find("هذا فيلم عن كل شيء") != std::string::npos);
}

TEST_CASE("an Arabic title inside English reads in order and stands mirrored") {
    const LaidOut laid = lay_out(film({paragraph("We saw كفرناحوم الجميل twice.")}));
    CHECK(read_aloud(*laid.document).find("We saw كفرناحوم الجميل twice.") != std::string::npos);
    CHECK(left_of(*laid.document, "twice") > left_of(*laid.document, "كفرناحوم"));
}

TEST_CASE("a figure that does not fit lets the text go on before it, and keeps its place in reading") {
    Blocks body;
    body.push_back(paragraph(prose(60)));
    Figure figure;
    figure.image.picture = 0;
    figure.image.alternative = "Wide";
    figure.caption = words("Caption of it");
    body.push_back({figure, {}, 0});
    body.push_back(paragraph("Zulu " + prose(30, 2)));
    body.push_back(paragraph(prose(45, 5)));
    Piece piece = film(std::move(body));
    Picture picture;
    picture.width = 1200;
    picture.height = 800;
    piece.pictures.push_back(picture);
    const LaidOut laid = lay_out(piece);
    REQUIRE(laid.document->page_count() == 2);
    CHECK(any_line(body_lines(*laid.document, 0), "Zulu"));
    CHECK(any_line(body_lines(*laid.document, 1), "Caption of it"));
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Caption of it") < read.find("Zulu"));
}

namespace {

Block spoiler(Blocks blocks, std::string summary = "") {
    Details details;
    details.kind = DetailsKind::spoiler;
    if (!summary.empty()) details.summary = words(std::move(summary));
    details.blocks = std::move(blocks);
    return {std::move(details), {}, 0};
}

/// The run that holds `words`.
GlyphRun run_of(const PagedDocument& document, const std::string& words) {
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                if (run->text.find(words) != std::string::npos) return *run;
    return {};
}

} // namespace

TEST_CASE("a spoiler stands upside down below a line that says so, and what follows is on the grid") {
    const LaidOut laid = lay_out(film({paragraph("Alpha."), spoiler({paragraph("Zebra " + prose(9)), paragraph("Yak.")}),
                                       paragraph("Omega " + prose(9))}));
    const GlyphRun zebra = run_of(*laid.document, "Zebra"), yak = run_of(*laid.document, "Yak");
    const GlyphRun label = run_of(*laid.document, "Spoiler"), omega = run_of(*laid.document, "Omega");
    CHECK(zebra.turn == 180000);
    CHECK(yak.turn == 180000);
    CHECK(label.turn == 0);
    // The first line is the lowest of those in the frame, and all of them are between what is around them.
    CHECK(zebra.origin.y > yak.origin.y);
    CHECK(yak.origin.y > label.origin.y);
    CHECK(zebra.origin.y < omega.origin.y - omega.size);
    const Length rows = omega.origin.y - run_of(*laid.document, "Alpha").origin.y;
    CHECK(rows.units % find_page(programme(), "note-a4")->grid.units == 0);
}

TEST_CASE("a spoiler that is longer than a page stands the right way up on pages of its own") {
    const LaidOut laid = lay_out(film({paragraph("Alpha."), spoiler({paragraph("Zebra " + prose(200))}, "The end"),
                                       paragraph("Omega.")}));
    CHECK(run_of(*laid.document, "Zebra").turn == 0);
    const auto page_of = [&](const std::string& words) {
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
            for (const std::string& line : body_lines(*laid.document, i))
                if (line.find(words) != std::string::npos) return i;
        return std::uint32_t{99};
    };
    CHECK(page_of("The end") > page_of("Alpha"));
    CHECK(page_of("The end") == page_of("Zebra"));
    CHECK(page_of("Omega") > page_of("Zebra"));
}

TEST_CASE("what a line gives away stands upside down at the end, and its mark says what it is") {
    Piece piece = film({paragraph({{Text{"Alpha"}, {}}, {NoteReference{0}, {}}, {Text{" beta."}, {}}}), paragraph("Omega.")});
    piece.notes = {{"", {paragraph("Zebra.")}, {}, NoteKind::spoiler}};
    const LaidOut laid = lay_out(std::move(piece));
    CHECK(run_of(*laid.document, "Zebra").turn == 180000);
    CHECK(run_of(*laid.document, "Zebra").origin.y > run_of(*laid.document, "Omega").origin.y);
    CHECK(run_of(*laid.document, "[Spoiler").turn == 0);
    CHECK(run_of(*laid.document, "[Spoiler").glyphs.size() > 0);
}

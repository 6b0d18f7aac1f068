// Tables of every shape in every style: nothing of them leaves its column, no word is lost, and what has no room for
// its columns becomes a list.
#include "zine_setting.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

Table table_of(const std::vector<std::vector<std::string>>& rows) {
    Table table;
    table.columns.assign(rows.front().size(), Alignment::none);
    for (const std::vector<std::string>& row : rows) {
        std::vector<Cell> cells;
        for (const std::string& cell : row) cells.push_back({words(cell), 0, {}});
        if (table.head.empty()) table.head = cells;
        else table.rows.push_back(cells);
    }
    return table;
}

const std::vector<std::vector<std::string>> narrow = {{"Film", "Stars"}, {"Cats", "1"}, {"Bait", "4"}};
const std::vector<std::vector<std::string>> tight = {
    {"Cat", "Present", "Remarks", "Performances", "Interpretations"},
    {"Bombalurina", "yes", "extraordinarily furry", "Rumpelteazer", "Growltiger"},
    {"Skimbleshanks", "no", "nothing whatsoever", "Mungojerrie", "Bustopher"}};
const std::vector<std::vector<std::string>> impossible = {
    {"Incomprehensibilities", "Uncharacteristically", "Institutionalisation", "Disproportionately", "Score"},
    {"Internationalisation", "https://example.com/a/very/long/path", "12345678901234567890123456789012345678", "ok", "3"},
    {"Counterrevolutionaries", "none", "1", "no", "4"}};

LaidOut in_style(const std::string& style, const std::vector<std::vector<std::string>>& rows) {
    Piece piece = review("Tables", 3);
    piece.body.push_back({table_of(rows), {}, 0});
    const Style& look = style_called(style);
    return lay_out_in(look, *find_page(look, "zine-a5"), edition_of({piece}));
}

/// Words as they are read, each of the cells' once.
void check_read(const LaidOut& laid, const std::vector<std::vector<std::string>>& rows) {
    const std::string read = read_aloud(*laid.document);
    std::size_t at = 0;
    for (const std::vector<std::string>& row : rows)
        for (const std::string& cell : row) {
            INFO(cell << " in " << read);
            at = read.find(cell, at);
            REQUIRE(at != std::string::npos);
            at += cell.size();
        }
}

Length right_of(const GlyphRun& run) {
    Length right = run.origin.x;
    for (const Glyph& glyph : run.glyphs) right = std::max(right, run.origin.x + glyph.x + glyph.advance);
    return right;
}

/// How far runs reach beyond the outer margin.
void check_inside(const PagedDocument& document, const PageSpec& spec) {
    const Length margin = std::min(spec.inner, spec.outer);
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && run->place.ordinal != 0)
                CHECK(right_of(*run) <= spec.trim.width - margin + Length::points(3)); // marks may hang out
}

bool mentions_line(const PagedDocument& document, const std::string& words) {
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const auto& [y, line] : lines_of(document.page(i)))
            if (line.find(words) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("no table is wider than its measure in any style") {
    for (const char* style : {"programme", "book", "xerox"})
        for (const auto& rows : {narrow, tight, impossible}) {
            CAPTURE(style);
            CAPTURE(rows.front().front());
            const LaidOut laid = in_style(style, rows);
            CHECK(laid.diagnostics.all().empty());
            check_read(laid, rows);
            check_inside(*laid.document, *find_page(style_called(style), "zine-a5"));
        }
}

TEST_CASE("words in cells are parted at their syllables, with a hyphen") {
    const LaidOut laid = in_style("programme", tight);
    CHECK(mentions_line(*laid.document, "\u00AD"));
    CHECK(mentions_line(*laid.document, "yes"));
    CHECK_FALSE(mentions_line(*laid.document, "Presentyes"));
}

TEST_CASE("a table without room for its columns is a list in which every cell follows its head") {
    const LaidOut laid = in_style("book", impossible);
    std::size_t heads = 0;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                heads += run->text == "Score" ? 1 : 0;
    CHECK(heads == 2);
    CHECK(mentions_line(*laid.document, "Score3"));
    CHECK(mentions_line(*laid.document, "Score4"));
}

TEST_CASE("addresses in cells are parted without hyphens") {
    const LaidOut laid = in_style("xerox", impossible);
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node);
                run != nullptr && (run->text.find("example") != std::string::npos || run->text.find("very") != std::string::npos))
                CHECK(run->text.find("\u00AD") == std::string::npos);
}

// Columns of text on a page: filled one after the other, level where a piece ends, and never in each other's way.
#include "zine_setting.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const Length gap = Length::millimetres(4);

/// The programme's zine page without its side column, its text in so many columns.
Style in_columns(int columns) {
    Style style = programme();
    for (PageSpec& page : style.pages) {
        if (page.name != "zine-a5") continue;
        page.side = page.gutter = Length{};
        page.columns = columns;
        page.column_gap = gap;
        page.column_rule = Length::points(1);
    }
    style.elements[static_cast<std::size_t>(Element::text)].setting = Setting::ragged;
    return style;
}

Length column_width(int columns) {
    const PageSpec& page = zine_page();
    return (page.trim.width - page.inner - page.outer - gap * (columns - 1)) / columns;
}

/// The lines of the body in its columns, by page: what a reader reads, and where.
struct ReadLine {
    std::string words;
    Length y, left, right;
};
using ReadColumn = std::vector<ReadLine>;

std::vector<ReadColumn> columns_on(const Page& page, int columns, Length left) {
    std::vector<std::map<std::int64_t, ReadLine>> rows(static_cast<std::size_t>(columns));
    const Length text_size = Length::points(9.5);
    for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.node);
        if (run == nullptr || item.leaf == 0 || run->place.ordinal == 0 || run->size > text_size) continue;
        const Length at = run->origin.x - left + gap / 2;
        const auto column = static_cast<std::size_t>(at.units / (column_width(columns) + gap).units);
        REQUIRE(column < rows.size());
        ReadLine& line = rows[column][run->origin.y.units];
        if (line.words.empty()) line.left = run->origin.x;
        line.words += run->text;
        line.y = run->origin.y;
        line.right = run->origin.x;
        for (const Glyph& glyph : run->glyphs) line.right = std::max(line.right, run->origin.x + glyph.x + glyph.advance);
    }
    std::vector<ReadColumn> out;
    for (const auto& lines : rows) {
        ReadColumn column;
        for (const auto& [y, line] : lines) column.push_back(line);
        out.push_back(std::move(column));
    }
    return out;
}

Length left_of(std::uint32_t page) { return page % 2 == 0 ? zine_page().inner : zine_page().outer; }

/// A piece without a drop cap: it begins with no capital.
Piece plain(int sentences) {
    std::string words = "and so, " + prose(sentences);
    return film({paragraph(std::move(words))});
}

std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ') out += c;
    return out;
}

} // namespace

TEST_CASE("columns are filled one after the other, over all pages") {
    for (const int columns : {2, 3}) {
        CAPTURE(columns);
        const Style style = in_columns(columns);
        const LaidOut laid = lay_out(plain(160), "zine-a5", style);
        REQUIRE(laid.document->page_count() >= 2);
        std::string read;
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
            for (const ReadColumn& column : columns_on(laid.document->page(i), columns, left_of(i)))
                for (const ReadLine& line : column) read += line.words;
        CHECK(without_spaces(read) == without_spaces("and so, " + prose(160)));
    }
}

TEST_CASE("no line leaves its column") {
    const Style style = in_columns(2);
    const LaidOut laid = lay_out(plain(160), "zine-a5", style);
    const Length hanging = Length::points(3);
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
        const std::vector<ReadColumn> columns = columns_on(laid.document->page(i), 2, left_of(i));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const Length left = left_of(i) + (column_width(2) + gap) * static_cast<std::int64_t>(column);
            for (const ReadLine& line : columns[column]) {
                CHECK(line.left >= left - hanging);
                CHECK(line.right <= left + column_width(2) + hanging);
            }
        }
    }
}

TEST_CASE("columns end level where the piece ends") {
    for (const int sentences : {20, 33, 60, 160}) {
        CAPTURE(sentences);
        const Style style = in_columns(2);
        const LaidOut laid = lay_out(plain(sentences), "zine-a5", style);
        const std::uint32_t last = laid.document->page_count() - 1;
        const std::vector<ReadColumn> columns = columns_on(laid.document->page(last), 2, left_of(last));
        REQUIRE(!columns[0].empty());
        REQUIRE(!columns[1].empty());
        CHECK(columns[0].front().y == columns[1].front().y);
        CHECK(columns[0].size() >= columns[1].size());
        // One line of two, and one more that a widow takes along.
        CHECK(columns[0].size() - columns[1].size() <= 2);
    }
}

TEST_CASE("a rule stands in the gap, as high as the columns") {
    const Style style = in_columns(2);
    const LaidOut laid = lay_out(plain(40), "zine-a5", style);
    const Page page = laid.document->page(0);
    const std::vector<ReadColumn> columns = columns_on(page, 2, left_of(0));
    std::vector<Rect> rules;
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node); rule && rule->rect.width == Length::points(1))
            rules.push_back(rule->rect);
    REQUIRE(rules.size() == 1);
    CHECK(rules[0].x > left_of(0) + column_width(2));
    CHECK(rules[0].right() < left_of(0) + column_width(2) + gap);
    CHECK(rules[0].y < columns[0].front().y);
    CHECK(rules[0].bottom() >= columns[0].back().y);
    CHECK(rules[0].bottom() < columns[0].back().y + zine_page().grid);
}

TEST_CASE("credits stand below all columns, over the whole measure") {
    const Style style = in_columns(2);
    for (const int sentences : {40, 72, 76, 80, 84, 88}) {
        CAPTURE(sentences);
        Piece piece = credited(plain(sentences));
        const LaidOut laid = lay_out(std::move(piece), "zine-a5", style);
        const std::uint32_t last = laid.document->page_count() - 1;
        const Page page = laid.document->page(last);
        const auto names = runs_of(page, "Claire Mathon");
        REQUIRE(names.size() == 1);
        CHECK(names[0].origin.y <= baseline_of(zine_page().rows - 1));
        CHECK(names[0].origin.x < left_of(last) + column_width(2));
        bool any = false;
        for (const ReadColumn& column : columns_on(page, 2, left_of(last)))
            for (const ReadLine& line : column) {
                any = true;
                CHECK(line.y < names[0].origin.y);
            }
        CHECK(any);
    }
}

TEST_CASE("two short pieces in columns share a page") {
    const Style style = in_columns(2);
    Edition edition = edition_of({review("Cleo", 12), review("Vagabond", 12, 5)});
    for (Piece& piece : edition.pieces) number_nodes(piece);
    Diagnostics diagnostics;
    const auto document =
        lay_out_zine(edition, style, *find_page(style, "zine-a5"), fonts(), 1, diagnostics);
    CHECK(document->page_count() == 1);
}

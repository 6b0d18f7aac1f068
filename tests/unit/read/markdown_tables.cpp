#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

TEST_CASE("pipe tables are read with their alignments") {
    check_trees({
        {"| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |", "table-<=>[a|b|c|d;1|2|3|4]"},
        {"a | b\n-|-\nc | d", "table--[a|b;c|d]"},
        {"|a|\n|-|", "table-[a]"},
        {"> |a|b|\n> |-|-|\n> |c|d|\nlazy", "quote[table--[a|b;c|d;lazy|]]"},
        {"- |a|\n  |-|\n  |b|", "ul{table-[a;b]}"},
    });
}

TEST_CASE("cells are lines of CommonMark of their own") {
    check_trees({
        {"|*a*|`b`|\n|-|-|\n|[c]|~~d~~ <br> e|\n\n[c]: /url 'T'",
         "table--[em[a]|`b`;link(/url \"T\")[c]|strike[d]//e]"},
        {"|a|b|\n|-|-|\n|# c|- d|\n|> e|1. f|", "table--[a|b;# c|- d;> e|1. f]"},
        {"|*a|b*|\n|-|-|", "table--[*a|b*]"},
        {"|a\\|b|`c\\|d`|\n|-|-|\n|\\\\|\\*|", "table--[a|b|`c|d`;\\|*]"},
    });
}

TEST_CASE("rows are brought to the table's width and lose nothing") {
    check_trees({
        {"|a|b|\n|-|-|\n|c|\n|d|e|f|g|\n||", "table--[a|b;c|;d|e/f/g;|]"},
    });
}

TEST_CASE("a table ends where its paragraph ends, and may begin within one") {
    check_trees({
        {"x *y*\nz\n|a|\n|-|\n|b|\n\nc", "p[x em[y]/z] table-[a;b] p[c]"},
        {"|a|\n|-|\n|b|\n# c", "table-[a;b] h1[c]"},
        {"|a|\n|-|\n|b|\n---", "table-[a;b] hr"},
        {"|a|\n|-|\n|b|\n***\nc", "table-[a;b] hr p[c]"},
    });
}

TEST_CASE("what is no table stays as it is") {
    check_trees({
        {"|a|b|\n|-|", "p[|a|b|/|-|]"},
        {"a\n|-|", "p[a/|-|]"},
        {"a | b", "p[a | b]"},
        {"|a|\n\n|-|", "p[|a|] p[|-|]"},
        {"    |a|\n    |-|", "code()[|a|\n|-|\n]"},
        {"```\n|a|\n|-|\n```", "code()[|a|\n|-|\n]"},
        {"a\n---", "h2[a]"},
    });
}

TEST_CASE("cells and what is in them have their places in the source") {
    const MarkdownReading reading = read_text("Vö\n\n> | ä | b |\n> |---|---|\n> | x\\|*y* | `z` |\n");
    const Quote& quote = std::get<Quote>(reading.piece.body.at(1).node);
    const Table& table = std::get<Table>(quote.blocks.at(0).node);
    CHECK(reading.at(quote.blocks.at(0).span) == "| ä | b |\n> |---|---|\n> | x\\|*y* | `z` |");
    CHECK(reading.at(table.head.at(0).span) == "ä");
    const Cell& cell = table.rows.at(0).at(0);
    CHECK(reading.at(cell.span) == "x\\|*y*");
    CHECK(reading.at(cell.inlines.at(0).span) == "x\\|");
    CHECK(reading.at(cell.inlines.at(1).span) == "*y*");
    CHECK(reading.at(table.rows.at(0).at(1).inlines.at(0).span) == "`z`");
}

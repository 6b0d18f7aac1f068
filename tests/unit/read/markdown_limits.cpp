#include "markdown_reading.h"

#include <functional>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

int depth(const Inlines& inlines) {
    int deepest = 0;
    for (const Inline& each : inlines) {
        const Inlines* below = nullptr;
        if (const Styled* node = std::get_if<Styled>(&each.node)) below = &node->children;
        if (const Phrase* node = std::get_if<Phrase>(&each.node)) below = &node->children;
        if (const Link* node = std::get_if<Link>(&each.node)) below = &node->children;
        deepest = std::max(deepest, 1 + (below == nullptr ? 0 : depth(*below)));
    }
    return deepest;
}

int depth(const Blocks& blocks) {
    int deepest = 0;
    for (const Block& block : blocks) {
        int below = 0;
        each_inlines(block, [&](const Inlines& line) { below = std::max(below, depth(line)); });
        if (const Quote* node = std::get_if<Quote>(&block.node)) below = std::max(below, depth(node->blocks));
        if (const Details* node = std::get_if<Details>(&block.node)) below = std::max(below, depth(node->blocks));
        if (const List* node = std::get_if<List>(&block.node)) {
            for (const ListItem& item : node->items) below = std::max(below, 1 + depth(item.blocks));
        }
        if (const Definitions* node = std::get_if<Definitions>(&block.node)) {
            for (const Definition& item : node->items) below = std::max(below, 1 + depth(item.blocks));
        }
        deepest = std::max(deepest, 1 + below);
    }
    return deepest;
}

/// Texts that nest deeper than the tree may; each holds the words "first" and "last".
std::vector<std::string> deep_texts() {
    return {
        repeated("> ", 200) + "first *last*",
        repeated("- ", 200) + "first last",
        repeated("1. > ", 200) + "first\n\nlast",
        "first " + repeated("*a ", 300) + "last" + repeated("*", 300),
        repeated("<blockquote>", 300) + "first" + repeated("</blockquote>", 150) + "last",
        repeated("<ul><li>", 300) + "first</ul>last",
        "first " + repeated("<b><i>", 200) + "last",
        "first " + repeated("<i lang=fr>", 200) + "last",
        "first " + repeated("<blockquote>", 200) + "last",
        repeated("<details><summary>x</summary>", 200) + "first\n\nlast",
        repeated("<table><tr><td>", 200) + "first <p>last",
        repeated("<dl><dd>", 200) + "first\n\n*last*",
        repeated("<figure>", 200) + "first<figcaption>last",
        repeated("<blockquote>\n\n> ", 150) + "first\n\nlast",
        "first ^[" + repeated("^[a ", 300) + "last" + repeated("]", 301),
        repeated("<em><p>", 200) + "first last",
        repeated("<div><iframe src=x>", 200) + "first last",
    };
}

} // namespace

TEST_CASE("nothing nests deeper than the tree may, and no word is lost") {
    for (const std::string& text : deep_texts()) {
        CAPTURE(text.substr(0, 40));
        const MarkdownReading reading = read_text(text);
        CHECK(depth(reading.piece.body) <= nesting_limit);
        const std::vector<std::string> words = words_of(reading.piece);
        CHECK(std::find(words.begin(), words.end(), "first") != words.end());
        CHECK(std::find(words.begin(), words.end(), "last") != words.end());
    }
}

TEST_CASE("what is set flat is said once") {
    const MarkdownReading reading = read_text(repeated("> ", 200) + "a\n\n" + repeated("> ", 200) + "b");
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.diagnostics.all().front().code == Code::nesting_too_deep);
    CHECK(read_text(repeated("> ", 90) + "a").diagnostics.empty());
    CHECK(read_text(repeated("<div>", 5000) + "a").tree() == "p[a]");
}

TEST_CASE("texts made to take forever are read at once") {
    const std::vector<std::string> unit{
        "[", "![[[[", "*", "**a ", "a**b", "_a__ ", "> ", "- ", "`", "\\", "&amp;", "<",
        "<a b=\"", "<!--\n", "</", "<?", "<![CDATA[", "[a](", "[a](<b", "![a](<b", "|", "~~", "~~a ", "^[", "[^",
        "[^1]", "[^a]: b\n", "[^*]", "[a]: b\n",
        "a\n", "<b>", "<div>", "<blockquote>", "<ul><li>", "<table>", "<table><tr><td>", "<p>", "<script>", "<select>",
        "<iframe src=a>", "<figure>", "<dl><dd>", "<a href=b>", "</b>", "<b></i>", "<span lang=a>", "<br>", "]", ")",
        "|a|\n|-|\n", "```\n", "#", "=\n", "\t", "\n", "\r", "'\"", "<details><summary>", "a<br>\n", "<td>", "<pre>",
        "<!-- more -->a\n", "<!--a", "]]>", "<q>", "[^a]:\n", "- [^a]: b\n", "> [^a]: b\n", "a\n\n"};
    for (const std::string& each : unit) {
        CAPTURE(each);
        read_text(repeated(each, 20000 / each.size()));
        read_text("a " + repeated(each, 10000 / each.size()) + " b\n\n- c");
    }
    read_text(repeated("^[", 5000) + "a" + repeated("]", 5000));
    read_text(repeated("*a ", 5000) + repeated("b* ", 5000));
    read_text(repeated("[", 10000) + "a" + repeated("](b)", 5000));
}

TEST_CASE("wide and long tables take no more room than their cells") {
    const std::string rows = repeated("|a", 5000) + "\n" + repeated("|-", 5000) + "\n" + repeated("x\n", 5000);
    CHECK(read_text(rows).piece.body.size() == 1);
    const auto table = [](const MarkdownReading& reading) { return std::get<Table>(reading.piece.body.at(0).node); };
    const Table wide = table(read_text("|a|b|\n|-|-|\n" + repeated("|c", 50000)));
    CHECK(wide.rows.at(0).size() == 2);
    CHECK(words_of(read_text("|a|b|\n|-|-|\n" + repeated("|c", 50000)).piece).size() == 50002);
    const Table padded = table(read_text("<table><tr>" + repeated("<td>a", 3000) + repeated("<tr><td>b", 5000)));
    std::size_t cells = 0;
    for (const std::vector<Cell>& row : padded.rows) {
        CHECK(row.size() == padded.columns.size());
        cells += row.size();
    }
    CHECK(cells < 200000);
    CHECK(table(read_text("<table><tr><td colspan=4000000000>a")).columns.size() <= 256);
}

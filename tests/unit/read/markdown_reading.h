// Markdown in, the tree on one line out: what the tests of reading Markdown and HTML share.
#pragma once

#include "document/tree.h"
#include "foundation/unicode/text.h"
#include "read/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::testing {

inline std::string shape(const Inlines& inlines);

inline std::string style_name(TextStyle style) {
    constexpr const char* names[] = {"em",    "strong", "cite", "i",   "b", "u",    "strike",
                                     "small", "sup",    "sub",  "q",   "mark", "kbd"};
    return names[static_cast<std::size_t>(style)];
}

inline std::string address(const std::string& url, const std::string& title) {
    return "(" + url + (title.empty() ? "" : " \"" + title + "\"") + ")";
}

inline std::string shape(const Image& image) {
    return "img" + address(image.url, image.title) + "[" + image.alternative + "]";
}

inline std::string shape(const Inlines& inlines) {
    std::string out;
    for (const Inline& each : inlines) {
        out += std::visit(
            overloaded{[](const Text& n) { return n.text; }, [](const SoftBreak&) { return std::string("/"); },
                       [](const HardBreak&) { return std::string("//"); },
                       [](const CodeSpan& n) { return "`" + n.text + "`"; },
                       [](const Styled& n) { return style_name(n.style) + "[" + shape(n.children) + "]"; },
                       [](const Phrase& n) {
                           const char* direction = n.direction == Direction::right_to_left   ? " rtl"
                                                   : n.direction == Direction::left_to_right ? " ltr"
                                                                                             : "";
                           return "lang(" + n.language + direction + ")[" + shape(n.children) + "]";
                       },
                       [](const Link& n) {
                           return "link" + address(n.url, n.title) + "[" + shape(n.children) + "]";
                       },
                       [](const Image& n) { return shape(n); },
                       [](const NoteReference& n) { return "^" + std::to_string(n.note + 1); },
                       [](const RawInline& n) { return "raw(" + n.html + ")"; }},
            each.node);
    }
    return out;
}

inline std::string shape(const Blocks& blocks);

inline std::string shape(const Table& table) {
    std::string out = "table";
    for (const Alignment alignment : table.columns) out += "-<=>"[static_cast<std::size_t>(alignment)];
    out += table.caption.empty() ? "" : "(" + shape(table.caption) + ")";
    const auto row = [&](const std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : "|") + shape(cells[i].inlines);
    };
    out += "[";
    row(table.head);
    for (const std::vector<Cell>& cells : table.rows) {
        out += ";";
        row(cells);
    }
    return out + "]";
}

inline std::string shape(const Block& block) {
    return std::visit(
        overloaded{[](const Paragraph& n) { return "p[" + shape(n.inlines) + "]"; },
                   [](const Heading& n) { return "h" + std::to_string(n.level) + "[" + shape(n.inlines) + "]"; },
                   [](const Quote& n) {
                       return "quote[" + shape(n.blocks) + (n.source.empty() ? "" : " by " + shape(n.source)) + "]";
                   },
                   [](const List& n) {
                       std::string out = n.ordered ? "ol" : "ul";
                       if (n.ordered && n.start != 1) out += std::to_string(n.start);
                       out += n.tight ? "" : " loose";
                       for (const ListItem& item : n.items) out += "{" + shape(item.blocks) + "}";
                       return out;
                   },
                   [](const CodeBlock& n) { return "code(" + n.info + ")[" + n.text + "]"; },
                   [](const Break&) { return std::string("hr"); }, [](const Table& n) { return shape(n); },
                   [](const Figure& n) { return "figure[" + shape(n.image) + " " + shape(n.caption) + "]"; },
                   [](const Definitions& n) {
                       std::string out = "dl";
                       for (const Definition& item : n.items) {
                           out += "{" + shape(item.term) + ": " + shape(item.blocks) + "}";
                       }
                       return out;
                   },
                   [](const Details& n) {
                       const std::string kind = n.kind == DetailsKind::spoiler ? "spoiler" : "details";
                       return kind + "(" + shape(n.summary) + ")[" + shape(n.blocks) + "]";
                   },
                   // Made by later steps than Markdown's.
                   [](const Dialogue&) { return std::string("dialogue"); },
                   [](const Ranking&) { return std::string("ranking"); },
                   [](const Showings&) { return std::string("showings"); },
                   [](const RawBlock& n) { return "raw(" + n.html + ")"; }},
        block.node);
}

inline std::string shape(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks) out += (out.empty() ? "" : " ") + shape(block);
    return out;
}

/// What reading Markdown gave.
struct MarkdownReading {
    std::string text;
    Piece piece;
    std::optional<std::size_t> cut;
    Diagnostics diagnostics;

    std::string at(Span span) const { return text.substr(span.begin, span.end - span.begin); }
    /// "missing-note: [^1]" a line, with the words the span covers.
    std::string problems() const {
        std::string all;
        for (const Diagnostic& each : diagnostics.all()) {
            all += (all.empty() ? "" : "\n") + std::string(code_name(each.code)) + ": " + at(each.span);
        }
        return all;
    }
    /// Body and notes.
    std::string tree() const {
        std::string all = shape(piece.body);
        for (std::size_t i = 0; i < piece.notes.size(); ++i) {
            all += "\n" + std::to_string(i + 1) + " " + piece.notes[i].label + ": " + shape(piece.notes[i].blocks);
        }
        return all;
    }
};

inline MarkdownReading read_text(std::string_view text, const MarkdownOptions& options = {}) {
    MarkdownReading reading;
    reading.text = std::string(text);
    Markdown read = read_markdown(text, {1, 0, static_cast<std::uint32_t>(text.size())}, options, reading.diagnostics);
    reading.piece.body = std::move(read.blocks);
    reading.piece.notes = std::move(read.notes);
    reading.cut = read.cut;
    reading.piece.key = "text";
    number_nodes(reading.piece);
    CAPTURE(text.substr(0, 200));
    for (const std::string& fault : check(reading.piece)) FAIL_CHECK(fault);
    return reading;
}

/// The tree of a text in which nothing is wrong.
inline std::string tree_of(std::string_view text) {
    const MarkdownReading reading = read_text(text);
    CHECK(reading.problems() == "");
    return reading.tree();
}

/// Every word of the piece, flow by flow.
inline std::vector<std::string> words_of(const Piece& piece) {
    std::string all;
    for (const Flow& flow : flows(piece)) all += flow.text + "\n";
    return unicode::words(all);
}

struct Case {
    std::string_view text;
    std::string_view tree;
};

inline void check_trees(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(tree_of(each.text) == each.tree);
    }
}

} // namespace halfstar::testing

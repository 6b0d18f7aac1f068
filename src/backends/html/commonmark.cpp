#include "backends/html/fragment.h"

#include <string_view>

namespace halfstar::html {
namespace {

/// The specification's reference rendering escapes exactly these four; text is kept byte for byte otherwise.
void write_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
}

bool stays_in_address(unsigned char c) {
    constexpr std::string_view marks = "-_.+!*(),%#@?=;:/,$~'&";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(static_cast<char>(c)) != std::string_view::npos;
}

/// An address as an attribute's value: percent-encoded but for what addresses are made of, so that what is
/// encoded already stays as it is.
void write_address(std::string& out, std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '\'') {
            out += "&#x27;";
        } else if (stays_in_address(byte)) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
}

void write_title(std::string& out, std::string_view title) {
    if (title.empty()) return;
    out += " title=\"";
    write_escaped(out, title);
    out += '"';
}

std::string_view element_of(TextStyle style) {
    switch (style) {
    case TextStyle::emphasis: return "em";
    case TextStyle::strong: return "strong";
    case TextStyle::cite: return "cite";
    case TextStyle::idiom: return "i";
    case TextStyle::bold: return "b";
    case TextStyle::underline: return "u";
    case TextStyle::strike: return "del";
    case TextStyle::small: return "small";
    case TextStyle::superscript: return "sup";
    case TextStyle::subscript: return "sub";
    case TextStyle::quotation: return "q";
    case TextStyle::highlight: return "mark";
    case TextStyle::keyboard: return "kbd";
    }
    return "span";
}

void write_inlines(std::string& out, const Inlines& inlines);

void write_element(std::string& out, std::string_view name, const Inlines& children) {
    out.append("<").append(name).append(">");
    write_inlines(out, children);
    out.append("</").append(name).append(">");
}

struct InlineWriter {
    std::string& out;

    void operator()(const Text& node) const { write_escaped(out, node.text); }
    void operator()(const SoftBreak&) const { out += '\n'; }
    void operator()(const HardBreak&) const { out += "<br />\n"; }
    void operator()(const CodeSpan& node) const {
        out += "<code>";
        write_escaped(out, node.text);
        out += "</code>";
    }
    void operator()(const Styled& node) const { write_element(out, element_of(node.style), node.children); }
    void operator()(const Phrase& node) const {
        out += "<span";
        if (!node.language.empty()) {
            out += " lang=\"";
            write_escaped(out, node.language);
            out += '"';
        }
        if (node.direction != Direction::inherit) {
            out += node.direction == Direction::right_to_left ? " dir=\"rtl\"" : " dir=\"ltr\"";
        }
        out += '>';
        write_inlines(out, node.children);
        out += "</span>";
    }
    void operator()(const Link& node) const {
        out += "<a href=\"";
        write_address(out, node.url);
        out += '"';
        write_title(out, node.title);
        out += '>';
        write_inlines(out, node.children);
        out += "</a>";
    }
    void operator()(const Image& node) const {
        out += "<img src=\"";
        write_address(out, node.url);
        out += "\" alt=\"";
        write_escaped(out, node.alternative);
        out += '"';
        write_title(out, node.title);
        out += " />";
    }
    void operator()(const NoteReference& node) const { out += "<sup>" + std::to_string(node.note + 1) + "</sup>"; }
    void operator()(const RawInline& node) const { out += node.html; }
};

void write_inlines(std::string& out, const Inlines& inlines) {
    for (const Inline& each : inlines) std::visit(InlineWriter{out}, each.node);
}

/// Blocks begin on a line of their own.
void begin_line(std::string& out) {
    if (!out.empty() && out.back() != '\n') out += '\n';
}

/// Whether paragraphs that stand in a list are set without their tags.
enum class Spacing : std::uint8_t { loose, tight };

void write_blocks(std::string& out, const Blocks& blocks, Spacing spacing);

struct BlockWriter {
    std::string& out;
    Spacing spacing;

    void line(std::string_view name, const Inlines& inlines) const {
        if (inlines.empty()) return;
        begin_line(out);
        write_element(out, name, inlines);
        out += '\n';
    }
    void operator()(const Paragraph& node) const {
        if (spacing == Spacing::tight) return write_inlines(out, node.inlines);
        begin_line(out);
        write_element(out, "p", node.inlines);
        out += '\n';
    }
    void operator()(const Heading& node) const {
        begin_line(out);
        write_element(out, "h" + std::to_string(node.level), node.inlines);
        out += '\n';
    }
    void operator()(const Quote& node) const {
        begin_line(out);
        out += "<blockquote>\n";
        write_blocks(out, node.blocks, Spacing::loose);
        line("footer", node.source);
        begin_line(out);
        out += "</blockquote>\n";
    }
    void operator()(const List& node) const {
        begin_line(out);
        out += node.ordered ? "<ol" : "<ul";
        if (node.ordered && node.start != 1) out += " start=\"" + std::to_string(node.start) + "\"";
        out += ">\n";
        for (const ListItem& item : node.items) {
            begin_line(out);
            out += "<li>";
            write_blocks(out, item.blocks, node.tight ? Spacing::tight : Spacing::loose);
            out += "</li>\n";
        }
        out += node.ordered ? "</ol>\n" : "</ul>\n";
    }
    void operator()(const CodeBlock& node) const {
        begin_line(out);
        const std::string_view language = std::string_view(node.info).substr(0, node.info.find_first_of(" \t\n\v\f\r"));
        out += "<pre><code";
        if (!language.empty()) {
            out += " class=\"language-";
            write_escaped(out, language);
            out += '"';
        }
        out += '>';
        write_escaped(out, node.text);
        out += "</code></pre>\n";
    }
    void operator()(const Break&) const {
        begin_line(out);
        out += "<hr />\n";
    }
    void row(std::string_view name, const Table& table, const std::vector<Cell>& cells) const {
        out += "<tr>\n";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Alignment alignment = i < table.columns.size() ? table.columns[i] : Alignment::none;
            out.append("<").append(name);
            if (alignment == Alignment::left) out += " align=\"left\"";
            if (alignment == Alignment::centre) out += " align=\"center\"";
            if (alignment == Alignment::right) out += " align=\"right\"";
            out += '>';
            write_inlines(out, cells[i].inlines);
            out.append("</").append(name).append(">\n");
        }
        out += "</tr>\n";
    }
    void operator()(const Table& node) const {
        begin_line(out);
        out += "<table>\n";
        line("caption", node.caption);
        if (!node.head.empty()) {
            out += "<thead>\n";
            row("th", node, node.head);
            out += "</thead>\n";
        }
        if (!node.rows.empty()) {
            out += "<tbody>\n";
            for (const std::vector<Cell>& cells : node.rows) row("td", node, cells);
            out += "</tbody>\n";
        }
        out += "</table>\n";
    }
    void operator()(const Figure& node) const {
        begin_line(out);
        out += "<figure>\n";
        InlineWriter{out}(node.image);
        line("figcaption", node.caption);
        begin_line(out);
        out += "</figure>\n";
    }
    void operator()(const Definitions& node) const {
        begin_line(out);
        out += "<dl>\n";
        for (const Definition& item : node.items) {
            line("dt", item.term);
            if (item.blocks.empty()) continue;
            out += "<dd>";
            write_blocks(out, item.blocks, Spacing::tight);
            out += "</dd>\n";
        }
        out += "</dl>\n";
    }
    void operator()(const Details& node) const {
        begin_line(out);
        out += "<details>\n";
        line("summary", node.summary);
        write_blocks(out, node.blocks, Spacing::loose);
        begin_line(out);
        out += "</details>\n";
    }
    // Plain CommonMark is read without the conventions that make these.
    void operator()(const Dialogue&) const {}
    void operator()(const Ranking&) const {}
    void operator()(const Showings&) const {}
    void operator()(const RawBlock& node) const {
        begin_line(out);
        out += node.html;
        begin_line(out);
    }
};

void write_blocks(std::string& out, const Blocks& blocks, Spacing spacing) {
    bool after_bare_words = false;
    for (const Block& block : blocks) {
        const bool bare_words = spacing == Spacing::tight && std::holds_alternative<Paragraph>(block.node);
        if (bare_words && after_bare_words) begin_line(out);
        std::visit(BlockWriter{out, spacing}, block.node);
        after_bare_words = bare_words;
    }
}

} // namespace

std::string write_commonmark(const Blocks& blocks) {
    std::string out;
    write_blocks(out, blocks, Spacing::loose);
    return out;
}

} // namespace halfstar::html

#include "document/dump_body.h"

#include "document/names.h"

#include <algorithm>

namespace halfstar {
namespace {

using Words = std::string;

Words named_value(std::string_view name, std::string_view text) {
    return text.empty() ? Words() : " " + Words(name) + "=" + quoted(text);
}

/// The node's line, and below it its children unless they are a single text.
void dump_with_children(Words line, const Inlines& children, Outline& out);

void dump_inline(const Inline& one, Outline& out) {
    std::visit(overloaded{
                   [&](const Text& text) { out.line("text " + quoted(text.text)); },
                   [&](const SoftBreak&) { out.line("soft-break"); },
                   [&](const HardBreak&) { out.line("hard-break"); },
                   [&](const CodeSpan& code) { out.line("code " + quoted(code.text)); },
                   [&](const Styled& styled) {
                       dump_with_children(Words(name_of(styled.style)), styled.children, out);
                   },
                   [&](const Phrase& phrase) {
                       Words line = "phrase" + named_value("language", phrase.language);
                       if (phrase.direction != Direction::inherit) line += " " + Words(name_of(phrase.direction));
                       dump_with_children(line, phrase.children, out);
                   },
                   [&](const Link& link) {
                       dump_with_children("link " + quoted(link.url) + named_value("title", link.title) +
                                              named_value("piece", link.piece),
                                          link.children, out);
                   },
                   [&](const Image& image) { out.line(image_line("image", image)); },
                   [&](const NoteReference& reference) {
                       out.line("note-reference " + std::to_string(reference.note + 1));
                   },
                   [&](const RawInline& raw) { out.line("raw " + quoted(raw.html)); },
               },
               one.node);
}

void dump_with_children(Words line, const Inlines& children, Outline& out) {
    const Text* only = children.size() == 1 ? std::get_if<Text>(&children.front().node) : nullptr;
    if (only) return out.line(line + " " + quoted(only->text));
    out.line(line);
    out.deeper();
    for (const Inline& child : children) dump_inline(child, out);
    out.back();
}

void dump_below(Words line, const Blocks& blocks, Outline& out) {
    out.line(line);
    out.deeper();
    dump_blocks(blocks, out);
    out.back();
}

void dump_list(const List& list, Outline& out) {
    Words line = list.ordered ? "list ordered" : "list";
    if (list.ordered && list.start != 1) line += " from " + std::to_string(list.start);
    out.line(line + (list.tight ? "" : " loose"));
    out.deeper();
    for (const ListItem& item : list.items) dump_below("item", item.blocks, out);
    out.back();
}

void dump_row(std::string_view name, const std::vector<Cell>& cells, Outline& out) {
    out.line(name);
    out.deeper();
    for (const Cell& cell : cells) dump_with_children("cell", cell.inlines, out);
    out.back();
}

void dump_table(const Table& table, Outline& out) {
    Words line = "table";
    for (const Alignment alignment : table.columns) line += " " + Words(name_of(alignment));
    out.line(line);
    out.deeper();
    dump_inlines("caption", table.caption, out);
    if (!table.head.empty()) dump_row("head", table.head, out);
    for (const std::vector<Cell>& row : table.rows) dump_row("row", row, out);
    out.back();
}

void dump_code(const CodeBlock& code, Outline& out) {
    out.line("code-block" + named_value("info", code.info));
    out.deeper();
    std::string_view rest = code.text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        out.line(quoted(rest.substr(0, end + 1)));
        rest.remove_prefix(end + 1);
    }
    out.back();
}

void dump_definitions(const Definitions& definitions, Outline& out) {
    out.line("definitions");
    out.deeper();
    for (const Definition& item : definitions.items) {
        dump_with_children("term", item.term, out);
        dump_below("definition", item.blocks, out);
    }
    out.back();
}

void dump_dialogue(const Dialogue& dialogue, Outline& out) {
    out.line("dialogue");
    out.deeper();
    for (const Turn& turn : dialogue.turns) {
        out.line(name_of(turn.voice));
        out.deeper();
        dump_inlines("speaker", turn.speaker, out);
        dump_blocks(turn.blocks, out);
        out.back();
    }
    out.back();
}

void dump_ranking(const Ranking& ranking, Outline& out) {
    out.line("ranking");
    out.deeper();
    for (const Entry& entry : ranking.entries) {
        out.line("entry" + named_value("rank", entry.rank) + " film=" + std::to_string(entry.film + 1));
        out.deeper();
        dump_inlines("title", entry.title, out);
        dump_blocks(entry.blocks, out);
        out.back();
    }
    out.back();
}

void dump_showings(const Showings& showings, Outline& out) {
    out.line("showings");
    out.deeper();
    for (const Showing& showing : showings.showings) {
        out.line("showing screening=" + std::to_string(showing.screening + 1));
        out.deeper();
        dump_inlines("title", showing.title, out);
        dump_inlines("words", showing.words, out);
        out.back();
    }
    out.back();
}

void dump_block(const Block& block, Outline& out) {
    std::visit(overloaded{
                   [&](const Paragraph& p) { dump_with_children("paragraph", p.inlines, out); },
                   [&](const Heading& h) {
                       dump_with_children("heading " + std::to_string(h.level), h.inlines, out);
                   },
                   [&](const Quote& q) {
                       dump_below(q.kind == QuoteKind::pull ? "pull-quote" : "quote", q.blocks, out);
                       out.deeper();
                       dump_inlines("source", q.source, out);
                       out.back();
                   },
                   [&](const List& list) { dump_list(list, out); },
                   [&](const CodeBlock& code) { dump_code(code, out); },
                   [&](const Break&) { out.line("break"); },
                   [&](const Table& table) { dump_table(table, out); },
                   [&](const Figure& figure) {
                       out.line(image_line("figure", figure.image));
                       out.deeper();
                       dump_inlines("caption", figure.caption, out);
                       out.back();
                   },
                   [&](const Definitions& definitions) { dump_definitions(definitions, out); },
                   [&](const Details& details) {
                       out.line(details.kind == DetailsKind::aside ? "details" : "spoiler");
                       out.deeper();
                       dump_inlines("summary", details.summary, out);
                       dump_blocks(details.blocks, out);
                       out.back();
                   },
                   [&](const Dialogue& dialogue) { dump_dialogue(dialogue, out); },
                   [&](const Ranking& ranking) { dump_ranking(ranking, out); },
                   [&](const Showings& showings) { dump_showings(showings, out); },
                   [&](const RawBlock& raw) { out.line("raw-block " + quoted(raw.html)); },
               },
               block.node);
}

} // namespace

void dump_blocks(const Blocks& blocks, Outline& out) {
    for (const Block& block : blocks) dump_block(block, out);
}

void dump_inlines(std::string_view name, const Inlines& inlines, Outline& out) {
    if (!inlines.empty()) dump_with_children(Words(name), inlines, out);
}

std::string image_line(std::string_view name, const Image& image) {
    Words line = Words(name) + " " + quoted(image.url) + named_value("title", image.title) +
                 named_value("alternative", image.alternative);
    if (image.picture) line += " picture=" + std::to_string(*image.picture);
    return line;
}

} // namespace halfstar

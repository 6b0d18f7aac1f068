#include "document/json_tree.h"
#include "document/names.h"

namespace halfstar {
namespace {

void write_type(std::string_view type, JsonText& out) {
    out.key("type");
    out.text(type);
}

void write_list_of_inlines(const Inlines& inlines, JsonText& out);

void write_children(std::string_view name, const Inlines& inlines, JsonText& out) {
    out.key(name);
    write_list_of_inlines(inlines, out);
}

void write_image_members(const Image& image, JsonText& out) {
    out.key("url");
    out.text(image.url);
    out.text_member("title", image.title);
    out.text_member("alternative", image.alternative);
    if (!image.picture) return;
    out.key("picture");
    out.number(*image.picture);
}

void write_phrase(const Phrase& phrase, JsonText& out) {
    write_type("phrase", out);
    out.text_member("language", phrase.language);
    if (phrase.direction != Direction::inherit) out.text_member("direction", name_of(phrase.direction));
    write_children("inlines", phrase.children, out);
}

void write_link(const Link& link, JsonText& out) {
    write_type("link", out);
    out.key("url");
    out.text(link.url);
    out.text_member("title", link.title);
    out.text_member("piece", link.piece);
    write_children("inlines", link.children, out);
}

void write_words(std::string_view type, std::string_view name, const std::string& words, JsonText& out) {
    write_type(type, out);
    out.key(name);
    out.text(words);
}

void write_inline(const Inline& one, JsonText& out) {
    out.begin_object(JsonLayout::inline_);
    std::visit(overloaded{
                   [&](const Text& text) { write_words("text", "text", text.text, out); },
                   [&](const SoftBreak&) { write_type("soft-break", out); },
                   [&](const HardBreak&) { write_type("hard-break", out); },
                   [&](const CodeSpan& code) { write_words("code", "text", code.text, out); },
                   [&](const Styled& styled) {
                       write_words("styled", "style", std::string(name_of(styled.style)), out);
                       write_children("inlines", styled.children, out);
                   },
                   [&](const Phrase& phrase) { write_phrase(phrase, out); },
                   [&](const Link& link) { write_link(link, out); },
                   [&](const Image& image) {
                       write_type("image", out);
                       write_image_members(image, out);
                   },
                   [&](const NoteReference& reference) {
                       write_type("note-reference", out);
                       out.key("note");
                       out.number(reference.note);
                   },
                   [&](const RawInline& raw) { write_words("raw", "html", raw.html, out); },
               },
               one.node);
    out.end_object();
}

void write_list_of_inlines(const Inlines& inlines, JsonText& out) {
    out.begin_array(JsonLayout::inline_);
    for (const Inline& one : inlines) write_inline(one, out);
    out.end_array();
}

void write_below(const Blocks& blocks, JsonText& out) {
    out.key("blocks");
    write_blocks(blocks, out);
}

void write_list(const List& list, JsonText& out) {
    out.flag_member("ordered", list.ordered);
    out.flag_member("tight", list.tight);
    out.key("start");
    out.number(list.start);
    out.key("items");
    out.begin_array(JsonLayout::lines);
    for (const ListItem& item : list.items) {
        out.begin_object(JsonLayout::lines);
        write_below(item.blocks, out);
        out.end_object();
    }
    out.end_array();
}

void write_cells(const std::vector<Cell>& cells, JsonText& out) {
    out.begin_array(JsonLayout::lines);
    for (const Cell& cell : cells) {
        out.begin_object(JsonLayout::inline_);
        out.number_member("ordinal", cell.ordinal);
        write_inlines("inlines", cell.inlines, out);
        out.end_object();
    }
    out.end_array();
}

void write_caption(const Inlines& caption, NodeOrdinal ordinal, JsonText& out) {
    write_inlines("caption", caption, out);
    out.number_member("caption_ordinal", ordinal);
}

void write_table(const Table& table, JsonText& out) {
    out.key("columns");
    out.begin_array(JsonLayout::inline_);
    for (const Alignment alignment : table.columns) out.text(name_of(alignment));
    out.end_array();
    write_caption(table.caption, table.caption_ordinal, out);
    if (!table.head.empty()) {
        out.key("head");
        write_cells(table.head, out);
    }
    out.key("rows");
    out.begin_array(JsonLayout::lines);
    for (const std::vector<Cell>& row : table.rows) write_cells(row, out);
    out.end_array();
}

void write_figure(const Figure& figure, JsonText& out) {
    out.key("image");
    write_image(figure.image, out);
    write_caption(figure.caption, figure.caption_ordinal, out);
}

void write_definitions(const Definitions& definitions, JsonText& out) {
    out.key("items");
    out.begin_array(JsonLayout::lines);
    for (const Definition& item : definitions.items) {
        out.begin_object(JsonLayout::lines);
        write_inlines("term", item.term, out);
        out.number_member("term_ordinal", item.term_ordinal);
        write_below(item.blocks, out);
        out.end_object();
    }
    out.end_array();
}

void write_details(const Details& details, JsonText& out) {
    out.key("kind");
    out.text(name_of(details.kind));
    write_inlines("summary", details.summary, out);
    out.number_member("summary_ordinal", details.summary_ordinal);
    write_below(details.blocks, out);
}

void write_dialogue(const Dialogue& dialogue, JsonText& out) {
    out.key("turns");
    out.begin_array(JsonLayout::lines);
    for (const Turn& turn : dialogue.turns) {
        out.begin_object(JsonLayout::lines);
        out.key("voice");
        out.text(name_of(turn.voice));
        write_inlines("speaker", turn.speaker, out);
        out.number_member("speaker_ordinal", turn.speaker_ordinal);
        write_below(turn.blocks, out);
        out.end_object();
    }
    out.end_array();
}

void write_ranking(const Ranking& ranking, JsonText& out) {
    out.key("entries");
    out.begin_array(JsonLayout::lines);
    for (const Entry& entry : ranking.entries) {
        out.begin_object(JsonLayout::lines);
        out.text_member("rank", entry.rank);
        out.key("film");
        out.number(entry.film);
        write_inlines("title", entry.title, out);
        out.number_member("title_ordinal", entry.title_ordinal);
        write_below(entry.blocks, out);
        out.end_object();
    }
    out.end_array();
}

void write_showings(const Showings& showings, JsonText& out) {
    out.key("showings");
    out.begin_array(JsonLayout::lines);
    for (const Showing& showing : showings.showings) {
        out.begin_object(JsonLayout::inline_);
        out.key("screening");
        out.number(showing.screening);
        write_inlines("title", showing.title, out);
        out.number_member("title_ordinal", showing.title_ordinal);
        write_inlines("words", showing.words, out);
        out.number_member("words_ordinal", showing.words_ordinal);
        out.end_object();
    }
    out.end_array();
}

/// Whether a block's JSON fits a line: it has no blocks or cells within.
JsonLayout layout_of(const Block& block) {
    const bool flat = std::get_if<Paragraph>(&block.node) || std::get_if<Heading>(&block.node) ||
                      std::get_if<CodeBlock>(&block.node) || std::get_if<Break>(&block.node) ||
                      std::get_if<RawBlock>(&block.node);
    return flat ? JsonLayout::inline_ : JsonLayout::lines;
}

/// The type of a block, as the JSON and its schema call it.
std::string_view type_of(const Block& block) {
    return std::visit(overloaded{
                          [](const Paragraph&) { return "paragraph"; },
                          [](const Heading&) { return "heading"; },
                          [](const Quote&) { return "quote"; },
                          [](const List&) { return "list"; },
                          [](const CodeBlock&) { return "code-block"; },
                          [](const Break&) { return "break"; },
                          [](const Table&) { return "table"; },
                          [](const Figure&) { return "figure"; },
                          [](const Definitions&) { return "definitions"; },
                          [](const Details&) { return "details"; },
                          [](const Dialogue&) { return "dialogue"; },
                          [](const Ranking&) { return "ranking"; },
                          [](const Showings&) { return "showings"; },
                          [](const RawBlock&) { return "raw-block"; },
                      },
                      block.node);
}

void write_members(const Block& block, JsonText& out) {
    std::visit(overloaded{
                   [&](const Paragraph& p) { write_children("inlines", p.inlines, out); },
                   [&](const Heading& h) {
                       out.key("level");
                       out.number(h.level);
                       write_children("inlines", h.inlines, out);
                   },
                   [&](const Quote& q) {
                       if (q.kind == QuoteKind::pull) out.text_member("kind", name_of(q.kind));
                       write_below(q.blocks, out);
                       write_inlines("source", q.source, out);
                   },
                   [&](const List& list) { write_list(list, out); },
                   [&](const CodeBlock& code) {
                       out.text_member("info", code.info);
                       out.key("text");
                       out.text(code.text);
                   },
                   [](const Break&) {},
                   [&](const Table& table) { write_table(table, out); },
                   [&](const Figure& figure) { write_figure(figure, out); },
                   [&](const Definitions& definitions) { write_definitions(definitions, out); },
                   [&](const Details& details) { write_details(details, out); },
                   [&](const Dialogue& dialogue) { write_dialogue(dialogue, out); },
                   [&](const Ranking& ranking) { write_ranking(ranking, out); },
                   [&](const Showings& showings) { write_showings(showings, out); },
                   [&](const RawBlock& raw) {
                       out.key("html");
                       out.text(raw.html);
                   },
               },
               block.node);
}

} // namespace

void write_blocks(const Blocks& blocks, JsonText& out) {
    out.begin_array(JsonLayout::lines);
    for (const Block& block : blocks) {
        out.begin_object(layout_of(block));
        write_type(type_of(block), out);
        out.number_member("ordinal", block.ordinal);
        write_members(block, out);
        out.end_object();
    }
    out.end_array();
}

void write_inlines(std::string_view name, const Inlines& inlines, JsonText& out) {
    if (!inlines.empty()) write_children(name, inlines, out);
}

void write_image(const Image& image, JsonText& out) {
    out.begin_object(JsonLayout::inline_);
    write_image_members(image, out);
    out.end_object();
}

} // namespace halfstar

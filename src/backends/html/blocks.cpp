// Blocks as markup.

#include "backends/html/flow.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>

namespace halfstar::html {
namespace {

/// Letters that a drop cap can be made of: those of Latin, Greek and Cyrillic. Other scripts join or
/// stack their letters.
bool can_be_drop_cap(char32_t c) {
    const unicode::Category category = unicode::category(c);
    return c < 0x530 && (category == unicode::Category::uppercase || category == unicode::Category::letter);
}

bool begins_with_letter(const Paragraph& paragraph) {
    const std::string words = plain_text(paragraph.inlines);
    return !words.empty() && can_be_drop_cap(utf8::decode(words, 0).code_point);
}

std::string_view alignment_class(Alignment alignment) {
    switch (alignment) {
    case Alignment::none: return "";
    case Alignment::left: return "left";
    case Alignment::centre: return "centre";
    case Alignment::right: return "right";
    }
    return "";
}

/// The language that a fence names: its first word, if it can be a class.
std::string code_class(std::string_view info) {
    const std::string_view word = info.substr(0, info.find_first_of(" \t"));
    return word.empty() ? std::string() : "language-" + std::string(word);
}

} // namespace

void FlowWriter::blocks(const Blocks& blocks) {
    for (const Block& each : blocks)
        block(each);
}

void FlowWriter::body(const Blocks& blocks, std::string_view end_mark) {
    if (blocks.empty()) return;
    const auto* first = std::get_if<Paragraph>(&blocks.front().node);
    if (first != nullptr && begins_with_letter(*first)) opening_ = &blocks.front();
    if (std::holds_alternative<Paragraph>(blocks.back().node)) {
        last_ = &blocks.back();
        after_ = end_mark;
    }
    this->blocks(blocks);
    opening_ = last_ = nullptr;
}

void FlowWriter::note(const Blocks& blocks, std::string_view before, std::string_view after) {
    const auto alone = [&](std::string_view markup) {
        if (markup.empty()) return;
        out_.open("p");
        out_.raw(markup);
        out_.close("p");
        out_.line();
    };
    const bool starts = !blocks.empty() && std::holds_alternative<Paragraph>(blocks.front().node);
    const bool ends = !blocks.empty() && std::holds_alternative<Paragraph>(blocks.back().node);
    first_ = starts ? &blocks.front() : nullptr;
    last_ = ends ? &blocks.back() : nullptr;
    before_ = before;
    after_ = after;
    if (!starts) alone(before);
    this->blocks(blocks);
    if (!ends) alone(after);
    first_ = last_ = nullptr;
}

void FlowWriter::block(const Block& each) {
    const bool bare = bare_ && std::holds_alternative<Paragraph>(each.node);
    bare_ = false;
    std::visit(overloaded{
                   [&](const Paragraph& node) {
                       if (!bare) out_.open(&each == opening_ ? Tag("p").set("class", "opening") : Tag("p"));
                       begin_words(each.ordinal);
                       if (&each == first_) out_.raw(before_);
                       paragraph(node);
                       end_words();
                       if (&each == last_) out_.raw(after_);
                       if (!bare) out_.close("p");
                   },
                   [&](const Heading& node) { heading(each, node); },
                   [&](const Quote& node) { quote(node, each.ordinal); },
                   [&](const List& node) { list(node); },
                   [&](const CodeBlock& node) { code(node, each.ordinal); },
                   [&](const Break&) { out_.single(Tag("hr")); },
                   [&](const Table& node) { table(node); },
                   [&](const Figure& node) { figure("", node.image, node.caption, node.caption_ordinal); },
                   [&](const Definitions& node) { definitions(node); },
                   [&](const Details& node) { details(node); },
                   [&](const Dialogue& node) { dialogue(node); },
                   [&](const Ranking& node) { ranking(node); },
                   [&](const Showings& node) { showings(node); },
                   [&](const RawBlock& node) {
                       if (dress_.is_xhtml())
                           left_out(node.html, each.span);
                       else
                           out_.raw(node.html);
                   },
               },
               each.node);
    if (!bare) out_.line();
}

void FlowWriter::paragraph(const Paragraph& paragraph) { inlines(paragraph.inlines); }

void FlowWriter::heading(const Block& block, const Heading& heading) {
    const OutlineHeading& entry = outline_.at(block);
    const int below = dress_.title_level + entry.level + (entry.in_note ? 1 : 0);
    const std::string name = "h" + std::to_string(std::min(below, 6));
    out_.open(Tag(name).set("id", entry.id));
    words(heading.inlines, block.ordinal);
    out_.close(name);
}

void FlowWriter::quote(const Quote& quote, NodeOrdinal node) {
    const bool pulled = quote.kind == QuoteKind::pull;
    Tag tag(pulled ? "aside" : "blockquote");
    if (pulled) {
        if (dress_.is_xhtml()) tag.set("epub:type", "pullquote");
        tag.set("class", "pull-quote").set("role", "doc-pullquote");
    }
    out_.open(tag);
    out_.line();
    blocks(quote.blocks);
    if (!quote.source.empty()) {
        out_.open(Tag("p").set("class", "source"));
        words(quote.source, node);
        out_.close("p");
        out_.line();
    }
    out_.close(pulled ? "aside" : "blockquote");
}

void FlowWriter::list(const List& list) {
    Tag tag(list.ordered ? "ol" : "ul");
    // A number beyond what browsers count with would be an error of the page.
    if (list.ordered && list.start != 1 && list.start >= 0 && list.start <= 999'999'999)
        tag.set("start", std::to_string(list.start));
    out_.open(tag);
    out_.line();
    for (const ListItem& each : list.items)
        item(each, list.tight);
    out_.close(tag.name());
}

void FlowWriter::item(const ListItem& item, bool tight) {
    out_.open("li");
    for (const Block& each : item.blocks) {
        bare_ = tight;
        if (!tight || !std::holds_alternative<Paragraph>(each.node)) out_.line();
        block(each);
    }
    out_.close("li");
    out_.line();
}

void FlowWriter::code(const CodeBlock& code, NodeOrdinal node) {
    out_.open("pre");
    out_.open(Tag("code").maybe("class", code_class(code.info)));
    begin_words(node);
    text(code.text);
    end_words();
    out_.close("code");
    out_.close("pre");
}

void FlowWriter::table(const Table& table) {
    Tag frame("div");
    frame.set("class", "table");
    // Tables wider than a small window are scrolled, which must be possible from the keyboard.
    if (!dress_.is_xhtml())
        frame.set("role", "group").set("aria-label", dress_.locale->word("table")).set("tabindex", "0");
    out_.open(frame);
    out_.open("table");
    out_.line();
    if (!table.caption.empty()) {
        out_.open("caption");
        words(table.caption, table.caption_ordinal);
        out_.close("caption");
        out_.line();
    }
    if (!table.head.empty()) {
        out_.open("thead");
        out_.line();
        row(table, table.head, "th");
        out_.close("thead");
        out_.line();
    }
    if (!table.rows.empty()) {
        out_.open("tbody");
        out_.line();
        for (const std::vector<Cell>& cells : table.rows)
            row(table, cells, "td");
        out_.close("tbody");
        out_.line();
    }
    out_.close("table");
    out_.close("div");
}

void FlowWriter::row(const Table& table, const std::vector<Cell>& cells, std::string_view element) {
    out_.open("tr");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool is_head = element == "th" && !cells[i].inlines.empty(); // an empty head names nothing
        Tag tag(is_head ? "th" : "td");
        if (is_head) tag.set("scope", "col");
        if (i < table.columns.size()) tag.maybe("class", alignment_class(table.columns[i]));
        out_.open(tag);
        words(cells[i].inlines, cells[i].ordinal);
        out_.close(tag.name());
    }
    out_.close("tr");
    out_.line();
}

void FlowWriter::figure(std::string_view role, const Image& picture, const Inlines& caption, NodeOrdinal caption_node) {
    out_.open(Tag("figure").maybe("class", role));
    out_.line();
    image(picture, plain_text(caption));
    out_.line();
    if (!caption.empty()) {
        out_.open("figcaption");
        words(caption, caption_node);
        out_.close("figcaption");
        out_.line();
    }
    out_.close("figure");
}

void FlowWriter::definitions(const Definitions& definitions) {
    out_.open("dl");
    out_.line();
    for (const Definition& each : definitions.items) {
        out_.open("dt");
        words(each.term, each.term_ordinal);
        out_.close("dt");
        out_.line();
        out_.open("dd");
        out_.line();
        blocks(each.blocks);
        out_.close("dd");
        out_.line();
    }
    out_.close("dl");
}

void FlowWriter::details(const Details& details) {
    const bool spoiler = details.kind == DetailsKind::spoiler;
    if (spoiler && dress_.is_xhtml()) return hide(details);
    out_.open(spoiler ? Tag("details").set("class", "spoiler") : Tag("details"));
    if (details.summary.empty()) {
        Tag summary("summary");
        summary.set("class", "generated");
        out_.element(set_in_locale(summary, dress_, piece_), dress_.locale->word(spoiler ? "spoiler" : "details"));
    } else {
        // The summary is a button itself: no link can stand in it.
        out_.open("summary");
        in_link_ = true;
        words(details.summary, details.summary_ordinal);
        in_link_ = false;
        out_.close("summary");
    }
    out_.line();
    if (!waiting_.empty()) {
        out_.open("p");
        waiting_references();
        out_.close("p");
        out_.line();
    }
    blocks(details.blocks);
    out_.close("details");
}

/// In a book: the words that announce it, and a link to a note.
void FlowWriter::hide(const Details& details) {
    const std::size_t number = hidden_.size();
    hidden_.push_back(&details);
    out_.open(Tag("p").set("class", "spoiler"));
    words(details.summary, details.summary_ordinal);
    if (!details.summary.empty()) out_.raw(" ");
    Tag tag("a");
    tag.set("id", hidden_mark_id(number)).set("href", dress_.here + "#" + hidden_id(number));
    tag.set("epub:type", "noteref").set("role", "doc-noteref");
    out_.element(set_in_locale(tag, dress_, piece_), dress_.locale->word("spoiler"));
    out_.close("p");
}

void FlowWriter::left_out(std::string_view html, Span span) {
    constexpr std::size_t shown = 40;
    std::string words(trim(html.substr(0, html.find('\n'))));
    const std::u32string points = utf8::to_utf32(words);
    if (points.size() > shown) words = utf8::from_utf32(points.substr(0, shown)) + "…";
    dress_.diagnostics->report(Code::removed_html, span, {words});
}

} // namespace halfstar::html

#include "read/html/quotations.h"
#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <utility>

namespace halfstar::soup {
namespace {

/// Levels that a container needs below itself: an item, a paragraph and its words.
constexpr int container_depth = 3;

bool is_container(Tag tag) {
    return tag == Tag::blockquote || tag == Tag::unordered_list || tag == Tag::ordered_list ||
           tag == Tag::definitions || tag == Tag::table || tag == Tag::figure || tag == Tag::details || tag == Tag::spoiler ||
           tag == Tag::pull_quote;
}

bool is_blank(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& each) {
        const Text* text = std::get_if<Text>(&each.node);
        if (text != nullptr) return trim_unicode(text->text).empty();
        return std::holds_alternative<SoftBreak>(each.node) || std::holds_alternative<HardBreak>(each.node);
    });
}

/// A paragraph that holds one picture and nothing else is a figure; the picture's title is its caption.
Block::Node paragraph_or_figure(Inlines inlines, Conventions conventions) {
    Image* image = inlines.size() == 1 ? std::get_if<Image>(&inlines.front().node) : nullptr;
    if (image == nullptr || conventions == Conventions::none) return Paragraph{std::move(inlines)};
    Figure figure;
    if (!image->title.empty()) figure.caption.push_back({Text{in_one_line(std::move(image->title))}, inlines.front().span});
    image->title.clear();
    figure.image = std::move(*image);
    return figure;
}

/// The word behind "language-" or "lang-" in a class.
std::string language_in(const Node& node) {
    const std::string* classes = find_attribute(node.attributes, "class");
    if (classes == nullptr) return {};
    for (const std::string_view name : split(*classes, ' ')) {
        for (const std::string_view prefix : {"language-", "lang-"}) {
            if (name.starts_with(prefix)) return std::string(name.substr(prefix.size()));
        }
    }
    return {};
}

} // namespace

TreeBuilder::TreeBuilder(const Soup& soup, const TreeSettings& settings, Diagnostics& diagnostics)
    : soup_(soup), settings_(settings), diagnostics_(diagnostics) {
    gather_definitions();
}

Blocks TreeBuilder::body() { return blocks_in(0, 1); }

Blocks TreeBuilder::blocks_in(NodeId parent, int level, NodeId except) {
    Run run;
    for (NodeId child = soup_.at(parent).first; child != nobody; child = soup_.at(child).next) {
        if (child != except) place(child, run, level);
    }
    flush(run);
    return std::move(run.blocks);
}

/// What is not set where it stands: definitions of notes, and what is removed (which is reported).
bool TreeBuilder::is_set_aside(NodeId id) {
    const Node& node = soup_.at(id);
    if (node.tag == Tag::note_definition) return true;
    if (manner_of(node.tag) != Manner::removed) return false;
    diagnostics_.report(Code::removed_html, node.span, {name_of(node.tag)});
    // Whatever follows an element that never ends is more likely the author's words than its content.
    return node.closed || node.tag == Tag::script || node.tag == Tag::style;
}

void TreeBuilder::place(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    const Manner manner = manner_of(node.tag);
    if (manner == Manner::block) return place_block(id, run, level);
    if (manner == Manner::removed) {
        if (!is_set_aside(id)) place_children(id, run, level + 1);
        return;
    }
    if (manner == Manner::media) {
        place_media(id, run);
        if (!node.closed) place_children(id, run, level + 1);
        return;
    }
    if (node.holds_blocks && node.tag != Tag::note) return place_styled_blocks(id, run, level);
    append(id, run.line, level + 1);
    run.end = std::max(run.end, node.span.end);
}

void TreeBuilder::place_media(NodeId id, Run& run) {
    flush(run);
    append_media(id, run.line);
    flush(run);
}

void TreeBuilder::place_children(NodeId id, Run& run, int level) {
    if (level + container_depth > nesting_limit) return place_flat(id, run, level);
    for (NodeId child = soup_.at(id).first; child != nobody; child = soup_.at(child).next) place(child, run, level);
}

void TreeBuilder::place_block(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    flush(run);
    if (node.tag == Tag::boundary || is_set_aside(id)) return;
    if (is_container(node.tag) && level + container_depth > nesting_limit) return place_flat(id, run, level);
    switch (node.tag) {
    case Tag::paragraph: place_paragraph(id, run, level); break;
    case Tag::heading_1:
    case Tag::heading_2:
    case Tag::heading_3:
    case Tag::heading_4:
    case Tag::heading_5:
    case Tag::heading_6: place_heading(id, run, level); break;
    case Tag::blockquote:
    case Tag::pull_quote: place_quote(id, run, level); break;
    case Tag::unordered_list:
    case Tag::ordered_list: place_list(id, run, level); break;
    case Tag::definitions: place_definitions(id, run, level); break;
    case Tag::preformatted: place_preformatted(id, run); break;
    case Tag::rule: add(run, id, Break{}); break;
    case Tag::table: place_table(id, run, level); break;
    case Tag::figure: place_figure(id, run, level); break;
    case Tag::details:
    case Tag::spoiler: place_details(id, run, level); break;
    case Tag::raw_block: add(run, id, RawBlock{node.text}); break;
    default: // parts of lists, tables and figures that stand outside one: only their content counts
        place_children(id, run, level + 1);
        flush(run);
    }
}

void TreeBuilder::add(Run& run, NodeId id, Block::Node node) {
    run.blocks.push_back({std::move(node), soup_.at(id).span, 0});
}

/// Makes a paragraph of the words that stand in no element of their own.
void TreeBuilder::flush(Run& run) {
    Line line = std::move(run.line);
    const std::uint32_t end = std::exchange(run.end, 0);
    run.line = Line();
    line.from_html = true;
    finish(line);
    if (is_blank(line.inlines)) return;
    Span span = line.inlines.front().span;
    span.end = std::max(span.end, std::max(end, line.inlines.back().span.end));
    run.blocks.push_back({paragraph_or_figure(std::move(line.inlines), settings_.conventions), span, 0});
}

Inlines TreeBuilder::whole_line(NodeId id, int level) {
    Line line;
    line.from_html = !soup_.at(id).markdown;
    append_children(id, line, level);
    finish(line);
    return spoken(id, std::move(line.inlines));
}

void TreeBuilder::place_paragraph(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    if (node.holds_blocks) {
        place_children(id, run, level + 1);
        return flush(run);
    }
    Inlines inlines = whole_line(id, level + 1);
    if (inlines.empty() || (!node.markdown && is_blank(inlines))) return;
    add(run, id, paragraph_or_figure(std::move(inlines), settings_.conventions));
}

void TreeBuilder::place_heading(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    Heading heading;
    heading.level = static_cast<int>(node.tag) - static_cast<int>(Tag::heading_1) + 1;
    heading.inlines = whole_line(id, level + 1);
    const bool kept = node.markdown && settings_.conventions == Conventions::none;
    if (!heading.inlines.empty() || kept) add(run, id, std::move(heading));
}

void TreeBuilder::place_quote(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    NodeId footer = nobody;
    for (NodeId child = node.first; child != nobody; child = soup_.at(child).next) {
        const Tag tag = soup_.at(child).tag;
        if (tag == Tag::footer || tag == Tag::figure_caption) footer = child;
        // WordPress names the source behind the paragraphs: `<p>…</p><cite>…</cite>`.
        if (tag == Tag::cite && node.holds_blocks && soup_.at(child).next == nobody) footer = child;
    }
    Quote quote;
    quote.blocks = blocks_in(id, level + 1, footer);
    if (footer != nobody) quote.source = without_dash(whole_line(footer, level + 1));
    if (settings_.conventions == Conventions::reviews && quote.source.empty()) take_attribution(quote);
    if (node.tag == Tag::pull_quote || names_pull_quote(node.attributes)) pull(quote);
    const bool kept = node.markdown && settings_.conventions == Conventions::none;
    if (!quote.blocks.empty() || !quote.source.empty() || kept) add(run, id, std::move(quote));
}

void TreeBuilder::place_preformatted(NodeId id, Run& run) {
    const Node& node = soup_.at(id);
    if (node.markdown || node.first == nobody) {
        const std::string* info = find_attribute(node.attributes, "info");
        if (info != nullptr) add(run, id, CodeBlock{*info, node.text});
        return;
    }
    CodeBlock code{language_in(node), text_below(id)};
    if (code.info.empty() && soup_.at(node.first).tag == Tag::code) code.info = language_in(soup_.at(node.first));
    if (code.text.starts_with('\n')) code.text.erase(0, 1);
    if (code.text.empty()) return;
    if (code.text.back() != '\n') code.text += '\n';
    add(run, id, std::move(code));
}

/// Inline elements that hold blocks: each paragraph and heading in them is set in their style.
void TreeBuilder::place_styled_blocks(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    flush(run);
    const std::size_t first = run.blocks.size();
    if (node.tag == Tag::anchor) report_refused(node);
    const bool outer = std::exchange(in_link_, in_link_ || node.tag == Tag::anchor);
    place_children(id, run, level + 1);
    flush(run);
    in_link_ = outer;
    // An element that never ends was not meant for all that follows.
    if (!node.closed || (outer && node.tag == Tag::anchor)) return;
    for (std::size_t i = first; i < run.blocks.size(); ++i) restyle(run.blocks[i], id);
}

/// The blocks below `top` as paragraphs one after another; deeper structure is let go, no word is.
void TreeBuilder::place_flat(NodeId top, Run& run, int level) {
    if (soup_.at(top).first != nobody) too_deep(soup_.at(top).span);
    const Soup::Step end{top, false};
    for (Soup::Step step = soup_.behind({top, true}); step != end; step = soup_.behind(step)) {
        const Node& node = soup_.at(step.id);
        const bool is_block = manner_of(node.tag) == Manner::block;
        if (is_block) flush(run);
        if (!step.entering) continue;
        step.entering = false; // passed over, but for what only holds blocks
        if (node.tag == Tag::note || (!is_block && !node.holds_blocks)) {
            append(step.id, run.line, level + 1);
            run.end = std::max(run.end, node.span.end);
        } else if (node.tag == Tag::preformatted || node.tag == Tag::raw_block || node.tag == Tag::rule) {
            place_block(step.id, run, level);
        } else if (!is_set_aside(step.id)) {
            if (manner_of(node.tag) == Manner::media) place_media(step.id, run);
            step.entering = true;
        }
    }
    flush(run);
}

} // namespace halfstar::soup

#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/strings.h"
#include "foundation/base/urls.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace halfstar::soup {
namespace {

TextStyle style_of(Tag tag) {
    switch (tag) {
    case Tag::emphasis: return TextStyle::emphasis;
    case Tag::idiom: return TextStyle::idiom;
    case Tag::strong: return TextStyle::strong;
    case Tag::bold: return TextStyle::bold;
    case Tag::cite: return TextStyle::cite;
    case Tag::underline: return TextStyle::underline;
    case Tag::strike: return TextStyle::strike;
    case Tag::small: return TextStyle::small;
    case Tag::superscript: return TextStyle::superscript;
    case Tag::subscript: return TextStyle::subscript;
    case Tag::quotation: return TextStyle::quotation;
    case Tag::highlight: return TextStyle::highlight;
    default: return TextStyle::keyboard; // the last of Manner::styled
    }
}

Direction direction_of(const Node& node) {
    const std::string written = ascii_lower(attribute_of(node, "dir"));
    if (written == "rtl") return Direction::right_to_left;
    return written == "ltr" ? Direction::left_to_right : Direction::inherit;
}

} // namespace

void TreeBuilder::too_deep(Span span) {
    if (!reported_depth_) diagnostics_.report(Code::nesting_too_deep, span);
    reported_depth_ = true;
}

void TreeBuilder::append(NodeId id, Line& line, int level) {
    switch (manner_of(soup_.at(id).tag)) {
    case Manner::word: return append_leaf(id, line);
    case Manner::styled:
    case Manner::phrase: return append_within(id, line, level);
    case Manner::link: return append_link(id, line, level);
    case Manner::code: return append_code(id, line);
    case Manner::reading: return append_reading(id, line, level);
    case Manner::media:
        append_media(id, line);
        if (soup_.at(id).closed) return;
        // What never ends holds the words that follow it.
        line.break_wanted = line.has_words;
        return append_children(id, line, level + 1);
    case Manner::removed:
        if (!is_set_aside(id)) append_children(id, line, level + 1);
        return;
    case Manner::block: return append_block(id, line, level);
    case Manner::transparent: return append_children(id, line, level + 1);
    }
}

void TreeBuilder::append_children(NodeId id, Line& line, int level) {
    if (level > nesting_limit) {
        if (soup_.at(id).first == nobody) return;
        too_deep(soup_.at(id).span);
        return append_flat(id, line);
    }
    for (NodeId child = soup_.at(id).first; child != nobody; child = soup_.at(child).next) append(child, line, level);
}

/// A block where only a line can stand: its words, parted from those around them.
void TreeBuilder::append_block(NodeId id, Line& line, int level) {
    if (is_set_aside(id)) return;
    const Node& node = soup_.at(id);
    line.break_wanted = line.has_words;
    line.swallows_space = true;
    if (node.tag == Tag::raw_block) push(line, RawInline{node.text}, node.span);
    if (node.tag == Tag::preformatted && !node.text.empty()) push(line, CodeSpan{unbroken(node.text)}, node.span);
    append_children(id, line, level + 1);
    line.break_wanted = line.has_words;
    line.swallows_space = true;
}

/// Sets what is below `id` inside the inline that the element stands for.
void TreeBuilder::append_within(NodeId id, Line& line, int level) {
    const Node& node = soup_.at(id);
    const int depth = node.attributes.empty() ? 1 : 2; // a language goes around the style
    if (level + depth > nesting_limit) return append_children(id, line, nesting_limit + 1);
    Inlines inlines;
    inlines.swap(line.inlines);
    append_children(id, line, level + depth);
    inlines.swap(line.inlines);
    if (inlines.empty() && !(node.markdown && node.tag == Tag::anchor)) return;
    for (Inline& each : dressed(id, std::move(inlines))) line.inlines.push_back(std::move(each));
    line.has_words = true;
}

/// The inlines inside the style, link or phrase that the element stands for.
Inlines TreeBuilder::dressed(NodeId id, Inlines inlines) const {
    const Node& node = soup_.at(id);
    Inline::Node shell;
    if (node.tag == Tag::phrase) return spoken(id, std::move(inlines));
    if (node.tag == Tag::anchor) {
        shell = Link{attribute_of(node, "href"), attribute_of(node, "title"), std::move(inlines), {}};
    } else {
        shell = Styled{style_of(node.tag), std::move(inlines)};
    }
    Inlines outer;
    outer.push_back({std::move(shell), node.span});
    return spoken(id, std::move(outer));
}

/// A block that stands in an inline element: its own words take the element's dress.
void TreeBuilder::restyle(Block& block, NodeId id) const {
    const Node& node = soup_.at(id);
    const Manner manner = manner_of(node.tag);
    if (manner != Manner::styled && manner != Manner::phrase && manner != Manner::link) return;
    if (manner == Manner::link && !leads_somewhere(node)) return;
    Inlines* inlines = nullptr;
    if (Paragraph* paragraph = std::get_if<Paragraph>(&block.node)) inlines = &paragraph->inlines;
    if (Heading* heading = std::get_if<Heading>(&block.node)) inlines = &heading->inlines;
    if (inlines != nullptr && !inlines->empty()) *inlines = dressed(id, std::move(*inlines));
}

bool TreeBuilder::leads_somewhere(const Node& node) const {
    const std::string* url = find_attribute(node.attributes, "href");
    return url != nullptr && (settings_.trust == Trust::author || !runs_program(*url, AddressUse::link));
}

void TreeBuilder::report_refused(const Node& node) {
    if (find_attribute(node.attributes, "href") == nullptr || leads_somewhere(node)) return;
    diagnostics_.report(Code::removed_html, node.span, {"a link that runs a program"});
}

/// `<ruby>漢<rt>かん</rt></ruby>`: 漢 (かん). The author's own brackets for browsers without ruby are not set twice.
void TreeBuilder::append_reading(NodeId id, Line& line, int level) {
    static constexpr std::array<std::string_view, 6> brackets = {"(", ")", "（", "）", "【", "】"};
    const Node& node = soup_.at(id);
    const std::string text = text_below(id);
    const std::string_view words = trim(text);
    if (words.empty() || std::find(brackets.begin(), brackets.end(), words) != brackets.end()) return;
    const bool reading = node.tag == Tag::reading;
    if (reading) append_text(line.swallows_space ? "(" : " (", node.span, line);
    append_children(id, line, level + 1);
    if (reading) append_text(")", node.span, line);
}

void TreeBuilder::append_link(NodeId id, Line& line, int level) {
    const Node& node = soup_.at(id);
    report_refused(node);
    if (in_link_ || !leads_somewhere(node)) return append_children(id, line, level + 1);
    in_link_ = true;
    append_within(id, line, level);
    in_link_ = false;
}

/// All words below `top` one after another, whatever holds them.
void TreeBuilder::append_flat(NodeId top, Line& line) {
    const Soup::Step end{top, false};
    for (Soup::Step step = soup_.behind({top, true}); step != end; step = soup_.behind(step)) {
        const NodeId id = step.id;
        const Node& node = soup_.at(id);
        const Manner manner = manner_of(node.tag);
        if (manner == Manner::block) line.break_wanted = line.has_words;
        if (!step.entering) continue;
        step.entering = false; // passed over, but for what only holds words
        if (manner == Manner::word) {
            append_leaf(id, line);
        } else if (manner == Manner::code) {
            append_code(id, line);
        } else if (manner == Manner::media && node.closed) {
            append_media(id, line);
        } else if (node.tag == Tag::preformatted && !node.text.empty()) {
            push(line, CodeSpan{unbroken(node.text)}, node.span);
        } else if (!is_set_aside(id)) {
            step.entering = true;
        }
    }
}

/// The inlines inside the language that the element states.
Inlines TreeBuilder::spoken(NodeId id, Inlines inlines) const {
    const Node& node = soup_.at(id);
    std::string language = attribute_of(node, "lang");
    const Direction direction = direction_of(node);
    if (inlines.empty() || (language.empty() && direction == Direction::inherit)) return inlines;
    Inlines outer;
    outer.push_back({Phrase{std::move(language), direction, std::move(inlines)}, node.span});
    return outer;
}

} // namespace halfstar::soup

#include "read/html/address.h"
#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <string>

namespace halfstar::soup {
namespace {

constexpr std::string_view white_space = " \t\n\r\f";

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

std::string attribute(const Node& node, std::string_view name) {
    const std::string* found = find_attribute(node.attributes, name);
    return found == nullptr ? std::string() : *found;
}

Direction direction_of(const Node& node) {
    const std::string written = ascii_lower(attribute(node, "dir"));
    if (written == "rtl") return Direction::right_to_left;
    return written == "ltr" ? Direction::left_to_right : Direction::inherit;
}

Span joined(Span a, Span b) {
    if (a.source != b.source) return a;
    return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// The part [from, from + length) of a text's span; the whole span when its bytes are not the source's own.
Span part_of(const Node& node, std::size_t from, std::size_t length) {
    if (node.span.end - node.span.begin != node.text.size()) return node.span;
    const auto begin = static_cast<std::uint32_t>(node.span.begin + from);
    return {node.span.source, begin, static_cast<std::uint32_t>(begin + length)};
}

/// Code on one line.
std::string unbroken(std::string code) {
    std::replace(code.begin(), code.end(), '\n', ' ');
    return code;
}

void trim_end(Inlines& inlines) {
    while (!inlines.empty()) {
        Inline& last = inlines.back();
        if (Text* text = std::get_if<Text>(&last.node)) {
            const std::size_t end = text->text.find_last_not_of(' ');
            if (end != std::string::npos) {
                text->text.resize(end + 1);
                return;
            }
        } else if (!std::holds_alternative<SoftBreak>(last.node) && !std::holds_alternative<HardBreak>(last.node)) {
            return;
        }
        inlines.pop_back();
    }
}

} // namespace

void TreeBuilder::too_deep(Span span) {
    if (!reported_depth_) diagnostics_.report(Code::nesting_too_deep, span);
    reported_depth_ = true;
}

void TreeBuilder::push(Line& line, Inline::Node node, Span span) {
    if (line.break_wanted && line.has_words) {
        trim_end(line.inlines);
        line.inlines.push_back({HardBreak{}, {span.source, span.begin, span.begin}});
    }
    line.break_wanted = false;
    line.has_words = true;
    line.inlines.push_back({std::move(node), span});
}

void TreeBuilder::append(NodeId id, Line& line, int level) {
    switch (manner_of(soup_.at(id).tag)) {
    case Manner::word: return append_leaf(id, line);
    case Manner::styled:
    case Manner::phrase: return append_within(id, line, level);
    case Manner::link: return append_link(id, line, level);
    case Manner::code: return append_code(id, line);
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

void TreeBuilder::append_code(NodeId id, Line& line) {
    const std::string code = text_below(id);
    if (trim(code).empty()) return;
    push(line, CodeSpan{unbroken(code)}, soup_.at(id).span);
    line.swallows_space = false;
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
        shell = Link{attribute(node, "href"), attribute(node, "title"), std::move(inlines)};
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

void TreeBuilder::append_leaf(NodeId id, Line& line) {
    const Node& node = soup_.at(id);
    switch (node.tag) {
    case Tag::text: append_words(node, line); return;
    case Tag::soft_break:
    case Tag::line_break: append_break(node, line); return;
    case Tag::code_span: push(line, CodeSpan{node.text}, node.span); break;
    case Tag::raw_inline: push(line, RawInline{node.text}, node.span); break;
    case Tag::image: append_image(node, line); break;
    case Tag::note_reference: append_reference(node, line); break;
    case Tag::note: push(line, NoteReference{inline_note(id)}, node.span); break;
    default: return; // no other tag is a word
    }
    line.swallows_space = false;
}

void TreeBuilder::append_words(const Node& node, Line& line) {
    if (node.wording == Wording::collapsible) return append_collapsed(node, line);
    const std::string_view text = node.text;
    for (std::size_t at = 0; at <= text.size();) {
        // A line end that was written as a character reference is a line end of the source's.
        const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
        if (end > at) append_text(text.substr(at, end - at), part_of(node, at, end - at), line);
        if (end < text.size()) push(line, SoftBreak{}, part_of(node, end, 1));
        at = end + 1;
    }
}

/// Words of HTML: white space of any length is one space, or one line end if there was one.
void TreeBuilder::append_collapsed(const Node& node, Line& line) {
    const std::string_view text = node.text;
    line.from_html = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(white_space, at), text.size());
        if (begin > at && !line.swallows_space) {
            const Span span = part_of(node, at, begin - at);
            const bool line_end = text.substr(at, begin - at).find('\n') != std::string_view::npos;
            line_end ? push(line, SoftBreak{}, span) : append_text(" ", span, line);
            line.swallows_space = true;
        }
        const std::size_t end = std::min(text.find_first_of(white_space, begin), text.size());
        if (end > begin) {
            append_text(text.substr(begin, end - begin), part_of(node, begin, end - begin), line);
            line.swallows_space = false;
        }
        at = end;
    }
}

void TreeBuilder::append_text(std::string_view text, Span span, Line& line) {
    const bool after_break = !line.inlines.empty() && std::holds_alternative<HardBreak>(line.inlines.back().node);
    const bool at_head = !line.has_words && settings_.conventions == Conventions::reviews;
    if (after_break || line.break_wanted || at_head) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return;
    line.swallows_space = text.back() == ' ';
    Text* last = line.inlines.empty() || line.break_wanted ? nullptr : std::get_if<Text>(&line.inlines.back().node);
    if (last == nullptr) return push(line, Text{std::string(text)}, span);
    last->text += text;
    line.inlines.back().span = joined(line.inlines.back().span, span);
}

void TreeBuilder::append_break(const Node& node, Line& line) {
    const bool after_break = !line.inlines.empty() && std::holds_alternative<HardBreak>(line.inlines.back().node);
    if (node.tag == Tag::soft_break) {
        // The line end behind a <br> is the same line end.
        if (!after_break && !line.break_wanted) push(line, SoftBreak{}, node.span);
    } else if (line.has_words) {
        trim_end(line.inlines);
        if (after_break) line.inlines.push_back({HardBreak{}, node.span});
        push(line, HardBreak{}, node.span);
    }
    line.swallows_space = true;
}

bool TreeBuilder::leads_somewhere(const Node& node) const {
    const std::string* url = find_attribute(node.attributes, "href");
    return url != nullptr && (settings_.trust == Trust::author || is_safe_address(*url, AddressUse::link));
}

void TreeBuilder::report_refused(const Node& node) {
    if (find_attribute(node.attributes, "href") == nullptr || leads_somewhere(node)) return;
    diagnostics_.report(Code::removed_html, node.span, {"a link that runs a program"});
}

void TreeBuilder::append_link(NodeId id, Line& line, int level) {
    const Node& node = soup_.at(id);
    report_refused(node);
    if (in_link_ || !leads_somewhere(node)) return append_children(id, line, level + 1);
    in_link_ = true;
    append_within(id, line, level);
    in_link_ = false;
}

/// What plays or embeds becomes a link to it, in the words of its title.
void TreeBuilder::append_media(NodeId id, Line& line) {
    const Node& node = soup_.at(id);
    std::string url = attribute(node, "src");
    if (url.empty()) url = attribute(node, "data");
    std::string words = attribute(node, "title");
    if (trim(words).empty()) words = url;
    if (!url.empty() && !is_safe_address(url, AddressUse::link)) {
        diagnostics_.report(Code::removed_html, node.span, {name_of(node.tag)});
    } else if (!url.empty() && in_link_) {
        append_text(words, node.span, line);
    } else if (!url.empty()) {
        Link link{url, {}, {}};
        link.children.push_back({Text{words}, node.span});
        push(line, std::move(link), node.span);
        line.swallows_space = false;
    }
    if (node.closed && !trim(text_below(id)).empty()) {
        diagnostics_.report(Code::removed_html, node.span, {"words for browsers without it"});
    }
}

void TreeBuilder::append_image(const Node& node, Line& line) {
    Image image{attribute(node, "src"), attribute(node, "title"), attribute(node, "alt"), {}};
    std::replace(image.alternative.begin(), image.alternative.end(), '\n', ' ');
    const bool safe = settings_.trust == Trust::author || is_safe_address(image.url, AddressUse::picture);
    if (!safe) diagnostics_.report(Code::removed_html, node.span, {"a picture that runs a program"});
    const bool nowhere = image.url.empty() && settings_.conventions == Conventions::reviews;
    if (safe && !nowhere) return push(line, std::move(image), node.span);
    append_text(image.alternative, node.span, line);
}

void TreeBuilder::append_reference(const Node& node, Line& line) {
    if (const std::optional<std::uint32_t> note = reference(node.text)) {
        return push(line, NoteReference{*note}, node.span);
    }
    diagnostics_.report(Code::missing_note, node.span, {node.text});
    append_text("[^" + node.text + "]", node.span, line);
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

std::string TreeBuilder::text_below(NodeId top) const {
    std::string text;
    const Soup::Step end{top, false};
    for (Soup::Step step{top, true}; step != end; step = soup_.behind(step)) {
        if (!step.entering) continue;
        const Node& node = soup_.at(step.id);
        if (node.tag == Tag::text || node.tag == Tag::code_span) text += node.text;
        if (node.tag == Tag::soft_break || node.tag == Tag::line_break) text += '\n';
        if (node.tag == Tag::image) text += attribute(node, "alt");
        if (node.tag == Tag::note_reference) text += "[^" + node.text + "]";
    }
    return text;
}

void TreeBuilder::finish(Line& line) const {
    if (line.from_html || settings_.conventions == Conventions::reviews) trim_end(line.inlines);
}

/// The inlines inside the language that the element states.
Inlines TreeBuilder::spoken(NodeId id, Inlines inlines) const {
    const Node& node = soup_.at(id);
    std::string language = attribute(node, "lang");
    const Direction direction = direction_of(node);
    if (inlines.empty() || (language.empty() && direction == Direction::inherit)) return inlines;
    Inlines outer;
    outer.push_back({Phrase{std::move(language), direction, std::move(inlines)}, node.span});
    return outer;
}

} // namespace halfstar::soup

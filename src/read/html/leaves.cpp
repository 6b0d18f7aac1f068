#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/byte_set.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::soup {
namespace {

constexpr ByteSet spaces(" \t\n\r\f"), line_ends("\n\r");

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

std::string unbroken(std::string code) {
    std::replace(code.begin(), code.end(), '\n', ' ');
    return code;
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

void TreeBuilder::append_code(NodeId id, Line& line) {
    const std::string code = text_below(id);
    if (trim(code).empty()) return;
    push(line, CodeSpan{unbroken(code)}, soup_.at(id).span);
    line.swallows_space = false;
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
        const std::size_t end = std::min(line_ends.first_in(text, at), text.size());
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
        const std::size_t begin = std::min(spaces.first_other_in(text, at), text.size());
        if (begin > at && !line.swallows_space) {
            const Span span = part_of(node, at, begin - at);
            const bool line_end = text.substr(at, begin - at).find('\n') != std::string_view::npos;
            line_end ? push(line, SoftBreak{}, span) : append_text(" ", span, line);
            line.swallows_space = true;
        }
        const std::size_t end = std::min(spaces.first_in(text, begin), text.size());
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
    if (after_break || line.break_wanted || at_head) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
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

/// What plays or embeds becomes a link to it, in the words of its title.
void TreeBuilder::append_media(NodeId id, Line& line) {
    const Node& node = soup_.at(id);
    std::string url = attribute_of(node, "src");
    if (url.empty()) url = attribute_of(node, "data");
    std::string words = in_one_line(attribute_of(node, "title"));
    if (trim(words).empty()) words = in_one_line(url);
    if (!url.empty() && runs_program(url, AddressUse::link)) {
        diagnostics_.report(Code::removed_html, node.span, {name_of(node.tag)});
    } else if (!url.empty() && in_link_) {
        append_text(words, node.span, line);
    } else if (!url.empty()) {
        Link link{url, {}, {}, {}};
        link.children.push_back({Text{words}, node.span});
        push(line, std::move(link), node.span);
        line.swallows_space = false;
    }
    if (node.closed && !trim(text_below(id)).empty()) {
        diagnostics_.report(Code::removed_html, node.span, {"words for browsers without it"});
    }
}

void TreeBuilder::append_image(const Node& node, Line& line) {
    Image image{attribute_of(node, "src"), attribute_of(node, "title"), in_one_line(attribute_of(node, "alt")), {}};
    const bool safe = settings_.trust == Trust::author || !runs_program(image.url, AddressUse::picture);
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

std::string TreeBuilder::text_below(NodeId top) const {
    std::string text;
    const Soup::Step end{top, false};
    for (Soup::Step step{top, true}; step != end; step = soup_.behind(step)) {
        if (!step.entering) continue;
        const Node& node = soup_.at(step.id);
        if (node.tag == Tag::text || node.tag == Tag::code_span) text += node.text;
        if (node.tag == Tag::soft_break || node.tag == Tag::line_break) text += '\n';
        if (node.tag == Tag::image) text += attribute_of(node, "alt");
        if (node.tag == Tag::note_reference) text += "[^" + node.text + "]";
    }
    return text;
}

void TreeBuilder::finish(Line& line) const {
    if (line.from_html || settings_.conventions == Conventions::reviews) trim_end(line.inlines);
}

} // namespace halfstar::soup

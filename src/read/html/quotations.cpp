#include "read/html/quotations.h"

#include "foundation/base/strings.h"

#include <iterator>
#include <string_view>
#include <utility>

namespace halfstar::soup {
namespace {

/// Bytes of the dash at the text's head; 0 when there is none.
std::size_t dash_at_head(std::string_view text) {
    for (const std::string_view dash : {"\u2014", "\u2013", "\u2015", "--"}) {
        if (text.starts_with(dash)) return dash.size();
    }
    return 0;
}

/// The text that begins the inlines, through whatever it is dressed in; null when they begin otherwise.
Text* first_text(Inlines& inlines) {
    Inlines* line = &inlines;
    while (!line->empty()) {
        Inline& first = line->front();
        if (Text* text = std::get_if<Text>(&first.node)) return text;
        Styled* styled = std::get_if<Styled>(&first.node);
        Phrase* phrase = std::get_if<Phrase>(&first.node);
        if (styled == nullptr && phrase == nullptr) return nullptr;
        line = styled != nullptr ? &styled->children : &phrase->children;
    }
    return nullptr;
}

bool begins_with_dash(Inlines& inlines) {
    const Text* text = first_text(inlines);
    return text != nullptr && dash_at_head(text->text) > 0;
}

bool is_line_end(const Inline& each) {
    return std::holds_alternative<SoftBreak>(each.node) || std::holds_alternative<HardBreak>(each.node);
}

/// Takes the text out that nothing is left of, and what held only it.
void drop_empty_head(Inlines& inlines) {
    if (inlines.empty()) return;
    bool empty = false;
    if (Text* text = std::get_if<Text>(&inlines.front().node)) empty = text->text.empty();
    if (Styled* styled = std::get_if<Styled>(&inlines.front().node)) {
        drop_empty_head(styled->children);
        empty = styled->children.empty();
    }
    if (Phrase* phrase = std::get_if<Phrase>(&inlines.front().node)) {
        drop_empty_head(phrase->children);
        empty = phrase->children.empty();
    }
    if (empty) inlines.erase(inlines.begin());
}

/// Cuts the last line off the paragraph; empty when it has only one.
Inlines take_last_line(Inlines& inlines) {
    for (std::size_t i = inlines.size(); i-- > 0;) {
        if (!is_line_end(inlines[i])) continue;
        const auto line = inlines.begin() + static_cast<std::ptrdiff_t>(i);
        Inlines last(std::make_move_iterator(line + 1), std::make_move_iterator(inlines.end()));
        if (!begins_with_dash(last)) {
            inlines.erase(line + 1, inlines.end());
            inlines.insert(inlines.end(), std::make_move_iterator(last.begin()), std::make_move_iterator(last.end()));
            return {};
        }
        inlines.erase(line, inlines.end());
        return last;
    }
    return {};
}

} // namespace

Inlines without_dash(Inlines inlines) {
    Text* text = first_text(inlines);
    if (text == nullptr) return inlines;
    const std::size_t dash = dash_at_head(text->text);
    if (dash == 0) return inlines;
    std::string_view rest = std::string_view(text->text).substr(dash);
    while (rest.starts_with('-')) rest.remove_prefix(1);
    while (rest.starts_with(' ') || rest.starts_with("\u00A0")) rest.remove_prefix(rest.front() == ' ' ? 1 : 2);
    text->text = std::string(rest);
    drop_empty_head(inlines);
    return inlines;
}

bool names_pull_quote(const Attributes& attributes) {
    const std::string* classes = find_attribute(attributes, "class");
    if (classes == nullptr) return false;
    std::string name = ascii_lower(*classes);
    std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
    return name.find("pullquote") != std::string::npos;
}

void pull(Quote& quote) {
    if (quote.blocks.size() == 1 && quote.source.empty())
        if (auto* inner = std::get_if<Quote>(&quote.blocks.front().node)) {
            Quote held = std::move(*inner);
            quote = std::move(held);
        }
    quote.kind = QuoteKind::pull;
}

void take_attribution(Quote& quote) {
    if (quote.blocks.empty()) return;
    Paragraph* first = std::get_if<Paragraph>(&quote.blocks.front().node);
    if (first != nullptr && begins_with_dash(first->inlines)) return;
    Paragraph* last = std::get_if<Paragraph>(&quote.blocks.back().node);
    if (last == nullptr) return;
    if (begins_with_dash(last->inlines)) {
        quote.source = without_dash(std::move(last->inlines));
        quote.blocks.pop_back();
        return;
    }
    quote.source = without_dash(take_last_line(last->inlines));
}

} // namespace halfstar::soup

#include "read/callouts.h"

#include "document/tree.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace halfstar::reading {
namespace {

/// `[!kind]-`: a callout that is folded, or could be.
struct Label {
    std::string kind;
    bool folds = false;
    std::size_t length = 0;
};

std::optional<Label> label_of(std::string_view text) {
    const std::size_t end = text.find(']');
    if (!text.starts_with("[!") || end == std::string_view::npos || end < 3 || end > 32) return std::nullopt;
    Label label{ascii_lower(text.substr(2, end - 2)), false, end + 1};
    label.kind = label.kind.substr(0, label.kind.find('|'));
    if (label.kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz-_ 0123456789") != std::string::npos) return std::nullopt;
    label.folds = label.length < text.size() && (text[label.length] == '-' || text[label.length] == '+');
    if (label.folds) ++label.length;
    label.length = std::min(text.find_first_not_of(' ', label.length), text.size());
    return label;
}

void drop_front(Inline& text, std::size_t length) {
    std::string& words = std::get_if<Text>(&text.node)->text;
    if (text.span.end - text.span.begin == words.size()) text.span.begin += static_cast<std::uint32_t>(length);
    words.erase(0, length);
}

/// Takes the first line off.
Inlines first_line(Inlines& inlines) {
    const auto end = std::find_if(inlines.begin(), inlines.end(), [](const Inline& each) {
        return std::holds_alternative<SoftBreak>(each.node) || std::holds_alternative<HardBreak>(each.node);
    });
    Inlines line(std::make_move_iterator(inlines.begin()), std::make_move_iterator(end));
    inlines.erase(inlines.begin(), end == inlines.end() ? end : end + 1);
    return line;
}

Block::Node callout(const Label& label, Quote quote) {
    auto& lead = *std::get_if<Paragraph>(&quote.blocks.front().node);
    const Span span = quote.blocks.front().span;
    drop_front(lead.inlines.front(), label.length);
    if (std::get_if<Text>(&lead.inlines.front().node)->text.empty()) lead.inlines.erase(lead.inlines.begin());
    Inlines title = first_line(lead.inlines);
    if (lead.inlines.empty()) quote.blocks.erase(quote.blocks.begin());
    const bool spoiler = label.kind.starts_with("spoiler");
    if (spoiler || label.folds) {
        Details details;
        details.kind = spoiler ? DetailsKind::spoiler : DetailsKind::aside;
        details.summary = std::move(title);
        details.blocks = std::move(quote.blocks);
        return details;
    }
    if (title.empty()) return quote;
    if ((label.kind == "quote" || label.kind == "cite") && quote.source.empty() && !quote.blocks.empty()) {
        quote.source = std::move(title);
        return quote;
    }
    Inlines strong;
    strong.push_back({Styled{TextStyle::strong, std::move(title)}, span});
    quote.blocks.insert(quote.blocks.begin(), Block{Paragraph{std::move(strong)}, span, 0});
    return quote;
}

bool begins_forum_line(const Inline& each) {
    const auto* text = std::get_if<Text>(&each.node);
    return text != nullptr && text->text.starts_with('!') && !text->text.starts_with("![");
}

/// Whether every line of every paragraph begins with `!`.
bool is_forum_spoiler(const Quote& quote) {
    bool found = false;
    for (const Block& block : quote.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        if (paragraph == nullptr || paragraph->inlines.empty() || !begins_forum_line(paragraph->inlines.front())) return false;
        found = true;
    }
    return found;
}

Details forum_spoiler(Quote quote) {
    for (Block& block : quote.blocks) {
        Inlines& inlines = std::get_if<Paragraph>(&block.node)->inlines;
        bool line_begins = true;
        for (Inline& each : inlines) {
            if (line_begins && begins_forum_line(each)) {
                const std::string& words = std::get_if<Text>(&each.node)->text;
                drop_front(each, std::min(words.find_first_not_of(' ', 1), words.size()));
            }
            line_begins = std::holds_alternative<SoftBreak>(each.node) || std::holds_alternative<HardBreak>(each.node);
        }
        std::erase_if(inlines, [](const Inline& each) {
            const auto* text = std::get_if<Text>(&each.node);
            return text != nullptr && text->text.empty();
        });
    }
    std::erase_if(quote.blocks, [](const Block& block) { return std::get_if<Paragraph>(&block.node)->inlines.empty(); });
    Details details;
    details.kind = DetailsKind::spoiler;
    details.blocks = std::move(quote.blocks);
    return details;
}

void read_callout(Block& block) {
    auto* quote = std::get_if<Quote>(&block.node);
    if (quote == nullptr || quote->blocks.empty()) return;
    const auto* lead = std::get_if<Paragraph>(&quote->blocks.front().node);
    const auto* text = lead == nullptr || lead->inlines.empty() ? nullptr : std::get_if<Text>(&lead->inlines.front().node);
    if (text == nullptr) return;
    if (const std::optional<Label> label = label_of(text->text)) {
        Quote taken = std::move(*quote);
        block.node = callout(*label, std::move(taken));
    } else if (quote->source.empty() && is_forum_spoiler(*quote)) {
        Quote taken = std::move(*quote);
        block.node = forum_spoiler(std::move(taken));
    }
}

} // namespace

void read_callouts(Blocks& blocks) { walk_blocks(blocks, read_callout); }

} // namespace halfstar::reading

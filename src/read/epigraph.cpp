#include "read/epigraph.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace halfstar::reading {

namespace {

constexpr std::size_t most_words = 60;

struct Marks {
    char32_t open, close;
};
/// Pairs of the languages halfstar knows, and the others that Unicode's quotation marks make.
constexpr std::array quotation_marks = {
    Marks{U'"', U'"'},   Marks{U'“', U'”'},   Marks{U'‘', U'’'},   Marks{U'„', U'“'}, Marks{U'„', U'”'},
    Marks{U'”', U'”'},   Marks{U'‚', U'‘'},   Marks{U'«', U'»'},   Marks{U'»', U'«'}, Marks{U'‹', U'›'},
    Marks{U'「', U'」'}, Marks{U'『', U'』'}, Marks{U'\'', U'\''},
};

std::size_t word_count(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

/// A line "— Becky" names who said the words before it.
bool is_attribution(std::string_view line) {
    line = trim_unicode(line);
    for (const std::string_view dash : {"—", "–", "―", "--", "- ", "~"})
        if (line.starts_with(dash) && utf8::count(line) <= 120 && !trim_unicode(line.substr(dash.size())).empty())
            return true;
    return false;
}

bool is_line_end(const Inline& node) {
    return std::holds_alternative<SoftBreak>(node.node) || std::holds_alternative<HardBreak>(node.node);
}

/// Lines of inlines; soft and hard ends part them alike.
std::vector<Inlines> lines_of(const Inlines& inlines) {
    std::vector<Inlines> lines(1);
    for (const Inline& node : inlines) {
        if (is_line_end(node))
            lines.emplace_back();
        else
            lines.back().push_back(node);
    }
    std::erase_if(lines, [](const Inlines& line) { return trim_unicode(plain_text(line)).empty(); });
    return lines;
}

bool holds_only_words(const Inlines& inlines) {
    bool words = true;
    walk_inlines(inlines, [&](const Inline& node) {
        if (std::holds_alternative<Image>(node.node) || std::holds_alternative<RawInline>(node.node)) words = false;
    });
    return words;
}

/// Takes the dash from the front of an attribution.
void take_dash(Inlines& inlines) {
    for (Inline& node : inlines) {
        if (auto* styled = std::get_if<Styled>(&node.node)) {
            take_dash(styled->children);
            break;
        }
        auto* text = std::get_if<Text>(&node.node);
        if (text == nullptr) break;
        std::string_view rest = trim_unicode(text->text);
        for (bool again = true; again;) {
            again = false;
            for (const std::string_view dash : {"—", "–", "―", "-", "~"})
                if (rest.starts_with(dash)) rest = trim_unicode(rest.substr(dash.size())), again = true;
        }
        text->text = std::string(rest);
        // A space at the end parts the word from what follows.
        if (!text->text.empty() && &node != &inlines.back() && text->text.size() < 4096) text->text += ' ';
        break;
    }
    tidy_inlines(inlines);
}

void trim_ends(Inlines& inlines) {
    if (inlines.empty()) return;
    if (auto* text = std::get_if<Text>(&inlines.back().node)) {
        const std::string_view kept = trim_unicode(text->text);
        text->text.resize(static_cast<std::size_t>(kept.data() - text->text.data()) + kept.size());
    }
    tidy_inlines(inlines);
}

Inline hard_break(Span span) { return {HardBreak{}, Span{span.source, span.end, span.end}}; }

/// Makes an epigraph of a paragraph's inlines, whose last line may name the source.
Epigraph epigraph_of(Inlines inlines, Span span) {
    Epigraph epigraph;
    epigraph.span = span;
    const auto lines = lines_of(inlines);
    if (lines.size() > 1 && is_attribution(plain_text(lines.back()))) {
        epigraph.source = lines.back();
        take_dash(epigraph.source);
        trim_ends(epigraph.source);
        while (!inlines.empty() && !is_line_end(inlines.back()))
            inlines.pop_back();
        while (!inlines.empty() && is_line_end(inlines.back()))
            inlines.pop_back();
    }
    epigraph.words = std::move(inlines);
    trim_ends(epigraph.words);
    return epigraph;
}

bool is_quoted_paragraph(const Inlines& inlines) {
    if (!holds_only_words(inlines)) return false;
    auto lines = lines_of(inlines);
    if (lines.size() > 1 && is_attribution(plain_text(lines.back()))) lines.pop_back();
    std::string words;
    bool each = !lines.empty();
    for (const Inlines& line : lines) {
        const std::string text = plain_text(line);
        each = each && is_wholly_quoted(text);
        words += (words.empty() ? "" : " ") + text;
    }
    return word_count(words) <= most_words && (each || is_wholly_quoted(words));
}

std::optional<Epigraph> from_paragraph(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    if (paragraph == nullptr || !is_quoted_paragraph(paragraph->inlines)) return std::nullopt;
    return epigraph_of(paragraph->inlines, block.span);
}

/// A quotation of paragraphs; the last may be its attribution.
std::optional<Epigraph> from_quote(const Block& block) {
    const auto* quote = std::get_if<Quote>(&block.node);
    if (quote == nullptr || quote->kind == QuoteKind::pull || quote->blocks.empty() ||
        word_count(plain_text(quote->blocks)) > most_words)
        return std::nullopt;
    Inlines words;
    Inlines source = quote->source;
    for (std::size_t i = 0; i < quote->blocks.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&quote->blocks[i].node);
        if (paragraph == nullptr || !holds_only_words(paragraph->inlines)) return std::nullopt;
        const bool last = i > 0 && i + 1 == quote->blocks.size();
        if (last && source.empty() && is_attribution(plain_text(paragraph->inlines))) {
            source = paragraph->inlines;
            take_dash(source);
            trim_ends(source);
            continue;
        }
        if (!words.empty()) words.push_back(hard_break(block.span));
        words.insert(words.end(), paragraph->inlines.begin(), paragraph->inlines.end());
    }
    Epigraph epigraph = source.empty() ? epigraph_of(std::move(words), block.span) : Epigraph{};
    if (!source.empty()) {
        epigraph.words = std::move(words);
        epigraph.source = std::move(source);
        epigraph.span = block.span;
        trim_ends(epigraph.words);
    }
    return epigraph;
}

/// "— Becky" in a paragraph of its own under the quoted one.
bool take_source_below(const Blocks& body, Epigraph& epigraph) {
    if (!epigraph.source.empty() || body.size() < 3) return false;
    const auto* paragraph = std::get_if<Paragraph>(&body[1].node);
    if (paragraph == nullptr || lines_of(paragraph->inlines).size() != 1 || !holds_only_words(paragraph->inlines))
        return false;
    const std::string text = plain_text(paragraph->inlines);
    // Dialogue in many languages begins with a dash as well; an attribution is short and ends without a stop.
    if (!is_attribution(text) || word_count(text) > 12 || trim_unicode(text).ends_with('.')) return false;
    epigraph.source = paragraph->inlines;
    take_dash(epigraph.source);
    trim_ends(epigraph.source);
    return true;
}

} // namespace

bool is_wholly_quoted(std::string_view words) {
    const std::u32string text = utf8::to_utf32(trim_unicode(words));
    if (text.size() < 3) return false;
    // A full stop may stand behind the closing mark.
    const std::size_t last = text.back() == U'.' || text.back() == U',' ? text.size() - 2 : text.size() - 1;
    for (const Marks& marks : quotation_marks) {
        if (text.front() != marks.open || text[last] != marks.close) continue;
        bool closed = false;
        for (std::size_t i = 1; i < last && !closed; ++i) {
            const bool apostrophe = marks.close == U'’' || marks.close == U'\'';
            closed = text[i] == marks.close && !apostrophe;
        }
        if (!closed) return true;
    }
    return false;
}

std::optional<Epigraph> take_epigraph(Blocks& body) {
    if (body.size() < 2) return std::nullopt;
    auto epigraph = from_paragraph(body.front());
    if (!epigraph) epigraph = from_quote(body.front());
    if (!epigraph || epigraph->words.empty()) return std::nullopt;
    const std::size_t taken = take_source_below(body, *epigraph) ? 2 : 1;
    body.erase(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(taken));
    return epigraph;
}

} // namespace halfstar::reading

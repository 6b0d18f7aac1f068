#include "read/html/pour.h"

#include "foundation/base/strings.h"
#include "read/html/quotations.h"

namespace halfstar::soup {
namespace {

bool is_event_handler(std::string_view name) {
    return name.size() > 2 && name.starts_with("on") && name[2] >= 'a' && name[2] <= 'z';
}

/// Takes the attributes off that run programs, and those that nothing in the tree answers to.
void clean(Attributes& attributes, Span span, Diagnostics& diagnostics) {
    for (const auto& attribute : attributes) {
        if (is_event_handler(attribute.first)) diagnostics.report(Code::removed_html, span, {attribute.first});
    }
    std::erase_if(attributes, [](const auto& attribute) {
        return is_event_handler(attribute.first) || attribute.first == "style" || attribute.first.starts_with("data-");
    });
}

/// `<span class="spoiler">`, `<div class="spoiler-text">`: words that a reader opens on purpose.
bool hides_words(const Token& token) {
    const std::string* classes = find_attribute(token.attributes, "class");
    return (token.name == "span" || token.name == "div") && classes != nullptr &&
           ascii_lower(*classes).find("spoiler") != std::string::npos;
}

void open_element(Token&& token, Span span, Soup& soup, Diagnostics& diagnostics) {
    clean(token.attributes, span, diagnostics);
    if (token.name == "source" || token.name == "param") {
        const std::optional<NodeId> media = soup.open_media();
        const std::string* address = find_attribute(token.attributes, "src");
        if (media && address != nullptr) soup.at(*media).attributes.emplace_back("src", *address);
        return;
    }
    const bool speaks = find_attribute(token.attributes, "lang") != nullptr ||
                        find_attribute(token.attributes, "dir") != nullptr;
    Tag tag = token.tag == Tag::span && speaks ? Tag::phrase : token.tag;
    if (!token.empty && hides_words(token)) {
        tag = token.tag == Tag::division ? Tag::spoiler : Tag::note;
        token.attributes = {{"spoiler", ""}};
    }
    // WordPress has a <figure> around the quotation.
    const bool may_pull = token.tag == Tag::division || token.tag == Tag::figure;
    if (!token.empty && may_pull && names_pull_quote(token.attributes)) tag = Tag::pull_quote;
    if (token.empty) {
        if (manner_of(tag) != Manner::transparent) {
            soup.leaf(tag, span, {}, std::move(token.attributes));
        } else if (is_block(tag)) {
            soup.leaf(Tag::boundary, span);
        }
        return;
    }
    soup.open(tag, span, std::move(token.attributes));
}

} // namespace

bool is_cut_mark(std::string_view comment) {
    const std::string words = ascii_lower(trim(comment));
    return words == "more" || words == "end" || words == "end-excerpt" || words.starts_with("more ") ||
           words == "excerpt" || words == "/excerpt" || words == "endexcerpt" || words == "excerpt-end" ||
           words == "truncate" || words == "break" || words == "read more" || words == "readmore" ||
           words == "wp:more" || words == "cut";
}

std::optional<std::uint32_t> pour_html(std::string_view html, const Provenance& provenance, Soup& soup,
                                       Diagnostics& diagnostics) {
    std::optional<std::uint32_t> cut;
    Tokens tokens(html);
    for (Token token; tokens.next(token);) {
        const Span span =
            provenance.span(static_cast<std::uint32_t>(token.begin), static_cast<std::uint32_t>(token.end));
        switch (token.kind) {
        case TokenKind::text: soup.words(std::move(token.text), span, Wording::collapsible); break;
        case TokenKind::opening: open_element(std::move(token), span, soup, diagnostics); break;
        case TokenKind::closing: soup.close(token.tag, span); break;
        case TokenKind::comment:
            if (!cut && is_cut_mark(token.text)) cut = span.begin;
            break;
        case TokenKind::dropped: break;
        }
    }
    return cut;
}

} // namespace halfstar::soup

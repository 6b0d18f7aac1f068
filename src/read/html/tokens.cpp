#include "read/html/tokens.h"

#include "foundation/base/strings.h"
#include "read/html/entities.h"

#include <algorithm>

namespace halfstar::soup {
namespace {

constexpr std::string_view white_space = " \t\n\r\f";

bool is_space(char c) { return white_space.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t skip_space(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(white_space, at), text.size());
}

/// Position of the end tag `</name`, or the text's size.
std::size_t find_end_tag(std::string_view text, std::size_t at, std::string_view name) {
    for (; (at = text.find("</", at)) != std::string_view::npos; at += 2) {
        if (!ascii_iequal(text.substr(at + 2, name.size()), name)) continue;
        const std::size_t behind = at + 2 + name.size();
        if (behind >= text.size() || is_space(text[behind]) || text[behind] == '>' || text[behind] == '/') return at;
    }
    return text.size();
}

std::size_t last_of(std::string_view text, auto mark) {
    const std::size_t at = text.rfind(mark);
    return at == std::string_view::npos ? 0 : at;
}

} // namespace

const std::string* find_attribute(const Attributes& attributes, std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& attribute) { return attribute.first == name; });
    return found == attributes.end() ? nullptr : &found->second;
}

// The last places of `>` and the quotes tell at once that a tag or value never ends, so that no two
// searches run over the same text in vain.
Tokens::Tokens(std::string_view text)
    : text_(text), last_bracket_(last_of(text, '>')), last_quote_(last_of(text, '"')),
      last_apostrophe_(last_of(text, '\'')), last_comment_end_(last_of(text, "-->")) {}

bool Tokens::next(Token& token) {
    if (at_ >= text_.size()) return false;
    token = Token();
    token.begin = at_;
    if (!raw_until_.empty()) {
        const std::size_t end = find_end_tag(text_, at_, raw_until_);
        raw_until_.clear();
        token.text = std::string(text_.substr(at_, end - at_));
        at_ = end;
        if (at_ == token.begin) return next(token);
    } else if (text_[at_] != '<' || !read_markup(token)) {
        read_text(token);
    }
    token.end = at_;
    return true;
}

void Tokens::read_text(Token& token) {
    // At least one byte: a bracket that opens no tag is text.
    const std::size_t end = std::min(text_.find('<', at_ + 1), text_.size());
    token.kind = TokenKind::text;
    token.text = decode_entities(text_.substr(at_, end - at_));
    at_ = end;
}

bool Tokens::read_markup(Token& token) {
    const std::string_view rest = text_.substr(at_);
    if (rest.size() < 2) return false;
    if (rest.starts_with("<!--")) {
        read_comment(token);
        return true;
    }
    if (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2]))) return read_tag(token);
    if (rest[1] != '!' && rest[1] != '?' && rest[1] != '/') return false;
    if (rest.starts_with("<![CDATA[")) {
        const std::size_t end = rest.find("]]>");
        token.text = std::string(rest.substr(9, end == std::string_view::npos ? end : end - 9));
        at_ = end == std::string_view::npos ? text_.size() : at_ + end + 3;
        return true;
    }
    if (at_ >= last_bracket_) return false;
    token.kind = TokenKind::dropped;
    at_ = text_.find('>', at_) + 1;
    return true;
}

void Tokens::read_comment(Token& token) {
    const std::size_t end = at_ < last_comment_end_ ? text_.find("-->", at_ + 4) : std::string_view::npos;
    if (end == std::string_view::npos) {
        // A comment that never ends would swallow all that follows: only its mark is left out.
        token.kind = TokenKind::dropped;
        at_ += 4;
        return;
    }
    token.kind = TokenKind::comment;
    token.text = std::string(text_.substr(at_ + 4, end - at_ - 4));
    at_ = end + 3;
}

bool Tokens::read_tag(Token& token) {
    if (at_ >= last_bracket_) return false;
    const bool closing = text_[at_ + 1] == '/';
    const std::size_t name_begin = at_ + (closing ? 2 : 1);
    const std::size_t name_end = std::min(text_.find_first_of(" \t\n\r\f/>", name_begin), text_.size());
    token.kind = closing ? TokenKind::closing : TokenKind::opening;
    token.name = ascii_lower(text_.substr(name_begin, name_end - name_begin));
    token.tag = tag_named(token.name);
    bool closed = false;
    at_ = read_attributes(name_end, closing ? nullptr : &token.attributes, closed);
    token.empty = closed || is_void(token.name);
    if (!closing && !token.empty && holds_raw_text(token.tag)) raw_until_ = token.name;
    return true;
}

/// The position behind the tag's `>`; `closed` says that a solidus stood before it.
std::size_t Tokens::read_attributes(std::size_t at, Attributes* attributes, bool& closed) const {
    while (true) {
        at = skip_space(text_, at);
        if (at >= text_.size()) return text_.size();
        if (text_[at] == '>') return at + 1;
        if (text_[at] == '/') {
            closed = at + 1 < text_.size() && text_[at + 1] == '>';
            ++at;
            continue;
        }
        const std::size_t end = std::min(text_.find_first_of(" \t\n\r\f/>=", at + 1), text_.size());
        std::string name = ascii_lower(text_.substr(at, end - at));
        std::string value;
        at = skip_space(text_, end);
        if (at < text_.size() && text_[at] == '=') at = read_value(skip_space(text_, at + 1), value);
        if (attributes != nullptr && find_attribute(*attributes, name) == nullptr && attributes->size() < 64) {
            attributes->emplace_back(std::move(name), std::move(value));
        }
    }
}

/// The position behind the value that begins at `at`.
std::size_t Tokens::read_value(std::size_t at, std::string& value) const {
    if (at >= text_.size()) return at;
    const char quote = text_[at];
    const bool quoted = (quote == '"' && at < last_quote_) || (quote == '\'' && at < last_apostrophe_);
    const std::size_t begin = quoted ? at + 1 : at;
    const std::size_t end = quoted ? text_.find(quote, begin)
                                   : std::min(text_.find_first_of(" \t\n\r\f>", begin), text_.size());
    value = decode_entities(text_.substr(begin, end - begin));
    return quoted ? end + 1 : end;
}

} // namespace halfstar::soup

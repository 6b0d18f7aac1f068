// HTML as it is found in the wild, cut into tags, text and comments. Linear in the length of the text,
// whatever stands there; nothing that is not a tag is lost.
#pragma once

#include "read/html/tags.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::soup {

/// Names in lower case, values with their character references resolved; the first of a name counts.
using Attributes = std::vector<std::pair<std::string, std::string>>;
/// The value of `name`, or null.
const std::string* find_attribute(const Attributes& attributes, std::string_view name);

enum class TokenKind : std::uint8_t { text, opening, closing, comment, dropped };

struct Token {
    TokenKind kind = TokenKind::text;
    std::size_t begin = 0, end = 0; ///< bytes of the text that was cut
    Tag tag = Tag::span;            ///< opening, closing
    std::string name;               ///< opening, closing: lower case
    Attributes attributes;          ///< opening
    bool empty = false;             ///< opening: has no content
    std::string text;               ///< text: decoded; comment: what stands in it
};

/// Hands out one token after another.
class Tokens {
public:
    explicit Tokens(std::string_view text);
    /// False at the end.
    bool next(Token& token);

private:
    void read_text(Token& token);
    bool read_markup(Token& token);
    bool read_tag(Token& token);
    void read_comment(Token& token);
    std::size_t read_attributes(std::size_t at, Attributes* attributes, bool& closed) const;
    std::size_t read_value(std::size_t at, std::string& value) const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::string raw_until_; ///< name of the element whose content is raw text
    std::size_t last_bracket_, last_quote_, last_apostrophe_, last_comment_end_;
};

} // namespace halfstar::soup

#include "foundation/data/yaml_plain.h"

#include "foundation/base/byte_set.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace halfstar::yaml {
namespace {

/// ASCII that begins a plain scalar, and what goes on with one, wherever it stands. Letters beyond ASCII may do both.
constexpr ByteSet first_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
constexpr ByteSet inner_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .-'&()!/+");
constexpr ByteSet key_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool means_null(std::string_view word) { return word == "null" || word == "Null" || word == "NULL"; }

/// Goes over the text once. Every function that takes something moves on behind it, and takes nothing when it is not plain.
class PlainReader {
public:
    PlainReader(std::string_view text, Span where) : text_(text), where_(where) {}

    std::optional<Value> read() {
        Members members;
        for (skip_idle_lines(); at_ < text_.size(); skip_idle_lines())
            if (!take_member(members)) return std::nullopt;
        if (members.empty()) return std::nullopt;
        Value root{{}, {where_.source, members.front().second.key_span.begin, members.back().second.span.end}, {}};
        root.node = std::move(members);
        return root;
    }

private:
    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin), static_cast<std::uint32_t>(where_.begin + end)};
    }
    bool is(char c) const { return at_ < text_.size() && text_[at_] == c; }
    bool take(char c) { return is(c) && (++at_, true); }
    void skip_spaces() {
        while (is(' ')) ++at_;
    }
    /// Empty lines and remarks at the margin.
    void skip_idle_lines() {
        while (is('\n') || is('#')) at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    }
    bool take_line_end() {
        skip_spaces();
        return at_ == text_.size() || take('\n');
    }

    bool take_member(Members& members) {
        const std::size_t begin = at_;
        if (at_ == text_.size() || !first_bytes.holds(text_[at_])) return false;
        at_ = std::min(key_bytes.first_other_in(text_, at_), text_.size());
        const std::string_view key = text_.substr(begin, at_ - begin);
        const Span key_span = span(begin, at_);
        if (!take(':') || (!is(' ') && !is('\n')) || means_null(key)) return false;
        const bool again = std::any_of(members.begin(), members.end(), [&](const Member& one) { return one.first == key; });
        std::optional<Value> value = again ? std::nullopt : value_of_key();
        if (!value) return false;
        value->key_span = key_span;
        members.emplace_back(std::string(key), std::move(*value));
        return true;
    }

    /// What stands behind a colon, to the end of its line or of the list that begins below.
    std::optional<Value> value_of_key() {
        const std::size_t behind_colon = at_;
        skip_spaces();
        if (!is('\n')) {
            std::optional<Value> value = is('[') ? list_in_brackets() : scalar(true);
            return take_line_end() ? value : std::nullopt;
        }
        ++at_;
        if (const std::size_t indent = indent_of_dash(); indent != none) return list_of_lines(indent);
        return Value{std::monostate{}, span(behind_colon, behind_colon), {}};
    }

    /// A dash begins this line behind so many spaces, with a space behind it.
    std::size_t indent_of_dash() const {
        const std::size_t dash = std::min(text_.find_first_not_of(' ', at_), text_.size());
        return text_.substr(dash).starts_with("- ") ? dash - at_ : none;
    }

    std::optional<Value> list_of_lines(std::size_t indent) {
        std::vector<Value> items;
        const std::size_t begin = at_ + indent;
        while (indent_of_dash() == indent) {
            at_ += indent + 2;
            skip_spaces();
            std::optional<Value> item = scalar(true);
            if (!item || !take_line_end()) return std::nullopt;
            items.push_back(std::move(*item));
        }
        Value list{{}, {where_.source, span(begin, begin).begin, items.back().span.end}, {}};
        list.node = std::move(items);
        return list;
    }

    std::optional<Value> list_in_brackets() {
        std::vector<Value> items;
        const std::size_t begin = at_++;
        do {
            skip_spaces();
            std::optional<Value> item = scalar(false);
            if (!item) return std::nullopt;
            items.push_back(std::move(*item));
            skip_spaces();
        } while (take(','));
        if (!take(']')) return std::nullopt;
        return Value{std::move(items), span(begin, at_), {}};
    }

    /// `commas`: whether they are part of it.
    std::optional<Value> scalar(bool commas) {
        if (is('"') || is('\'')) return quoted();
        const std::size_t begin = at_;
        if (at_ == text_.size() || (!first_bytes.holds(text_[at_]) && !is_beyond_ascii(text_[at_]))) return std::nullopt;
        while (at_ < text_.size() && (inner_bytes.holds(text_[at_]) || is_beyond_ascii(text_[at_]) || (commas && text_[at_] == ','))) ++at_;
        std::size_t end = at_;
        while (text_[end - 1] == ' ') --end;
        const std::string_view words = text_.substr(begin, end - begin);
        if (means_null(words)) return std::nullopt;
        return Value{Scalar{std::string(words), false}, span(begin, end), {}};
    }

    /// Words without escapes between marks on one line.
    std::optional<Value> quoted() {
        const char mark = text_[at_];
        const std::size_t begin = at_++;
        const std::size_t end = text_.find_first_of(mark == '"' ? "\"\\\n" : "'\n", at_);
        if (end == std::string_view::npos || text_[end] != mark) return std::nullopt;
        const std::string_view words = text_.substr(at_, end - at_);
        at_ = end + 1;
        // Two marks are one within the words; spaces at the ends are the parser's business.
        if (is(mark) || words.empty() || words.front() == ' ' || words.back() == ' ' || words.find('\t') != std::string_view::npos)
            return std::nullopt;
        return Value{Scalar{std::string(words), true}, span(begin, at_), {}};
    }

    static constexpr std::size_t none = std::string_view::npos;

    const std::string_view text_;
    const Span where_;
    std::size_t at_ = 0;
};

/// Characters beyond ASCII that YAML takes for marks or line ends.
bool holds_odd_characters(std::string_view text) {
    constexpr std::array<std::string_view, 4> odd = {"\xEF\xBB\xBF", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    return std::any_of(odd.begin(), odd.end(), [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

} // namespace

std::optional<Value> read_plain(std::string_view text, Span where) {
    if (holds_odd_characters(text)) return std::nullopt;
    return PlainReader(text, where).read();
}

} // namespace halfstar::yaml

#include "foundation/data/yaml_hidden.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <string>

namespace halfstar::yaml {
namespace {

/// One line: how deep it stands, and the value behind its dashes and its key. No value on a line that has neither.
struct ValueLine {
    std::size_t indent = 0;
    std::size_t begin = 0; ///< of the value, as bytes of the text
    std::string_view value;
    bool blank = false;
};

ValueLine value_line(std::string_view text, std::size_t begin, std::size_t end) {
    std::string_view rest = text.substr(begin, end - begin);
    const auto skip_spaces = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size())); };
    skip_spaces();
    ValueLine line{end - begin - rest.size(), 0, {}, rest.empty()};
    bool has_value = false;
    for (; rest.starts_with("- "); has_value = true) {
        rest.remove_prefix(2);
        skip_spaces();
    }
    const bool comment = !has_value && rest.starts_with('#');
    const std::size_t colon = rest.find(": ");
    if (const bool keyed = !comment && colon != std::string_view::npos && rest.find_first_of("\"'[{#&!") > colon; keyed) {
        rest.remove_prefix(colon + 1);
        skip_spaces();
        has_value = true;
    }
    line.begin = end - rest.size();
    if (has_value && !comment) line.value = trim(rest);
    return line;
}

/// `|`, `>-`: the deeper lines below are words as they stand.
bool opens_block(std::string_view value) {
    return !value.empty() && (value[0] == '|' || value[0] == '>') && value.find_first_not_of("|>+-0123456789") == std::string_view::npos;
}

/// Whether a mark alone (`&name`, `!name`) is said of what stands below it.
bool stands_above(std::string_view text, std::string_view value, const ValueLine& line) {
    if (value.find(' ') != std::string_view::npos) return false;
    const std::size_t next = std::min(text.find('\n', line.begin), text.size());
    if (next == text.size()) return false;
    const ValueLine below = value_line(text, next + 1, std::min(text.find('\n', next + 1), text.size()));
    return !below.blank && (below.indent > line.indent || text.substr(next + 1 + below.indent).starts_with("- "));
}

/// A number sign within plain words that a number follows: "Room #237".
bool holds_number(std::string_view value) {
    if (std::string_view("\"'[{").find(value[0]) != std::string_view::npos) return false;
    for (std::size_t at = value.find(" #"); at != std::string_view::npos; at = value.find(" #", at + 1))
        if (at + 2 < value.size() && value[at + 2] >= '0' && value[at + 2] <= '9') return true;
    return false;
}

/// `{Proof}`, which is a map of one key without a value.
bool holds_no_member(std::string_view value) {
    const bool braces = value.size() > 2 && value.front() == '{' && value.back() == '}';
    return braces && value.find_first_of(":\"'") == std::string_view::npos && !trim(value.substr(1, value.size() - 2)).empty();
}

const char* cause_in(std::string_view text, const ValueLine& line) {
    const std::string_view value = line.value;
    const char second = value.size() > 1 ? value[1] : ' ';
    if (value[0] == '#' && second != ' ' && second != '#') return "a number sign that would begin a comment";
    if (holds_no_member(value)) return "braces that hold no 'key: value'";
    if (holds_number(value)) return "a number sign that would begin a comment";
    if (second == ' ' || stands_above(text, value, line)) return nullptr;
    if (value[0] == '!' && second != '!' && second != '<') return "an exclamation mark that may not begin a value";
    const std::string name(value.substr(1, value.find(' ') - 1));
    const bool anchor = value[0] == '&' && text.find("*" + name) == std::string_view::npos;
    return anchor ? "an ampersand that may not begin a value" : nullptr;
}

} // namespace

std::optional<Fault> find_hidden_words(std::string_view text) {
    std::optional<std::size_t> block; // the indent of the line that opened one
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const ValueLine line = value_line(text, begin, end);
        begin = end + 1;
        if (block && (line.blank || line.indent > *block)) continue;
        block = opens_block(line.value) ? std::optional(line.indent) : std::nullopt;
        if (line.value.empty()) continue;
        if (const char* cause = cause_in(text, line)) return Fault{Code::broken_front_matter, line.begin, cause};
    }
    return std::nullopt;
}

} // namespace halfstar::yaml

#include "read/unfenced.h"

#include "foundation/base/utf8.h"
#include "foundation/data/syntaxes.h"
#include "foundation/unicode/text.h"
#include "read/text_lines.h"
#include "read/vocabulary.h"

#include <array>
#include <string>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_key = 30; // code points
constexpr std::size_t most_key_words = 3;
constexpr std::size_t longest_unknown = 120; // code points of a line whose key no table has; longer ones are prose

/// The key of `Key: value`; empty for any other line.
std::string_view key_of(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || line[0] == ' ') return {};
    const bool parted = colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
    const std::string_view key = line.substr(0, colon);
    const auto first = unicode::category(utf8::decode(key, 0).code_point);
    const bool letter = first == unicode::Category::letter || first == unicode::Category::uppercase;
    const bool sentence = key.find_first_of(".,;!?\"*[](){}<>") != std::string_view::npos;
    if (!parted || !letter || sentence || utf8::count(key) > longest_key) return {};
    return split(key, ' ').size() <= most_key_words ? key : std::string_view{};
}

bool is_deeper(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

bool begins_item(std::string_view line) { return line.starts_with("- "); }

/// Keys that facts begin with, and that begin no answer in a conversation and no line of credits.
bool may_be_first(Field field) {
    static constexpr std::array fields = {Field::title,    Field::date, Field::posted,  Field::author,
                                          Field::subtitle, Field::tags, Field::summary, Field::kind};
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// What the lines looked at so far come to.
class KeyCount {
public:
    /// False when no facts can hold this line, or begin with it.
    bool add(std::string_view key, std::string_view line) {
        const auto meaning = meaning_of_key(key);
        const bool unknown = !meaning || meaning->field == Field::table;
        if (unknown && utf8::count(line) > longest_unknown) return false;
        const bool name = fold_word(key) == "name"; // anyone may be called before a colon
        if (keys_++ == 0 && (!meaning || name || !may_be_first(meaning->field))) return false;
        if (unknown) return true;
        ++known_;
        titled_ = titled_ || meaning->field == Field::title || meaning->field == Field::date ||
                  meaning->field == Field::posted;
        return true;
    }
    bool are_facts() const { return keys_ >= 2 && known_ * 2 >= keys_ && titled_; }

private:
    std::size_t keys_ = 0, known_ = 0;
    bool titled_ = false;
};

/// A line of hyphens or points, whose fellow above the keys was forgotten.
bool is_fence(std::string_view line) {
    const std::string_view words = trim(line);
    return words.size() >= 3 && (words.find_first_not_of('-') == std::string_view::npos || words == "...");
}

/// Whether the lines of a key end here without an empty line.
bool ends_keys(std::string_view line) { return is_fence(line) || line.starts_with('#'); }

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
    const bool whole = quoted && value.find(value[0], 1) == value.size() - 1;
    return whole ? value.substr(1, value.size() - 2) : value;
}

/// The list that `key:` begins, when YAML has one there.
std::optional<Value> list_in(std::string_view lines, Span where) {
    Diagnostics unsaid; // what is no list is words
    Value value = read_yaml(lines, where, unsaid, Tolerance::front_matter);
    auto* members = std::get_if<Members>(&value.node);
    if (!unsaid.all().empty() || members == nullptr || members->size() != 1) return std::nullopt;
    Value& only = members->front().second;
    return only.list() == nullptr ? std::nullopt : std::optional(std::move(only));
}

/// The words of a value over its lines, each trimmed.
std::string words_over_lines(std::string_view value) {
    std::string words;
    for (const std::string_view line : split(value, '\n')) {
        const std::string_view trimmed = trim_unicode(line);
        if (!words.empty() && !trimmed.empty()) words += ' ';
        words += trimmed;
    }
    return std::string(unquoted(words));
}

/// The member whose lines are [begin, end) of `inside`.
Member member_of(std::string_view inside, std::size_t begin, std::size_t end, Span where) {
    const std::string_view lines = inside.substr(begin, end - begin);
    const std::string_view key = key_of(lines.substr(0, lines.find('\n')));
    const auto place = [&](std::size_t from, std::size_t to) {
        return Span{where.source, where.begin + static_cast<std::uint32_t>(from), where.begin + static_cast<std::uint32_t>(to)};
    };
    const std::string_view written = lines.substr(key.size() + 1);
    const std::string_view value = trim_unicode(written);
    const std::size_t value_begin = begin + key.size() + 1 + (value.empty() ? 0 : written.find(value));
    const Span span = place(value_begin, value_begin + value.size()), key_span = place(begin, begin + key.size());
    if (value.starts_with('[') || begins_item(value))
        if (auto list = list_in(lines, place(begin, end))) return {std::string(trim(key)), std::move(*list)};
    return {std::string(trim(key)), Value{Scalar{words_over_lines(value), true}, span, key_span}};
}

} // namespace

std::optional<UnfencedPlace> find_unfenced(std::string_view text) {
    TextLine line = line_at(text, 0);
    while (line.next < text.size() && is_blank(words_of(text, line)))
        line = line_at(text, line.next);
    const std::size_t begin = line.begin;
    KeyCount keys;
    for (; line.begin < text.size(); line = line_at(text, line.next)) {
        const std::string_view words = words_of(text, line);
        if (is_blank(words) || (line.begin > begin && ends_keys(words))) break;
        const std::string_view key = key_of(words);
        const bool goes_on = line.begin > begin && (is_deeper(words) || begins_item(words));
        if (key.empty() ? !goes_on : !keys.add(key, words)) return std::nullopt;
    }
    if (!keys.are_facts()) return std::nullopt;
    const bool fenced = line.begin < text.size() && is_fence(words_of(text, line));
    return UnfencedPlace{begin, line.begin, fenced ? line.next : line.begin};
}

Members read_unfenced(std::string_view inside, Span where) {
    Members members;
    std::size_t begin = 0;
    for (TextLine line = line_at(inside, 0); begin < inside.size(); line = line_at(inside, line.next)) {
        const bool last = line.next >= inside.size();
        const bool next_is_key = !last && !key_of(words_of(inside, line_at(inside, line.next))).empty();
        if (!last && !next_is_key) continue;
        members.push_back(member_of(inside, begin, line.next, where));
        begin = line.next;
    }
    return members;
}

} // namespace halfstar::reading

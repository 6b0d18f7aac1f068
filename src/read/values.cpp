#include "read/values.h"

#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"
#include "read/date.h"
#include "read/html/entities.h"
#include "read/names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace halfstar::reading {

namespace {

constexpr int longest_film = 100 * 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A number in front of a text, taken from it.
std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !is_digit(text[0])) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::string_view take_unit(std::string_view& text) {
    text = trim_unicode(text);
    std::size_t n = 0;
    while (n < text.size() && !is_digit(text[n]) && text[n] != ' ')
        ++n;
    std::string_view unit = text.substr(0, n);
    text = trim_unicode(text.substr(n));
    while (unit.ends_with('.') || unit.ends_with(','))
        unit.remove_suffix(1);
    return unit;
}

template <std::size_t N> bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return ascii_iequal(w, word); });
}

bool is_hours(std::string_view unit) {
    static constexpr std::array<std::string_view, 12> words = {"h",       "hr",     "hrs",    "hour", "hours", "std",
                                                               "stunden", "stunde", "heures", "ora",  "ore",   "saat"};
    return is_one_of(unit, words);
}
bool is_minutes(std::string_view unit) {
    static constexpr std::array<std::string_view, 11> words = {
        "m", "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "'", "\u2019", "\u2032"};
    return is_one_of(unit, words) || ascii_iequal(unit, "dk") || ascii_iequal(unit, "dakika");
}

} // namespace

std::string text_of(const Value& value) {
    if (const auto* list = value.list(); list != nullptr && list->size() == 1) return text_of(list->front());
    const Scalar* scalar = value.scalar();
    if (scalar == nullptr) return {};
    const std::string decoded = unicode::normalise_nfc(soup::decode_entities(scalar->text));
    std::string text(trim_unicode(decoded));
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\t', ' ');
    while (text.find("  ") != std::string::npos)
        text = replace_all(text, "  ", " ");
    return text;
}

bool is_blank(const Value& value) {
    if (const Scalar* scalar = value.scalar()) return trim_unicode(scalar->text).empty();
    if (const auto* list = value.list()) return std::all_of(list->begin(), list->end(), is_blank);
    if (const auto* members = value.members()) return members->empty();
    return true;
}

std::vector<std::string> list_of(const Value& value) {
    std::vector<std::string> items;
    if (const auto* list = value.list()) {
        for (const Value& item : *list)
            if (std::string text = text_of(item); !text.empty()) items.push_back(std::move(text));
    } else if (value.scalar() != nullptr) {
        items = split_items(text_of(value));
    }
    return items;
}

namespace {

/// `[[page]]` is "page", `[[page|words]]` is "words"; brackets that do not close stay.
std::string shown_words(std::string_view text) {
    std::string shown;
    for (std::size_t open = text.find("[["); open != std::string_view::npos; open = text.find("[[")) {
        const std::size_t close = text.find("]]", open);
        if (close == std::string_view::npos) break;
        std::string_view inside = text.substr(open + 2, close - open - 2);
        if (const std::size_t bar = inside.rfind('|'); bar != std::string_view::npos) inside.remove_prefix(bar + 1);
        shown.append(text.substr(0, open)).append(inside);
        text.remove_prefix(close + 2);
    }
    return shown.append(text);
}

} // namespace

Value without_wiki_marks(const Value& value) {
    Value shown = value;
    if (auto* scalar = std::get_if<Scalar>(&shown.node)) {
        scalar->text = shown_words(scalar->text);
    } else if (auto* list = std::get_if<std::vector<Value>>(&shown.node)) {
        // A plain [[name]] is a list of a list to YAML.
        if (list->size() == 1 && list->front().list() != nullptr && list->front().list()->size() == 1)
            return without_wiki_marks(list->front().list()->front());
        for (Value& item : *list) item = without_wiki_marks(item);
    } else if (auto* members = std::get_if<Members>(&shown.node)) {
        for (auto& [key, item] : *members) item = without_wiki_marks(item);
    }
    return shown;
}

std::optional<bool> yes_or_no(std::string_view text) {
    static constexpr std::array<std::string_view, 6> yes = {"yes", "true", "y", "on", "1", "x"};
    static constexpr std::array<std::string_view, 6> no = {"no", "false", "n", "off", "0", "none"};
    if (is_one_of(trim_unicode(text), yes)) return true;
    if (is_one_of(trim_unicode(text), no)) return false;
    return std::nullopt;
}

std::optional<int> read_minutes(std::string_view text) {
    text = trim_unicode(text);
    const auto first = text.empty() ? std::nullopt : take_number(text);
    if (!first || *first > longest_film) return std::nullopt;
    int total = *first;
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        const auto minutes = text.empty() ? std::nullopt : take_number(text);
        if (!minutes || *minutes > 59) return std::nullopt;
        total = *first * 60 + *minutes;
        if (text.size() == 3 && text[0] == ':') text.remove_prefix(3); // seconds
    } else if (const std::string_view unit = take_unit(text); is_hours(unit)) {
        total = *first * 60;
        if (text.starts_with("and ")) text.remove_prefix(4);
        if (!text.empty()) {
            const auto minutes = take_number(text);
            if (!minutes || *minutes > 59) return std::nullopt;
            total += *minutes;
            if (const std::string_view last = take_unit(text); !last.empty() && !is_minutes(last)) return std::nullopt;
        }
    } else if (!unit.empty() && !is_minutes(unit)) {
        return std::nullopt;
    }
    if (!text.empty() || total <= 0 || total > longest_film) return std::nullopt;
    return total;
}

std::string language_tag(std::string_view text) {
    std::string tag(trim_unicode(text));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const auto parts = split(tag, '-');
    if (parts[0].size() < 2 || parts[0].size() > 3) return {};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto ok = [&](char c) { return is_letter(c) || (i > 0 && is_digit(c)); };
        if (parts[i].empty() || parts[i].size() > 8 || !std::all_of(parts[i].begin(), parts[i].end(), ok)) return {};
    }
    for (std::size_t i = 0; i < tag.size() && tag[i] != '-'; ++i)
        if (tag[i] < 'a') tag[i] = static_cast<char>(tag[i] - 'A' + 'a');
    return tag;
}

std::optional<int> read_year(std::string_view text) {
    text = trim_unicode(text);
    if (text.size() == 6 && text.front() == '(' && text.back() == ')') text = text.substr(1, 4);
    const auto date = read_date(text);
    if (!date || !is_film_year(date->year)) return std::nullopt;
    return date->year;
}

} // namespace halfstar::reading

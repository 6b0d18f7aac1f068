#include "compose/index_words.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace halfstar {
namespace {

/// Words between a given name and a family's name: of it with a capital, not of it without.
constexpr std::array<std::string_view, 44> particles = {
    "de", "del", "della", "dello", "dei", "degli", "delle", "di",  "da",   "do",  "dos", "das", "du",    "des", "d'",
    "la", "le",  "lo",    "los",   "las", "van",   "von",   "vom", "zu",   "zum", "zur", "af",  "av",    "ten", "ter",
    "te", "der", "den",   "het",   "'t",  "al",    "el",    "bin", "bint", "ibn", "st.", "st",  "saint", "san"};
/// Particles that are written together with the name, without a capital.
constexpr std::array<std::string_view, 6> prefixes = {"al-", "el-", "d'", "d’", "l'", "l’"};
constexpr std::array<std::string_view, 9> suffixes = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "jnr", "snr"};

template <std::size_t n> bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
    const std::string folded = replace_all(unicode::lower(word, ""), "’", "'");
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool begins_small(std::string_view word) {
    const std::string_view letters = unicode::from_first_letter(word);
    return !letters.empty() && unicode::category(utf8::decode(letters, 0).code_point) == unicode::Category::letter;
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words = split(name, ' ');
    std::erase_if(words, [](std::string_view word) { return word.empty(); });
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i)
        out.append(out.empty() ? "" : " ").append(words[i]);
    return out;
}

/// "B", "E.": no family is called so.
bool is_initial(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return utf8::count(word) == 1;
}

/// "Joon-ho", but neither "Zeta-Jones" nor "al-Mansour".
bool is_hyphenated_given_name(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 == word.size() || begins_small(word)) return false;
    return begins_small(word.substr(hyphen + 1));
}

bool is_family_first_script(std::string_view name) {
    for (const unicode::ScriptRun& run : unicode::script_runs(name))
        for (const char* tag : {"Hani", "Hang", "Hira", "Kana", "Jpan", "Kore"})
            if (std::strcmp(run.tag, tag) == 0) return true;
    return false;
}

/// The last word of a family's name, and a small prefix that is written together with it.
struct LastWord {
    std::string_view name, prefix;
};

LastWord without_prefix(std::string_view word) {
    for (const std::string_view prefix : prefixes)
        if (word.starts_with(prefix) && word.size() > prefix.size()) return {word.substr(prefix.size()), prefix};
    return {word, {}};
}

} // namespace

bool is_person(Role role) { return role != Role::distributor && role != Role::studio; }

std::string person_identity(std::string_view name) {
    const std::string folded = unicode::lower(unicode::normalise_nfc(trim_unicode(name)), "");
    const std::vector<std::string_view> words = words_of(folded);
    return joined(words, 0, words.size());
}

std::string name_in_index(std::string_view name) {
    name = trim_unicode(name);
    std::vector<std::string_view> words = words_of(name);
    std::string suffix;
    if (words.size() > 2 && is_one_of(words.back(), suffixes)) {
        suffix = ", " + std::string(words.back());
        words.pop_back();
        if (words.back().ends_with(',')) words.back().remove_suffix(1);
    }
    const std::string whole = joined(words, 0, words.size()) + suffix;
    const bool plain =
        whole.find_first_of("()[]") == std::string::npos &&
        std::none_of(words.begin(), words.end(), [](std::string_view one) { return one.ends_with(','); });
    if (words.size() > 1 && ascii_iequal(words[0], "the")) return title_in_index(whole, "en");
    if (words.size() < 2 || !plain || is_initial(words.back()) || is_family_first_script(name)) return whole;
    if (words.size() == 2 && is_hyphenated_given_name(words[1])) return whole;
    const LastWord last = without_prefix(words.back());
    std::size_t family = words.size() - 1;
    while (last.prefix.empty() && family > 1 && is_one_of(words[family - 1], particles) &&
           !begins_small(words[family - 1]))
        --family;
    std::size_t given = family;
    while (given > 1 && is_one_of(words[given - 1], particles) && begins_small(words[given - 1]))
        --given;
    std::string out = joined(words, family, words.size() - 1);
    out.append(out.empty() ? "" : " ").append(last.name).append(", ").append(joined(words, 0, given));
    if (given < family) out.append(" ").append(joined(words, given, family));
    if (!last.prefix.empty()) out.append(" ").append(last.prefix);
    return out + suffix;
}

} // namespace halfstar

#include "read/names.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

/// Offsets of `mark`, which holds no bracket, outside brackets.
std::vector<std::size_t> marks_outside_brackets(std::string_view text, std::string_view mark) {
    std::vector<std::size_t> found;
    int depth = 0;
    std::size_t seen = 0; // brackets before it are in `depth`
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
        for (; seen < at; ++seen) {
            if (text[seen] == '(' || text[seen] == '[') ++depth;
            if ((text[seen] == ')' || text[seen] == ']') && depth > 0) --depth;
        }
        if (depth == 0) found.push_back(at);
    }
    return found;
}

std::vector<std::string> cut_at(std::string_view text, std::string_view mark) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (const std::size_t at : marks_outside_brackets(text, mark)) {
        parts.emplace_back(trim_unicode(text.substr(begin, at - begin)));
        begin = at + mark.size();
    }
    parts.emplace_back(trim_unicode(text.substr(begin)));
    std::erase(parts, std::string());
    return parts;
}

/// "Jr." and its kin, which follow a comma and belong to the name before it.
bool is_suffix(std::string_view word) {
    static constexpr std::array<std::string_view, 9> suffixes = {"jr",  "jr.", "sr",   "sr.", "ii",
                                                                 "iii", "iv",  "esq.", "phd"};
    return word.size() <= 4 && std::find(suffixes.begin(), suffixes.end(), ascii_lower(word)) != suffixes.end();
}

/// " and " and its kin. Spanish "y" and Portuguese "e" also stand inside surnames, so they join only what is
/// otherwise two whole names.
std::vector<std::string> cut_at_joints(std::string_view text) {
    static constexpr std::array<std::string_view, 9> joints = {" and ", " & ", " und ", " et ", " ve ",
                                                               " + ",   " / ", " och ", " og "};
    if (std::count(text.begin(), text.end(), ' ') < 2) return {std::string(text)}; // a joint stands between two spaces
    for (const std::string_view joint : joints) {
        if (text.find(joint) == std::string_view::npos) continue;
        const auto parts = cut_at(text, joint);
        if (parts.size() < 2) continue;
        std::vector<std::string> all;
        for (const std::string& part : parts)
            for (std::string& name : cut_at_joints(part))
                all.push_back(std::move(name));
        return all;
    }
    for (const std::string_view joint : {" y ", " e "}) {
        if (text.find(joint) == std::string_view::npos) continue;
        const auto parts = cut_at(text, joint);
        const auto whole = [](const std::string& part) { return part.find(' ') != std::string::npos; };
        if (parts.size() == 2 && std::all_of(parts.begin(), parts.end(), whole)) return parts;
    }
    return {std::string(text)};
}

/// "and X" at the end of "A, B, and X".
std::string_view without_joint(std::string_view part) {
    for (const std::string_view joint : {"and ", "& ", "und ", "et ", "ve "})
        if (part.starts_with(joint)) return trim_unicode(part.substr(joint.size()));
    return part;
}

void share_surname(std::vector<std::string>& pair) {
    if (pair.size() != 2 || pair[0].find(' ') != std::string::npos) return;
    const std::size_t space = pair[1].rfind(' ');
    if (space != std::string::npos) pair[0] += pair[1].substr(space);
}

enum class Surname { apart, shared };

std::vector<std::string> split_as(std::string_view list, Surname surname) {
    const std::string_view text = trim_unicode(list);
    if (!marks_outside_brackets(text, ";").empty()) return cut_at(text, ";");
    std::vector<std::string> names;
    for (const std::string& part : cut_at(text, ",")) {
        if (is_suffix(part) && !names.empty()) {
            names.back() += ", " + part;
            continue;
        }
        auto joined = cut_at_joints(without_joint(part));
        if (surname == Surname::shared) share_surname(joined);
        std::move(joined.begin(), joined.end(), std::back_inserter(names));
    }
    return names;
}

} // namespace

std::vector<std::string> split_names(std::string_view list) { return split_as(list, Surname::shared); }
std::vector<std::string> split_cast(std::string_view list) { return split_as(list, Surname::apart); }

std::vector<std::string> split_items(std::string_view list) {
    return cut_at(list, marks_outside_brackets(list, ";").empty() ? "," : ";");
}

CastName read_cast_name(std::string_view entry) {
    const std::string_view text = trim_unicode(entry);
    const std::size_t open = text.find('(');
    if (text.ends_with(')') && open != std::string_view::npos && open > 0)
        return {std::string(trim_unicode(text.substr(0, open))),
                std::string(trim_unicode(text.substr(open + 1, text.size() - open - 2)))};
    for (const std::string_view joint : {" as ", " als ", " … ", " ... "}) {
        const std::size_t at = text.find(joint);
        if (at == std::string_view::npos || at == 0) continue;
        return {std::string(trim_unicode(text.substr(0, at))),
                std::string(trim_unicode(text.substr(at + joint.size())))};
    }
    return {std::string(text), {}};
}

namespace {

/// Small words within names of people and companies.
bool is_particle(std::string_view word) {
    static constexpr std::array<std::string_view, 26> words = {
        "de", "la", "las", "los", "von", "van", "der", "den", "del", "della", "da", "dos", "di",
        "du", "le", "el",  "al",  "bin", "ibn", "of",  "the", "and", "y",     "e",  "zu",  "ter"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A full stop ends an initial or a short form; after a longer word it ends a sentence.
bool ends_sentence(std::string_view word) {
    return word.ends_with('.') && utf8::count(word) > 5 && std::count(word.begin(), word.end(), '.') == 1;
}

} // namespace

bool may_be_name(std::string_view text) {
    const CastName entry = read_cast_name(text);
    text = entry.name;
    if (text.empty() || utf8::count(text) > 70 || utf8::count(entry.character) > 70) return false;
    const auto words = split(text, ' ');
    if (words.size() > 8 || text.find_first_of("?!:<>{}|=\"") != std::string_view::npos) return false;
    std::size_t lower = 0;
    for (const std::string_view word : words) {
        if (ends_sentence(word)) return false;
        if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && !is_particle(word)) ++lower;
    }
    return lower <= 1 || (lower == words.size() && lower <= 2);
}

} // namespace halfstar::reading

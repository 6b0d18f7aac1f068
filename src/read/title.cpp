#include "read/title.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/names.h"
#include "read/rating.h"
#include "read/values.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

/// Takes "(1999)" or "[1999]" from the end of a title.
std::optional<int> take_year(std::string& title) {
    const std::string_view text = title;
    if (text.size() < 8) return std::nullopt;
    const std::string_view end = text.substr(text.size() - 6);
    if (!(end.front() == '(' && end.back() == ')') && !(end.front() == '[' && end.back() == ']')) return std::nullopt;
    const std::string_view digits = end.substr(1, 4);
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const auto year = read_year(digits);
    const std::string_view rest = trim_unicode(text.substr(0, text.size() - 6));
    if (!year || rest.empty()) return std::nullopt;
    title = std::string(rest);
    return year;
}

/// The words in brackets at the end of a title, and where they begin; empty when nothing stands before them.
std::string_view bracketed_end(std::string_view title, std::size_t& begin) {
    begin = title.find_last_of("([");
    if (begin == std::string_view::npos || begin == 0 || title.find_first_of(")]", begin) != title.size() - 1) return {};
    return trim_unicode(title.substr(begin + 1, title.size() - begin - 2));
}

/// Names behind "dir." and its kin, or as they stand; empty when the part is none.
std::string_view directors_in(std::string_view part, bool alone) {
    for (const std::string_view mark : {"dir. ", "dir: ", "Dir. ", "directed by ", "Directed by ", "d. "})
        if (part.starts_with(mark)) return trim_unicode(part.substr(mark.size()));
    const bool name = !alone && part.find(' ') != std::string_view::npos && may_be_name(part);
    return name ? part : std::string_view{};
}

/// Takes "(Andrei Tarkovsky, 1979)", "(1979, dir. Andrei Tarkovsky)" from the end.
void take_directors(CleanTitle& clean) {
    std::size_t begin = 0;
    const std::string_view inside = bracketed_end(clean.title, begin);
    const std::vector<std::string> parts = split_items(inside);
    if (parts.empty() || parts.size() > 3) return;
    std::optional<int> year;
    std::vector<std::string> names;
    for (const std::string& part : parts) {
        const auto number = part.size() == 4 ? read_year(part) : std::nullopt;
        const std::string_view name = directors_in(part, parts.size() == 1);
        if (number && !year)
            year = number;
        else if (!name.empty())
            names.emplace_back(name);
        else
            return;
    }
    if (names.empty() || (parts.size() > 1 && !year)) return;
    clean.directors = join(names, ", ");
    clean.year = year;
    clean.title = std::string(trim_unicode(std::string_view(clean.title).substr(0, begin)));
}

/// Takes a rating from the end: in brackets, behind a dash, or drawn as stars. "Fahrenheit 9/11" has none.
void take_rating(CleanTitle& clean) {
    static constexpr std::array<std::string_view, 5> marks = {" – ", " — ", " - ", " | ", ": "};
    const std::string_view title = clean.title;
    std::size_t begin = 0;
    std::string_view rating = bracketed_end(title, begin);
    for (std::size_t i = 0; i < marks.size() && !is_bare_rating(rating); ++i) {
        begin = title.rfind(marks[i]);
        rating = begin == std::string_view::npos ? "" : title.substr(begin + marks[i].size());
    }
    for (const std::string_view star : {" ★", " ⭐"}) {
        if (is_bare_rating(rating)) break;
        begin = title.find(star);
        rating = begin == std::string_view::npos ? "" : title.substr(begin);
    }
    if (!is_bare_rating(rating) || trim_unicode(title.substr(0, begin)).empty()) return;
    clean.rating = std::string(trim_unicode(rating));
    clean.title = std::string(trim_unicode(title.substr(0, begin)));
}

bool starts_with_words(std::string_view text, std::string_view words) {
    return text.size() > words.size() && ascii_iequal(text.substr(0, words.size()), words);
}
bool ends_with_words(std::string_view text, std::string_view words) {
    return text.size() > words.size() && ascii_iequal(text.substr(text.size() - words.size()), words);
}

/// "Review: Stalker", "Movie Review – Stalker".
bool take_front(std::string& title) {
    static constexpr std::array<std::string_view, 7> fronts = {"film review", "movie review", "dvd review", "review",
                                                               "kritik",      "critique",     "crítica"};
    static constexpr std::array<std::string_view, 5> marks = {":", " –", " —", " -", " |"};
    for (const std::string_view front : fronts) {
        if (!starts_with_words(title, front)) continue;
        for (const std::string_view mark : marks) {
            const std::string_view rest = std::string_view(title).substr(front.size());
            if (!rest.starts_with(mark) || trim_unicode(rest.substr(mark.size())).empty()) continue;
            title = std::string(trim_unicode(rest.substr(mark.size())));
            return true;
        }
    }
    return false;
}

/// "Stalker Movie Review", "Stalker – review", "Stalker: A Review".
bool take_end(std::string& title) {
    static constexpr std::array<std::string_view, 17> ends = {
        " movie review",   " film review",   ": movie review", ": film review",  " – movie review", " — movie review",
        " - movie review", " – film review", " — film review", " - film review", " – review",       " — review",
        " - review",       ": review",       ": a review",     " | review",      ") review"};
    for (const std::string_view end : ends) {
        if (!ends_with_words(title, end)) continue;
        const std::size_t kept = title.size() - end.size() + (end[0] == ')' ? 1u : 0u);
        std::string rest(trim_unicode(std::string_view(title).substr(0, kept)));
        while (rest.ends_with(':') || rest.ends_with('-'))
            rest = std::string(trim_unicode(rest.substr(0, rest.size() - 1)));
        if (rest.empty()) continue;
        title = std::move(rest);
        return true;
    }
    return false;
}

bool is_small_word(std::string_view word) {
    static constexpr std::array<std::string_view, 24> words = {
        "a",  "an", "and",  "as", "at",   "but", "by",  "for", "from", "in",  "into", "nor",
        "of", "on", "onto", "or", "over", "per", "the", "to",  "up",   "via", "vs",   "with"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string capitalised(std::string_view word, std::string_view language) {
    if (word.empty()) return {};
    const std::size_t first = utf8::decode(word, 0).length;
    return unicode::upper(word.substr(0, first), language) + std::string(word.substr(first));
}

/// Capitals for an English title: every word but the small ones inside. Other languages begin with one capital.
std::string title_case(std::string_view text, std::string_view language) {
    if (!language.empty() && !language.starts_with("en")) return capitalised(text, language);
    const auto words = split(text, ' ');
    std::string title;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool inside = i > 0 && i + 1 < words.size() && !words[i - 1].ends_with(':');
        if (i > 0) title += ' ';
        title += inside && is_small_word(words[i]) ? std::string(words[i]) : capitalised(words[i], "en");
    }
    return title;
}

} // namespace

CleanTitle clean_title(std::string_view written) {
    CleanTitle clean{std::string(trim_unicode(written)), std::nullopt, {}, {}};
    take_rating(clean);
    take_directors(clean);
    const auto year = [&] {
        if (!clean.year) clean.year = take_year(clean.title);
    };
    year();
    take_front(clean.title);
    if (take_end(clean.title)) year();
    return clean;
}

namespace {

/// Takes "-review" or "_movie_review" from the end of a name of joined words, or the same from its beginning.
std::string_view without_review(std::string_view name) {
    static constexpr std::array<std::string_view, 6> words = {"-film-review", "_film_review", "-movie-review",
                                                              "_movie_review", "-review", "_review"};
    for (const std::string_view word : words) {
        if (ends_with_words(name, word)) return name.substr(0, name.size() - word.size());
        const std::string front = std::string(word.substr(1)) + word[0];
        if (starts_with_words(name, front)) return name.substr(front.size());
    }
    return name;
}

} // namespace

std::string title_from_name(std::string_view name, std::string_view language) {
    std::string words(trim_unicode(name));
    if (words.find(' ') == std::string::npos) {
        words = std::string(without_review(words));
        std::replace(words.begin(), words.end(), '-', ' ');
        std::replace(words.begin(), words.end(), '_', ' ');
        while (words.find("  ") != std::string::npos)
            words = replace_all(words, "  ", " ");
        words = std::string(trim(words));
    }
    if (words.empty()) return std::string(name);
    return unicode::lower(words, "en") == words ? title_case(words, language) : words;
}

std::string name_of_path(std::string_view path) {
    const auto names = split(path, '/');
    std::string_view name = names.back();
    static constexpr std::array<std::string_view, 7> endings = {".md",  ".markdown", ".mdown", ".mkd",
                                                                ".txt", ".text",     ".mdx"};
    for (const std::string_view ending : endings)
        if (ends_with_words(name, ending)) {
            name.remove_suffix(ending.size());
            break;
        }
    if ((name == "index" || name == "_index") && names.size() > 1) name = names[names.size() - 2];
    return std::string(name);
}

} // namespace halfstar::reading

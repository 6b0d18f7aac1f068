#include "read/kinds/film_line.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "read/date.h"
#include "read/names.h"
#include "read/rating.h"
#include "read/values.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Marks that part a title from what is said of it.
constexpr std::array<std::string_view, 9> marks = {" — ", " – ", " - ", " | ", ": ", ", ", "— ", "– ", " "};

std::size_t mark_length(std::string_view words) {
    std::size_t length = 0;
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view mark : marks) {
            if (!words.substr(length).starts_with(mark)) continue;
            length += mark.size();
            found = true;
            break;
        }
    }
    return length;
}

/// "dir. X", "directed by X", "d. X" or, with `bare`, a name alone.
std::optional<std::string> director_in(std::string_view words, bool bare) {
    static constexpr std::array<std::string_view, 8> before = {"directed by ", "director: ", "director ", "dir. by ",
                                                               "dir: ",        "dir. ",      "dir ",      "d. "};
    const std::string lower = ascii_lower(words);
    for (const std::string_view mark : before)
        if (lower.starts_with(mark)) return std::string(trim_unicode(words.substr(mark.size())));
    return bare && may_be_name(words) && words.find_first_of("0123456789") == std::string_view::npos
               ? std::optional(std::string(words))
               : std::nullopt;
}

void add_directors(Work& film, std::string_view names) {
    for (std::string& name : split_names(names)) film.credits.push_back({Role::director, {}, std::move(name), {}, {}});
}

/// Inside brackets: a year, a director, or both in either order.
bool read_bracket(std::string_view inside, Work& film) {
    Work found;
    bool any_year = false;
    for (const std::string_view raw : split(inside, ',')) {
        const std::string_view part = trim_unicode(raw);
        const bool four = part.size() == 4 && std::all_of(part.begin(), part.end(), is_digit);
        if (four && !found.year && is_film_year(std::stoi(std::string(part)))) {
            found.year = std::stoi(std::string(part));
            any_year = true;
        } else if (const auto director = director_in(part, true); director && !director->empty()) {
            add_directors(found, *director);
        } else {
            return false;
        }
    }
    if (!any_year && !director_in(trim_unicode(inside), false)) return false; // "(again)" is words
    if (found.year && film.year) return false;
    if (found.year) film.year = found.year;
    std::move(found.credits.begin(), found.credits.end(), std::back_inserter(film.credits));
    return true;
}

std::size_t bracket_length(std::string_view words, Work& film) {
    if (words.empty() || (words[0] != '(' && words[0] != '[')) return 0;
    const std::size_t close = words.find(words[0] == '(' ? ')' : ']');
    if (close == std::string_view::npos || !read_bracket(words.substr(1, close - 1), film)) return 0;
    return close + 1;
}

bool take_rating(std::string_view words, std::int32_t bare_best, Work& film) {
    words = trim_unicode(words);
    RatingReading reading = read_rating(words, bare_best);
    const bool letter = reading.rating && reading.rating->form == RatingForm::letter;
    if (reading.outcome != RatingOutcome::rated || !(letter || is_bare_rating(words))) return false;
    film.rating = Fact<Rating>{std::move(*reading.rating), {}};
    return true;
}

/// A rating within brackets, to the words' end, or to the mark that ends a sentence.
std::size_t rating_length(std::string_view words, std::int32_t bare_best, Work& film) {
    if (film.rating || words.empty()) return 0;
    if (words[0] == '(' || words[0] == '[') {
        const std::size_t close = words.find(words[0] == '(' ? ')' : ']');
        return close != std::string_view::npos && take_rating(words.substr(1, close - 1), bare_best, film) ? close + 1 : 0;
    }
    if (take_rating(words, bare_best, film)) return words.size();
    for (const std::string_view end : {". ", ": ", ", ", " — ", " – ", " - "})
        if (const std::size_t at = words.find(end); at != std::string_view::npos && take_rating(words.substr(0, at), bare_best, film))
            return at;
    return 0;
}

std::size_t skip_spaces(std::string_view words, std::size_t at) {
    while (at < words.size() && words[at] == ' ') ++at;
    return at;
}

} // namespace

std::size_t rank_length(std::string_view words, std::string& rank) {
    std::size_t at = 0;
    const std::string lower = ascii_lower(words.substr(0, 4));
    if (lower.starts_with("no. ")) at = 4;
    else if (lower.starts_with("no.")) at = 3;
    else if (words.starts_with("#")) at = 1;
    const bool numbered = at > 0;
    const std::size_t first = at;
    while (at < words.size() && is_digit(words[at])) ++at;
    if (at == first || at - first > 3) return 0;
    const std::size_t last = at;
    const bool marked = at < words.size() && (words[at] == '.' || words[at] == ')' || words[at] == ':');
    if (marked) ++at;
    const std::size_t mark = mark_length(words.substr(at));
    // "300" and "12 Angry Men" are titles; "10. Parasite", "#10 Parasite" and "10 — Parasite" have ranks.
    if (!marked && !numbered && (mark < 3 || words.substr(at).starts_with(": "))) return 0;
    if (mark == 0) return 0;
    rank = std::string(words.substr(first, last - first));
    return at + mark;
}

std::size_t read_film_facts(std::string_view words, std::int32_t bare_best, Work& film) {
    std::size_t taken = 0;
    for (;;) {
        const std::size_t at = taken + mark_length(words.substr(taken));
        const std::string_view rest = words.substr(at);
        std::size_t length = bracket_length(rest, film);
        if (length == 0) length = rating_length(rest, bare_best, film);
        if (length == 0) return taken;
        taken = at + length;
    }
}

std::optional<FilmLine> read_film_line(std::string_view words, std::int32_t bare_best) {
    FilmLine line;
    line.title_begin = rank_length(words, line.rank);
    // The shortest title behind which all that follows is understood.
    for (std::size_t at = line.title_begin + 1; at <= words.size(); ++at) {
        const bool may_end = at == words.size() || words[at] == ' ' || words[at] == ':' || words[at] == ',' ||
                             static_cast<unsigned char>(words[at]) >= 0x80;
        if (!may_end || (at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80)) continue;
        Work film;
        const std::size_t taken = read_film_facts(words.substr(at), bare_best, film);
        if (skip_spaces(words, at + taken) != words.size()) continue;
        line.title_end = at;
        line.film = std::move(film);
        break;
    }
    const std::string_view title = trim_unicode(words.substr(line.title_begin, line.title_end - line.title_begin));
    if (line.title_end == 0 || title.empty()) return std::nullopt;
    line.film.title.value = std::string(title);
    line.end = words.size();
    return line;
}

} // namespace halfstar::reading

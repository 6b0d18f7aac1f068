#include "compose/passes.h"

#include "compose/index_words.h"
#include "compose/scale.h"
#include "document/dates.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace halfstar {
namespace {

constexpr std::size_t most_people = 10, most_ranked = 5;
constexpr std::size_t least_for_worst = 10; ///< rated films: among fewer none need be called the worst

void count_day(Statistics& statistics, const Date& day) {
    if (statistics.first_year == 0 || day.year < statistics.first_year) statistics.first_year = day.year;
    statistics.last_year = std::max(statistics.last_year, day.year);
    if (day.month < 1 || day.month > 12) return;
    const auto month = static_cast<std::size_t>(day.month - 1);
    ++statistics.months[month];
    if (day.day < 1 || day.day > 31) return;
    std::uint8_t& films = statistics.days[month][static_cast<std::size_t>(day.day - 1)];
    if (films < UINT8_MAX) ++films;
}

void count_works(const std::vector<Piece>& pieces, Statistics& statistics) {
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works) {
            ++statistics.films;
            if (work.rating && work.rating->value.is_counted()) ++statistics.rated;
            if (const Date* day = day_of(piece)) count_day(statistics, *day);
        }
}

/// The decades in which the films came out whose year is known; none is left out between the first and the last.
void count_decades(const std::vector<Piece>& pieces, Statistics& statistics) {
    std::map<int, std::uint32_t> films;
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works)
            if (work.year && *work.year > 0) ++films[*work.year / 10 * 10];
    if (films.empty()) return;
    for (int decade = films.begin()->first; decade <= films.rbegin()->first; decade += 10)
        statistics.decades.push_back({decade, films[decade]});
}

/// The values of all ratings that have the scale's form, the lowest first.
std::vector<std::int32_t> values_on(const Scale& scale, const std::vector<Piece>& pieces) {
    std::vector<std::int32_t> values;
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works)
            if (const auto value = work.rating ? value_on(scale, work.rating->value) : std::nullopt)
                values.push_back(*value);
    std::sort(values.begin(), values.end());
    return values;
}

/// Nothing of the scale is lower than a step, unless a film was given less than half of one.
void count_ratings(const Scale& scale, const std::vector<std::int32_t>& values, Statistics& statistics) {
    const std::int64_t step = step_of(scale), best = scale.best;
    std::map<std::int64_t, std::uint32_t> counts;
    for (std::int64_t value = step; value <= best; value += step)
        counts[value] = 0;
    for (const std::int64_t value : values)
        ++counts[std::min((value + step / 2) / step * step, best)];
    for (const auto& [value, count] : counts)
        statistics.ratings.push_back({rating_on(scale, static_cast<std::int32_t>(value)), count});
}

void find_middle(const Scale& scale, const std::vector<std::int32_t>& values, Statistics& statistics) {
    if (values.empty()) return;
    const auto count = static_cast<std::int64_t>(values.size());
    std::int64_t sum = 0;
    for (const std::int32_t value : values)
        sum += value;
    const std::size_t middle = values.size() / 2;
    const std::int64_t upper = values[middle], lower = values[(values.size() - 1) / 2];
    statistics.average = rating_on(scale, static_cast<std::int32_t>((2 * sum + count) / (2 * count)));
    statistics.median = rating_on(scale, static_cast<std::int32_t>((lower + upper + 1) / 2));
}

/// What makes films the same (compose/index_words.h), and what they are sorted by, made when it is first asked for.
class Films {
public:
    explicit Films(const Edition& edition) : edition_(edition) {}

    const std::string& identity(WorkReference film) {
        return made(identities_, film, [&] { return film_identity(work(film)); });
    }
    /// Of the title.
    const std::string& sort_key(WorkReference film) {
        return made(sort_keys_, film, [&] {
            const Work& its = work(film);
            const std::string words = title_in_index(its.title.value, language_of_title(its, edition_.pieces[film.piece]));
            return unicode::sort_key(unicode::from_first_letter(words), edition_.language);
        });
    }

private:
    using Known = std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>;

    const Work& work(WorkReference film) const { return edition_.pieces[film.piece].works[film.work]; }

    template <class Make> static const std::string& made(Known& known, WorkReference film, const Make& make) {
        const auto [place, is_new] = known.try_emplace({film.piece, film.work});
        if (is_new) place->second = make();
        return place->second;
    }

    const Edition& edition_;
    Known identities_, sort_keys_;
};

/// People of more than one film; a film that two pieces are about is one. Of equals the index's order stays.
void count_people(const Edition& edition, Films& known, Statistics& statistics) {
    std::vector<Statistics::PersonCount> people;
    for (const IndexEntry& entry : edition.people) {
        if (entry.references.size() < 2) continue;
        std::set<std::string_view> films;
        for (const IndexReference& reference : entry.references)
            films.insert(known.identity(reference.work));
        if (films.size() > 1) people.push_back({entry.name, static_cast<std::uint32_t>(films.size())});
    }
    std::stable_sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.films > b.films; });
    people.resize(std::min(people.size(), most_people));
    statistics.most_seen = std::move(people);
}

/// A rated film and what it is ranked by.
struct Ranked {
    WorkReference place;
    std::int64_t strength = 0;
    const Date* day = nullptr;
};

std::vector<Ranked> ranked_films(const Edition& edition) {
    std::vector<Ranked> films;
    for (std::uint32_t p = 0; p < edition.pieces.size(); ++p) {
        const Piece& piece = edition.pieces[p];
        for (std::uint32_t w = 0; w < piece.works.size(); ++w) {
            const std::optional<Fact<Rating>>& rating = piece.works[w].rating;
            if (rating && rating->value.is_counted()) films.push_back({{p, w}, strength(rating->value), day_of(piece)});
        }
    }
    return films;
}

/// Of equals the one seen earlier, then by title.
bool stands_before(const Ranked& a, const Ranked& b, Films& known) {
    if ((a.day == nullptr) != (b.day == nullptr)) return a.day != nullptr;
    if (a.day != nullptr && *a.day != *b.day) return *a.day < *b.day;
    return known.sort_key(a.place) < known.sort_key(b.place);
}

/// The first of `films` whose identity is not in `taken` yet.
std::vector<WorkReference> first_films(const std::vector<Ranked>& films, Films& known, std::set<std::string_view>& taken) {
    std::vector<WorkReference> first;
    for (const Ranked& film : films)
        if (first.size() < most_ranked && taken.insert(known.identity(film.place)).second) first.push_back(film.place);
    return first;
}

void rank_films(const Edition& edition, Films& known, Statistics& statistics) {
    std::vector<Ranked> films = ranked_films(edition);
    std::set<std::string_view> taken;
    std::stable_sort(films.begin(), films.end(), [&](const Ranked& a, const Ranked& b) {
        return a.strength != b.strength ? a.strength > b.strength : stands_before(a, b, known);
    });
    statistics.best = first_films(films, known, taken);
    if (films.size() < least_for_worst) return;
    std::stable_sort(films.begin(), films.end(), [&](const Ranked& a, const Ranked& b) {
        return a.strength != b.strength ? a.strength < b.strength : stands_before(a, b, known);
    });
    statistics.worst = first_films(films, known, taken);
}

} // namespace

void count_films(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue == nullptr) return;
    Statistics statistics;
    count_works(edition.pieces, statistics);
    count_decades(edition.pieces, statistics);
    const Scale scale = scale_of(edition.pieces, settings.issue->rating_best);
    const std::vector<std::int32_t> values = values_on(scale, edition.pieces);
    if (!values.empty()) count_ratings(scale, values, statistics);
    find_middle(scale, values, statistics);
    Films known(edition);
    count_people(edition, known, statistics);
    rank_films(edition, known, statistics);
    edition.statistics = std::move(statistics);
}

} // namespace halfstar

#include "unit/compose/pieces.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace halfstar;
using namespace made;

namespace {

IssueSettings scaled(int best) {
    IssueSettings issue;
    issue.rating_best = best;
    return issue;
}

/// "50:1 100:0 ...": each step and its count.
std::string histogram(const Statistics& statistics) {
    std::string out;
    for (const Statistics::RatingCount& step : statistics.ratings)
        out += (out.empty() ? "" : " ") + std::to_string(step.rating.value) + ":" + std::to_string(step.count);
    return out;
}

std::string named(const Edition& edition, const std::vector<WorkReference>& places) {
    std::string out;
    for (const WorkReference& place : places)
        out += (out.empty() ? "" : " ") + edition.pieces[place.piece].works[place.work].title.value;
    return out;
}

Statistics statistics_of(const std::vector<Piece>& pieces, int best = 0) {
    return issue_of(pieces, scaled(best)).statistics;
}

} // namespace

TEST_CASE("films are works: rated, by month, by day, over the years") {
    std::vector<Piece> pieces = {review("A", date(2019, 1, 31), stars(400)), review("B", date(2018, 1, 31)),
                                 review("C", date(2019, 5)), review("D", date(2017)), review("E")};
    pieces[0].works.push_back(work("A2"));
    const Statistics statistics = statistics_of(pieces);
    CHECK(statistics.films == 6);
    CHECK(statistics.rated == 1);
    CHECK(statistics.first_year == 2017);
    CHECK(statistics.last_year == 2019);
    CHECK(statistics.months[0] == 3);
    CHECK(statistics.months[4] == 1);
    CHECK(statistics.days[0][30] == 3);
    CHECK(statistics.days[4] == std::array<std::uint8_t, 31>{});
    std::vector<Piece> many(300, review("M", date(2019, 12, 31)));
    CHECK(statistics_of(many).days[11][30] == 255);
    CHECK(statistics_of(many).months[11] == 300);
}

TEST_CASE("films are counted by their decades, the empty ones between them too") {
    const auto decades = [](std::vector<int> years) {
        std::vector<Piece> pieces;
        for (const int year : years) {
            pieces.push_back(review("A"));
            if (year != 0) pieces.back().works[0].year = year;
        }
        std::string out;
        for (const Statistics::DecadeCount& one : statistics_of(pieces).decades)
            out += std::to_string(one.decade) + ":" + std::to_string(one.films) + " ";
        return out;
    };
    CHECK(decades({1999, 0, 1970, 1979, 2000}) == "1970:2 1980:0 1990:1 2000:1 ");
    CHECK(decades({2019, 2010}) == "2010:2 ");
    CHECK(decades({0}).empty());
}

TEST_CASE("ratings are counted at the steps of the scale") {
    const std::vector<Piece> five = {review("A", {}, stars(50)), review("B", {}, stars(375)),
                                     review("C", {}, stars(500)), review("D", {}, stars(500))};
    CHECK(histogram(statistics_of(five)) == "50:1 100:0 150:0 200:0 250:0 300:0 350:0 400:1 450:0 500:2");
    CHECK(histogram(statistics_of(five, 10)) == "100:1 200:0 300:0 400:0 500:0 600:0 700:0 800:1 900:0 1000:2");
    CHECK(histogram(statistics_of(five, 4)) == "50:1 100:0 150:0 200:0 250:0 300:1 350:0 400:2");
    CHECK(histogram(statistics_of(five, 100)) ==
          "1000:1 2000:0 3000:0 4000:0 5000:0 6000:0 7000:0 8000:1 9000:0 10000:2");
    CHECK(histogram(statistics_of({review("A", {}, stars(0))}, 5)).starts_with("0:1 50:0"));
    CHECK(histogram(statistics_of({review("A", {}, stars(200, 700))})) == "100:0 200:1 300:0 400:0 500:0 600:0 700:0");
    CHECK(histogram(statistics_of({review("A")})) == "");
    CHECK(histogram(statistics_of({})) == "");
}

TEST_CASE("without a scale that of most ratings is taken, and others are brought to it") {
    const std::vector<Piece> pieces = {review("A", {}, stars(800, 1000)), review("B", {}, stars(7000, 10000)),
                                       review("C", {}, stars(600, 1000)), review("D", {}, stars(450))};
    const Statistics statistics = statistics_of(pieces);
    CHECK(histogram(statistics) == "100:0 200:0 300:0 400:0 500:0 600:1 700:1 800:1 900:1 1000:0");
    CHECK(statistics.average->value == 750);
    CHECK(statistics.median->value == 750);
    CHECK(statistics.average->best == 1000);
}

TEST_CASE("letters among numbers are rated and no more; letters of their own have their steps") {
    const std::vector<Piece> mixed = {review("A", {}, stars(400)), review("B", {}, letter(1300)),
                                      review("C", {}, stars(300))};
    CHECK(statistics_of(mixed).rated == 3);
    CHECK(statistics_of(mixed).average->value == 350);
    CHECK(histogram(statistics_of(mixed)) == "50:0 100:0 150:0 200:0 250:0 300:1 350:0 400:1 450:0 500:0");
    const std::vector<Piece> letters = {review("A", {}, letter(1200)), review("B", {}, letter(100)),
                                        review("C", {}, stars(300))};
    CHECK(histogram(statistics_of(letters)) ==
          "100:1 200:0 300:0 400:0 500:0 600:0 700:0 800:0 900:0 1000:0 1100:0 1200:1 1300:0");
    CHECK(statistics_of(letters).ratings[0].rating.form == RatingForm::letter);
    CHECK(statistics_of(letters).median->value == 650);
    CHECK_FALSE(statistics_of({review("A", {}, letter(1200))}, 5).average);
}

TEST_CASE("average and median are rounded to hundredths") {
    const std::vector<Piece> pieces = {review("A", {}, stars(400)), review("B", {}, stars(400)),
                                       review("C", {}, stars(350))};
    CHECK(statistics_of(pieces).average->value == 383);
    CHECK(statistics_of(pieces).median->value == 400);
    CHECK(statistics_of({review("A", {}, stars(375)), review("B", {}, stars(400))}).median->value == 388);
}

TEST_CASE("the most seen are in more than one film, whatever they did there") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 3; ++i) {
        pieces.push_back(review(std::string(1, static_cast<char>('A' + i))));
        auto& credits = pieces.back().works[0].credits;
        credits = {credit(Role::director, "Zoe Zed"), credit(Role::cast, "Zoe Zed"), credit(Role::studio, "Studio")};
        if (i < 2) credits.push_back(credit(Role::cast, "Ann Bee"));
        if (i < 2) credits.push_back(credit(Role::writer, "Cy Ash"));
        if (i == 0) credits.push_back(credit(Role::cast, "Once Only"));
    }
    // The same film again counts once.
    pieces.push_back(pieces[0]);
    std::string out;
    for (const auto& person : statistics_of(pieces).most_seen)
        out += person.name + " " + std::to_string(person.films) + ", ";
    CHECK(out == "Zoe Zed 3, Cy Ash 2, Ann Bee 2, ");
    for (int i = 0; i < 12; ++i)
        for (Piece& piece : pieces)
            piece.works[0].credits.push_back(credit(Role::cast, "Extra " + std::string(1, static_cast<char>('A' + i))));
    CHECK(statistics_of(pieces).most_seen.size() == 10);
}

TEST_CASE("the best are five by rating, day and title, and only ten rated films have a worst") {
    std::vector<Piece> pieces = {review("E", {}, stars(500)),
                                 review("The D", {}, stars(500)),
                                 review("C", date(2019, 3, 1), stars(500)),
                                 review("B", date(2019, 2, 1), stars(500)),
                                 review("A", {}, stars(450)),
                                 review("F", {}, stars(900, 1000)),
                                 review("G", {}, stars(50)),
                                 review("H", date(2019, 1, 1), stars(50)),
                                 review("N")};
    Edition edition = issue_of(pieces);
    CHECK(named(edition, edition.statistics.best) == "B C The D E A");
    CHECK(edition.statistics.worst.empty());
    pieces.push_back(review("I", {}, letter(100)));
    pieces.push_back(review("J", {}, stars(100)));
    edition = issue_of(pieces);
    CHECK(named(edition, edition.statistics.worst) == "I H G J F");
}

TEST_CASE("a film that was rated twice is once among the best and then not among the worst") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 5; ++i) {
        pieces.push_back(review(std::string(1, static_cast<char>('A' + i)), {}, stars(500)));
        pieces.push_back(review(std::string(1, static_cast<char>('A' + i)), {}, stars(50)));
    }
    const Edition edition = issue_of(pieces);
    CHECK(named(edition, edition.statistics.best) == "A B C D E");
    CHECK(edition.statistics.worst.empty());
}

// ---- the same, counted again in another way ---------------------------------------------------------

namespace {

/// Numbers that look random and are the same everywhere (xorshift, Marsaglia 2003).
class Dice {
public:
    explicit Dice(std::uint32_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t n) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return state_ % n;
    }

private:
    std::uint32_t state_;
};

Rating any_rating(Dice& dice, bool letters) {
    if (letters && dice.below(5) == 0) return letter(100 + 100 * static_cast<std::int32_t>(dice.below(13)));
    const std::int32_t best = std::array{500, 500, 500, 1000, 10000, 400}[dice.below(6)];
    return stars(best / 20 * static_cast<std::int32_t>(dice.below(21)), best);
}

std::vector<Piece> any_pieces(std::uint32_t seed) {
    Dice dice(seed * 2654435761u + 1);
    std::vector<Piece> pieces;
    for (std::uint32_t p = 0, count = dice.below(40); p < count; ++p) {
        Piece made = piece("p" + std::to_string(p) + ".md", "P");
        if (dice.below(8) != 0) {
            const int month = static_cast<int>(dice.below(13));
            const Date day =
                date(2017 + static_cast<int>(dice.below(3)), month, month == 0 ? 0 : static_cast<int>(dice.below(29)));
            (dice.below(2) ? made.seen : made.published) = Fact<Date>{day, {}};
        }
        for (std::uint32_t w = 0, works = dice.below(3); w < works; ++w) {
            made.works.push_back(work("Film " + std::to_string(dice.below(25))));
            if (dice.below(6) != 0) made.works.back().rating = Fact<Rating>{any_rating(dice, seed % 2 == 0), {}};
            for (std::uint32_t c = 0, credits = dice.below(4); c < credits; ++c)
                made.works.back().credits.push_back(
                    credit(static_cast<Role>(dice.below(14)),
                           "Name " + std::string(1, static_cast<char>('A' + dice.below(20)))));
        }
        pieces.push_back(std::move(made));
    }
    return pieces;
}

struct Film {
    const Piece* piece;
    const Work* work;
};

std::vector<Film> films_of(const std::vector<Piece>& pieces) {
    std::vector<Film> films;
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works)
            films.push_back({&piece, &work});
    return films;
}

const Date* day_in(const Piece& piece) {
    return piece.seen ? &piece.seen->value : piece.published ? &piece.published->value : nullptr;
}

void recount_days(const std::vector<Film>& films, const Statistics& statistics) {
    for (int month = 1; month <= 12; ++month) {
        const auto in_month = [&](const Film& film) {
            const Date* day = day_in(*film.piece);
            return day != nullptr && day->month == month;
        };
        CHECK(statistics.months[static_cast<std::size_t>(month - 1)] ==
              std::count_if(films.begin(), films.end(), in_month));
        for (int day = 1; day <= 31; ++day)
            CHECK(statistics.days[static_cast<std::size_t>(month - 1)][static_cast<std::size_t>(day - 1)] ==
                  std::count_if(films.begin(), films.end(),
                                [&](const Film& film) { return in_month(film) && day_in(*film.piece)->day == day; }));
    }
}

void recount_ratings(const std::vector<Film>& films, const Statistics& statistics, double best) {
    std::vector<double> values;
    for (const Film& film : films)
        if (film.work->rating && film.work->rating->value.form == RatingForm::number)
            values.push_back(film.work->rating->value.value * best / film.work->rating->value.best);
    if (values.empty()) return;
    double sum = 0;
    std::map<int, std::uint32_t> counts;
    const double step = best <= 5 ? 0.5 : best <= 20 ? 1 : best / 10;
    for (const double value : values) {
        sum += value;
        ++counts[static_cast<int>(std::floor(value / step + 0.5))];
    }
    for (const Statistics::RatingCount& one : statistics.ratings) {
        const int place = static_cast<int>(std::lround(one.rating.value / 100.0 / step));
        CHECK(one.count == (counts.contains(place) ? counts[place] : 0u));
        counts.erase(place);
    }
    CHECK(counts.empty());
    std::sort(values.begin(), values.end());
    const double median = (values[values.size() / 2] + values[(values.size() - 1) / 2]) / 2;
    // The test's own sums are of doubles, so a hundredth is allowed.
    CHECK(std::abs(statistics.average->value / 100.0 - sum / static_cast<double>(values.size())) < 0.0101);
    CHECK(std::abs(statistics.median->value / 100.0 - median) < 0.0101);
}

void recount_people(const std::vector<Film>& films, const Statistics& statistics) {
    std::map<std::string, std::set<std::string>> seen;
    for (const Film& film : films)
        for (const Credit& one : film.work->credits)
            if (one.role != Role::distributor && one.role != Role::studio)
                seen[one.name].insert(film.work->title.value);
    std::vector<std::tuple<int, std::string>> people;
    for (const auto& [name, titles_of_one] : seen)
        if (titles_of_one.size() > 1) people.emplace_back(-static_cast<int>(titles_of_one.size()), name);
    std::sort(people.begin(), people.end());
    REQUIRE(statistics.most_seen.size() == std::min<std::size_t>(10, people.size()));
    for (std::size_t i = 0; i < statistics.most_seen.size(); ++i) {
        CHECK(statistics.most_seen[i].name == std::get<1>(people[i]));
        CHECK(static_cast<int>(statistics.most_seen[i].films) == -std::get<0>(people[i]));
    }
}

double share_of(const Rating& rating) {
    const double least = rating.form == RatingForm::letter ? rating.worst : 0;
    return (rating.value - least) / (rating.best - least);
}

void recount_ranks(const std::vector<Film>& films, const Edition& edition) {
    const Statistics& statistics = edition.statistics;
    std::map<std::string, double> highest;
    std::size_t rated = 0;
    for (const Film& film : films) {
        if (!film.work->rating) continue;
        ++rated;
        const auto [known, is_new] = highest.try_emplace(film.work->title.value, 0.0);
        known->second = std::max(known->second, share_of(film.work->rating->value));
    }
    std::vector<double> shares;
    for (const auto& one : highest)
        shares.push_back(one.second);
    std::sort(shares.rbegin(), shares.rend());
    REQUIRE(statistics.best.size() == std::min<std::size_t>(5, shares.size()));
    std::set<std::string> met;
    for (std::size_t i = 0; i < statistics.best.size(); ++i) {
        const Work& one = edition.pieces[statistics.best[i].piece].works[statistics.best[i].work];
        CHECK(std::abs(share_of(one.rating->value) - shares[i]) < 1e-5);
        CHECK(met.insert(one.title.value).second);
    }
    CHECK(statistics.worst.empty() == (rated < 10 || highest.size() <= 5));
    double last = 0;
    for (const WorkReference& place : statistics.worst) {
        const Work& one = edition.pieces[place.piece].works[place.work];
        CHECK(share_of(one.rating->value) >= last - 1e-5);
        last = share_of(one.rating->value);
        CHECK(met.insert(one.title.value).second);
    }
}

} // namespace

TEST_CASE("statistics of any pieces are those that counting by hand gives") {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const std::vector<Piece> pieces = any_pieces(seed);
        const std::vector<Film> films = films_of(pieces);
        const int best = std::array{5, 10, 100, 4}[seed % 4];
        const Edition edition = issue_of(pieces, scaled(best));
        const Statistics& statistics = edition.statistics;
        CHECK(statistics.films == films.size());
        CHECK(statistics.rated ==
              std::count_if(films.begin(), films.end(), [](const Film& one) { return one.work->rating.has_value(); }));
        std::set<int> years;
        for (const Film& film : films)
            if (const Date* day = day_in(*film.piece)) years.insert(day->year);
        CHECK(statistics.first_year == (years.empty() ? 0 : *years.begin()));
        CHECK(statistics.last_year == (years.empty() ? 0 : *years.rbegin()));
        recount_days(films, statistics);
        recount_ratings(films, statistics, best);
        recount_people(films, statistics);
        recount_ranks(films, edition);
    }
}

#include "backends/html/numbers.h"

#include "backends/html/chart.h"
#include "backends/html/facts.h"
#include "backends/html/links.h"
#include "backends/html/stars.h"
#include "foundation/base/utf8.h"

#include <algorithm>

namespace halfstar::html {
namespace {

constexpr double measure = 243.78; ///< points of the printed page's text, for which the charts were made
constexpr double full_width = 340.0;
constexpr double character = 5.0; ///< points that a character of a row's name takes, about

std::string whole(std::uint32_t number) { return std::to_string(number); }

std::size_t longest_label(const std::vector<Counted>& counted) {
    std::size_t longest = 0;
    for (const Counted& one : counted)
        longest = std::max(longest, utf8::count(one.label));
    return longest;
}

bool any(const std::vector<Counted>& counted) {
    return std::any_of(counted.begin(), counted.end(), [](const Counted& one) { return one.count > 0; });
}

/// Names too long for a row of marks are cut; the table beside the chart has them whole.
std::string cut(const std::string& name) {
    constexpr std::size_t longest = 40;
    const std::u32string points = utf8::to_utf32(name);
    return points.size() <= longest ? name : utf8::from_utf32(points.substr(0, longest - 1)) + "…";
}

std::vector<std::pair<std::string, std::string>> rows_of(const std::vector<Counted>& counted) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Counted& one : counted)
        rows.emplace_back(one.label, whole(one.count));
    return rows;
}

Chart rows_chart(std::vector<Counted> counted, RowMark mark) {
    for (Counted& one : counted)
        one.label = cut(one.label);
    RowSpec spec;
    spec.mark = mark;
    const double names = std::max(66.0, static_cast<double>(longest_label(counted)) * character + 8);
    spec.marks = Length::points(names);
    spec.width = Length::points(std::max(measure, names + 126));
    return draw_rows(counted, spec);
}

class NumbersWriter {
public:
    NumbersWriter(Markup& out, const Dress& dress, int level)
        : out_(out), dress_(dress), edition_(*dress.edition), numbers_(edition_.statistics), locale_(*dress.locale),
          level_(level) {}

    void write() {
        head();
        ratings();
        months();
        decades();
        days();
        people();
        list("best", numbers_.best);
        list("worst", numbers_.worst);
    }

private:
    void line(std::string_view css_class, std::string_view words) {
        if (words.empty()) return;
        Tag tag("p");
        tag.set("class", css_class);
        out_.element(set_in_locale(tag, dress_), words);
        out_.line();
    }

    void head() {
        out_.open(Tag("header").set("class", "head"));
        out_.line();
        Tag heading("h" + std::to_string(level_));
        heading.set("class", "title").set("id", "numbers_title");
        out_.element(set_in_locale(heading, dress_), locale_.word("numbers"));
        out_.line();
        line("films", count_of_films(locale_, numbers_.films));
        const std::string years = years_of(numbers_);
        if (!years.empty()) line("credit", Locale::fill(locale_.word("seen-in"), {years}));
        out_.close("header");
        out_.line();
    }

    /// Opens a section; its heading's id is "numbers_NAME".
    void open(std::string_view name, std::string_view words_key) {
        const std::string id = "numbers_" + std::string(name);
        out_.open(Tag("section").set("class", "tally " + std::string(name)).set("aria-labelledby", id));
        out_.line();
        Tag heading("h" + std::to_string(level_ + 1));
        out_.element(set_in_locale(heading.set("id", id), dress_), locale_.word(words_key));
        out_.line();
    }

    void close() {
        out_.close("section");
        out_.line();
    }

    ChartWords words(std::string_view name, std::string_view title_key, std::string_view description_key) const {
        ChartWords words;
        words.id = "chart-" + std::string(name);
        words.title = locale_.word(title_key);
        words.description = locale_.word(description_key);
        return words;
    }

    void ratings() {
        std::vector<Counted> counted;
        for (const Statistics::RatingCount& one : numbers_.ratings)
            counted.push_back({short_rating(locale_, one.rating), one.count});
        if (!any(counted)) return;
        open("ratings", "ratings");
        if (numbers_.average)
            line("note", Locale::fill(locale_.word("average"), {locale_.decimal(numbers_.average->value)}));
        if (numbers_.median)
            line("note", Locale::fill(locale_.word("median"), {short_rating(locale_, *numbers_.median)}));
        ChartWords said = words("ratings", "ratings", "chart-ratings");
        said.rows = rows_of(counted);
        BarSpec spec;
        spec.width = Length::points(measure);
        write_chart(out_, dress_, draw_bars(counted, spec), said);
        close();
    }

    void months() {
        std::vector<Counted> counted;
        for (std::size_t month = 0; month < 12; ++month)
            counted.push_back({locale_.months[month], numbers_.months[month]});
        if (!any(counted)) return;
        open("months", "months-head");
        const auto most = std::max_element(counted.begin(), counted.end(),
                                           [](const Counted& a, const Counted& b) { return a.count < b.count; });
        if (marked_count(counted) > 0)
            line("note", Locale::fill(locale_.word("fullest"), {most->label, whole(most->count)}));
        ChartWords said = words("months", "months-head", "chart-months");
        said.rows = rows_of(counted);
        write_chart(out_, dress_, rows_chart(counted, RowMark::dot), said);
        close();
    }

    /// One decade alone is no chart.
    void decades() {
        if (numbers_.decades.size() < 2) return;
        std::vector<Counted> counted;
        for (const Statistics::DecadeCount& one : numbers_.decades)
            counted.push_back({Locale::fill(locale_.word("decade"), {std::to_string(one.decade)}), one.films});
        open("decades", "decades");
        ChartWords said = words("decades", "decades", "chart-decades");
        said.rows = rows_of(counted);
        BarSpec spec;
        spec.width = Length::points(measure);
        write_chart(out_, dress_, draw_bars(counted, spec), said);
        close();
    }

    /// "3, 17, 17": the days of a month on which films were seen, each as often as films.
    std::string days_in(std::size_t month) const {
        std::vector<std::string> days;
        for (std::size_t day = 0; day < 31; ++day)
            for (int film = 0; film < numbers_.days[month][day]; ++film)
                days.push_back(std::to_string(day + 1));
        return joined(days, locale_.word("list-separator"));
    }

    void days() {
        const Chart chart = seats_of(edition_, locale_, full_width);
        if (chart.shapes.empty()) return;
        open("days", "every-day");
        ChartWords said = words("days", "every-day", "chart-days");
        for (std::size_t month = 0; month < 12; ++month)
            if (const std::string days = days_in(month); !days.empty())
                said.rows.emplace_back(locale_.months[month], days);
        write_chart(out_, dress_, chart, said);
        close();
    }

    void people() {
        if (numbers_.most_seen.empty()) return;
        std::vector<Counted> counted;
        for (const Statistics::PersonCount& one : numbers_.most_seen)
            counted.push_back({one.name, one.films});
        open("people", "most-seen");
        ChartWords said = words("people", "most-seen", "chart-people");
        said.rows = rows_of(counted);
        write_chart(out_, dress_, rows_chart(std::move(counted), RowMark::star), said);
        close();
    }

    void list(std::string_view name, const std::vector<WorkReference>& works) {
        if (works.empty()) return;
        open(name, name);
        out_.open(Tag("ol").set("class", "films"));
        out_.line();
        for (const WorkReference& reference : works)
            if (const Work* work = work_at(edition_, reference)) film(edition_.pieces[reference.piece], *work);
        out_.close("ol");
        out_.line();
        close();
    }

    void film(const Piece& piece, const Work& work) {
        out_.open("li");
        Tag link("a");
        set_as_piece(link, dress_, piece);
        out_.element(link.set("href", dress_.piece_address(piece)), work.title.value);
        out_.raw(" ");
        if (work.rating) write_stars(out_, dress_, work.rating->value);
        out_.close("li");
        out_.line();
    }

    Markup& out_;
    const Dress& dress_;
    const Edition& edition_;
    const Statistics& numbers_;
    const Locale& locale_;
    int level_;
};

} // namespace

void write_numbers(Markup& out, const Dress& dress, int level) { NumbersWriter(out, dress, level).write(); }

Chart seats_of(const Edition& edition, const Locale& locale, double width) {
    const Statistics& numbers = edition.statistics;
    bool any_film = false;
    for (const auto& month : numbers.days)
        for (const std::uint8_t films : month)
            any_film = any_film || films > 0;
    if (!any_film) return {};
    std::vector<SeatRow> rows;
    std::size_t longest = 0;
    for (int month = 1; month <= 12; ++month) {
        const std::string& name = locale.months[static_cast<std::size_t>(month - 1)];
        longest = std::max(longest, utf8::count(name));
        rows.push_back({month, month_length(month, numbers.first_year, numbers.last_year, numbers.days), name, false});
    }
    SeatSpec spec;
    spec.width = Length::points(width);
    spec.seats = Length::points(static_cast<double>(longest) * character + 8);
    spec.leading = Length::points(13);
    spec.film = Length::points(4.1);
    spec.empty = Length::points(0.9);
    spec.numbers = DayNumbers::above;
    return draw_seats(numbers.days, rows, spec);
}

std::string short_rating(const Locale& locale, const Rating& rating) {
    if (rating.form != RatingForm::number)
        return rating.written.empty() ? locale.spoken_rating(rating) : rating.written;
    if (rating.best > 500 || rating.value < 0) return locale.decimal(rating.value);
    const std::string whole = rating.value < 100 ? "" : std::to_string(rating.value / 100);
    switch (rating.value % 100) {
    case 25: return whole + "¼";
    case 50: return whole + "½";
    case 75: return whole + "¾";
    default: return locale.decimal(rating.value);
    }
}

std::string years_of(const Statistics& statistics) {
    if (statistics.first_year == 0) return {};
    const std::string first = std::to_string(statistics.first_year);
    return statistics.last_year == statistics.first_year ? first : first + "–" + std::to_string(statistics.last_year);
}

std::string count_of_films(const Locale& locale, std::uint32_t films) {
    return films == 1 ? std::string(locale.word("film-1")) : Locale::fill(locale.word("films-n"), {whole(films)});
}

} // namespace halfstar::html

#include "typeset/layout/statements.h"

#include "typeset/layout/opener.h"

#include "design/fonts/manifest.h"

#include <halfstar/version.h>

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::int32_t long_scale = 2000; ///< hundredths: from here on averages are whole numbers

std::string month_name(const Locale& words, int month) {
    return words.months[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)];
}

/// "Vollkorn (Friedrich Althausen)"
std::string face_said(const std::string& family) {
    const auto manifest = manifest_of(family);
    if (!manifest || manifest->designer.empty()) return family;
    return family + " (" + manifest->designer + ")";
}

/// The families that this page design sets words in, the text's first.
std::vector<std::string> families(const Desk& desk) {
    std::vector<std::string> families;
    for (const Element element : {Element::text, Element::title, Element::cover_title, Element::pull_quote}) {
        const std::string& family = desk.spec(element).family;
        if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(family);
    }
    return families;
}

/// The licence that all of them have, as it calls itself; nothing when they differ or one is not known.
std::string common_licence(const std::vector<std::string>& families) {
    std::string common;
    for (const std::string& family : families) {
        const auto manifest = manifest_of(family);
        if (!manifest || manifest->licence.empty()) return {};
        if (!common.empty() && common != manifest->licence) return {};
        common = manifest->licence;
    }
    return common == "OFL-1.1" ? "SIL Open Font License 1.1" : common;
}

std::string counted_said(std::string_view opening, const std::vector<std::string>& parts) {
    std::string out(opening);
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? " " : ", ") + parts[i];
    return out + ".";
}

} // namespace

std::string issue_number(const Desk& desk) {
    if (desk.edition.number.empty()) return {};
    return Locale::fill(desk.words.word("number"), {desk.edition.number});
}

std::string issue_month(const Desk& desk) {
    if (!desk.edition.date || desk.edition.date->year <= 0) return {};
    Date date = *desk.edition.date;
    date.day = 0;
    return desk.words.long_date(date);
}

std::string films_said(const Locale& words, std::uint32_t films) {
    if (films == 1) return std::string(words.word("film-1"));
    return Locale::fill(words.word("films-n"), {std::to_string(films)});
}

std::string films_word(const Locale& words, std::uint32_t films) {
    std::string said = films_said(words, films);
    const std::string number = std::to_string(films);
    if (const std::size_t at = said.find(number); at != std::string::npos) said.erase(at, number.size());
    const std::size_t first = said.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : said.substr(first, said.find_last_not_of(' ') + 1 - first);
}

std::string years_said(const Statistics& statistics) {
    if (statistics.first_year <= 0) return {};
    if (statistics.first_year == statistics.last_year) return std::to_string(statistics.first_year);
    return std::to_string(statistics.first_year) + "–" + std::to_string(statistics.last_year);
}

std::string step_said(const Locale& words, const Rating& rating) {
    if (!rating.is_counted()) return rating.written;
    if (rating.form == RatingForm::letter) {
        // "grade B+" without the word for it.
        const std::string said = words.spoken_rating(rating);
        const std::string_view pattern = words.word("grade");
        const std::size_t before = pattern.find("{}");
        if (before == std::string_view::npos || said.size() < pattern.size() - 2) return said;
        return said.substr(before, said.size() - (pattern.size() - 2));
    }
    // A fraction would change sides among words that are read to the left.
    if (words.direction == Direction::right_to_left) return words.decimal(rating.value);
    const std::int32_t whole = rating.value / 100;
    const char* fraction = nullptr;
    switch (rating.value % 100) {
    case 0: fraction = ""; break;
    case 25: fraction = "¼"; break;
    case 50: fraction = "½"; break;
    case 75: fraction = "¾"; break;
    default: return words.decimal(rating.value);
    }
    return (whole == 0 && *fraction != '\0' ? std::string() : std::to_string(whole)) + fraction;
}

std::string average_said(const Locale& words, const Rating& rating) {
    if (rating.form == RatingForm::letter) return step_said(words, rating);
    const std::int32_t unit = rating.best >= long_scale ? 100 : 10;
    return words.decimal((rating.value + unit / 2) / unit * unit);
}

std::string ratings_said(const Desk& desk) {
    std::vector<std::string> parts;
    for (const Statistics::RatingCount& one : desk.edition.statistics.ratings)
        parts.push_back(step_said(desk.words, one.rating) + ": " + std::to_string(one.count));
    return counted_said(desk.words.word("chart-ratings"), parts);
}

std::string months_said(const Desk& desk, std::string_view opening, const std::vector<int>& months) {
    std::vector<std::string> parts;
    for (const int month : months)
        parts.push_back(month_name(desk.words, month) + ": " +
                        std::to_string(desk.edition.statistics.months[static_cast<std::size_t>(month - 1)]));
    return counted_said(desk.words.word(opening), parts);
}

bool has_decades(const Statistics& statistics) { return statistics.decades.size() > 1; }

std::vector<Counted> decades_of(const Desk& desk) {
    std::vector<Counted> counted;
    for (const Statistics::DecadeCount& one : desk.edition.statistics.decades)
        counted.push_back({Locale::fill(desk.words.word("decade"), {std::to_string(one.decade)}), one.films});
    return counted;
}

std::string decades_said(const Desk& desk) {
    std::vector<std::string> parts;
    for (const Counted& one : decades_of(desk))
        parts.push_back(one.label + ": " + std::to_string(one.count));
    return counted_said(desk.words.word("chart-decades"), parts);
}

std::vector<std::string> colophon_sentences(const Desk& desk) {
    const Locale& words = desk.words;
    std::vector<std::string> sentences;
    const std::vector<std::string> faces = families(desk);
    std::string said;
    for (const std::string& family : faces) said += (said.empty() ? "" : " & ") + face_said(family);
    sentences.push_back(Locale::fill(words.word("set-in"), {said}) + ".");
    if (const std::string licence = common_licence(faces); !licence.empty())
        sentences.push_back(Locale::fill(words.word("faces-licence"), {licence}));
    for (const StyleColour& colour : desk.style().colours)
        if (!colour.spot.empty()) {
            sentences.push_back(Locale::fill(words.word("two-inks"), {colour.spot}));
            break;
        }
    sentences.push_back(Locale::fill(words.word("typeset-by"), {producer}) + ".");
    return sentences;
}

std::vector<std::string> directors_of(const Piece& piece) {
    std::vector<std::string> names;
    for (const Work& work : piece.works)
        for (const Credit& credit : work.credits)
            if (credit.role == Role::director) names.push_back(credit.name);
    return names;
}

std::vector<std::string> contributors(const Edition& edition) {
    if (!edition.contributors.empty()) return edition.contributors;
    std::vector<std::string> names;
    for (const Piece& piece : edition.pieces)
        for (const std::string& author : piece.authors)
            if (author != edition.editor && std::find(names.begin(), names.end(), author) == names.end())
                names.push_back(author);
    return names;
}

std::vector<std::string> imprint(const Desk& desk) {
    const Edition& edition = desk.edition;
    std::vector<std::string> lines;
    const auto add = [&](std::string line) {
        if (!line.empty()) lines.push_back(std::move(line));
    };
    add(joined({edition.publisher, edition.place}, ", "));
    if (edition.date && edition.date->year > 0)
        add(Locale::fill(desk.words.word("published-on"), {desk.words.long_date(*edition.date)}));
    add(edition.rights);
    if (!edition.isbn.empty()) add("ISBN " + edition.isbn);
    add(edition.url);
    return lines;
}

std::vector<std::string> small_print(const Desk& desk) {
    std::vector<std::string> sentences;
    if (!desk.edition.has(IssuePart::colophon)) sentences = colophon_sentences(desk);
    sentences.push_back(desk.edition.rights);
    std::vector<std::string> lines{joined(sentences, " ")};
    if (!desk.edition.isbn.empty()) lines.push_back("ISBN " + desk.edition.isbn);
    lines.push_back(desk.edition.url);
    return lines;
}

std::vector<std::string> short_months(const Locale& words) {
    std::vector<std::string> names;
    const std::string all(words.word("months-short"));
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        names.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    names.resize(12);
    return names;
}

const Work* work_of(const Edition& edition, const WorkReference& reference) {
    if (reference.piece >= edition.pieces.size()) return nullptr;
    const std::vector<Work>& works = edition.pieces[reference.piece].works;
    return reference.work < works.size() ? &works[reference.work] : nullptr;
}

const Work* first_work(const Edition& edition, const std::vector<WorkReference>& films) {
    return films.empty() ? nullptr : work_of(edition, films.front());
}

std::vector<std::string> averages_said(const Locale& words, const Statistics& statistics) {
    std::vector<std::string> said;
    const auto say = [&](std::string_view key, const std::optional<Rating>& rating, auto in_words) {
        if (rating) said.push_back(Locale::fill(words.word(key), {in_words(words, *rating)}));
    };
    say("average", statistics.average, average_said);
    say("median", statistics.median, step_said);
    return said;
}

} // namespace halfstar::layout

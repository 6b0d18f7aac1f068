#include "read/date_line.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/date.h"
#include "read/kinds/cut_words.h"
#include "read/label_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_line = 80; // code points

/// Bytes [begin, end) of a line.
struct Part {
    std::size_t begin = 0, end = 0;
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// What a line says: whose day it is, who wrote, and words that are neither.
struct DateLine {
    Field field = Field::date;
    Date date;
    std::optional<Label> author;
    std::optional<Part> left;
};

bool begins_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" ,\t")); }

/// Weekdays in the languages of the months, without what follows their first letters.
bool is_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 45> beginnings = {
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son", "lun", "mar",
        "mer", "jeu", "ven", "dim", "mié", "mie", "jue", "vie", "sáb", "sab", "dom", "gio", "seg", "ter", "qua",
        "qui", "sex", "pzt", "paz", "sal", "çar", "per", "cum", "cmt", "mån", "tis", "ons", "tor", "lör", "sön"};
    const std::string lower = unicode::lower(word, "en");
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view each) { return lower.starts_with(each); });
}

bool is_month(std::string_view word) { return read_date("1 " + std::string(word) + " 2000").has_value(); }

/// A day of the calendar that may follow its weekday. "Chapter 12 March 2019" is none, and neither is a month or a number.
std::optional<Date> day_in(std::string_view text) {
    std::string_view rest = text;
    if (!begins_with_digit(rest) && !is_month(first_word(rest)) && is_weekday(first_word(rest))) {
        rest.remove_prefix(first_word(rest).size());
        rest = rest.substr(std::min(rest.find_first_not_of(" ,\t"), rest.size()));
    }
    const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (number || (!begins_with_digit(rest) && !is_month(first_word(rest)))) return std::nullopt;
    auto date = read_date(rest);
    if (!date || date->day == 0 || !is_film_year(date->year)) return std::nullopt;
    date->written = text;
    return date;
}

/// "Posted on 12 March 2019": the words before the day, if they are a known label of a date.
std::optional<DateLine> labelled_day(std::string_view text) {
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        auto date = day_in(trim_unicode(text.substr(at)));
        if (!date) continue;
        const std::string_view label = text.substr(0, at);
        auto meaning = meaning_of_label(label);
        if (!meaning) meaning = meaning_of_key(label);
        if (!meaning) return std::nullopt;
        if (meaning->field == Field::seen || meaning->field == Field::seen_on) return DateLine{Field::seen, *date, {}, {}};
        if (meaning->field == Field::date || meaning->field == Field::posted) return DateLine{Field::date, *date, {}, {}};
        return std::nullopt;
    }
    return std::nullopt;
}

/// The byline behind a day: "by Ada Quill".
std::optional<Label> byline_in(std::string_view text) {
    LabelLine line;
    line.text = std::string(text);
    auto labels = read_labels(line);
    const bool author = labels.size() == 1 && labels[0].meaning.field == Field::author && value_fits(labels[0]);
    return author ? std::optional(std::move(labels[0])) : std::nullopt;
}

std::optional<DateLine> day_line(std::string_view text) {
    if (auto day = day_in(text)) return DateLine{Field::date, std::move(*day), {}, {}};
    return labelled_day(text);
}

/// A day and something else parted by a mark, whichever stands first: "By Ada Quill | March 14, 2019". What is no byline
/// stays in the body where `others_stay`.
std::optional<DateLine> beside_mark(std::string_view text, std::string_view mark, bool others_stay) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t behind = at + mark.size();
    Part day{0, at}, other{behind, text.size()};
    auto line = day_line(trim_unicode(day.of(text)));
    if (!line) {
        std::swap(day, other);
        line = day_line(trim_unicode(day.of(text)));
    }
    if (!line) return std::nullopt;
    line->author = byline_in(trim_unicode(mark == " by " ? text.substr(at + 1) : other.of(text)));
    if (!line->author && others_stay) line->left = other;
    return line->author || line->left ? line : std::nullopt;
}

std::optional<DateLine> read_date_line(std::string_view text) {
    if (utf8::count(text) > longest_line) return std::nullopt;
    if (auto line = day_line(text)) return line;
    for (const std::string_view mark : {" | ", " · ", " • "})
        if (auto line = beside_mark(text, mark, true)) return line;
    for (const std::string_view mark : {" – ", " — ", " by ", " on ", ", "})
        if (auto line = beside_mark(text, mark, false)) return line;
    return std::nullopt;
}

bool is_same_day(const Date& a, const Date& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

/// Whether no other day is known to be the one that the line names.
bool agrees(const DateLine& line, const Facts& facts, const std::optional<Date>& known) {
    const auto same = [&](const std::optional<Fact<Date>>& fact) { return !fact || is_same_day(fact->value, line.date); };
    if (line.field == Field::seen) return same(facts.seen);
    const bool said = facts.date || facts.posted;
    return same(facts.date) && same(facts.posted) && (said || !known || is_same_day(*known, line.date));
}

/// A diary has a day above each of its parts: then the first is none of the whole.
bool is_diary(const Blocks& body) {
    const auto is_day_line = [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        const auto* heading = std::get_if<Heading>(&block.node);
        if (paragraph == nullptr && heading == nullptr) return false;
        const auto lines = label_lines(paragraph != nullptr ? paragraph->inlines : heading->inlines);
        return lines.size() == 1 && day_in(lines[0].text).has_value();
    };
    return std::count_if(body.begin(), body.end(), is_day_line) > 1;
}

void take(const DateLine& line, Facts& facts, Span span) {
    std::optional<Fact<Date>>& fact = line.field == Field::seen ? facts.seen : facts.date;
    const bool said = fact || (line.field == Field::date && facts.posted);
    if (!said) fact = Fact<Date>{line.date, span};
    if (line.author) take_fact(facts, line.author->meaning, Value{Scalar{line.author->value, true}, span, span});
}

} // namespace

void take_date_line(Blocks& body, Facts& facts, const std::optional<Date>& known) {
    auto* paragraph = body.empty() ? nullptr : std::get_if<Paragraph>(&body.front().node);
    if (paragraph == nullptr) return;
    const auto lines = label_lines(paragraph->inlines);
    if (lines.empty() || !lines[0].plain || !lines[0].links.empty()) return;
    const bool single = lines.size() == 1;
    const bool alone = single || lines[0].ended_by == LineEnd::hard || lines[0].styled == lines[0].text;
    const auto line = alone ? read_date_line(lines[0].text) : std::nullopt;
    if (!line || (line->left && !single) || !agrees(*line, facts, known) || is_diary(body)) return;
    take(*line, facts, lines[0].span);
    Inlines& inlines = paragraph->inlines;
    if (line->left) {
        const std::size_t margin = plain_text(inlines).find(lines[0].text);
        inlines = cut_words(inlines, margin + line->left->begin, margin + line->left->end);
    } else if (single) {
        body.erase(body.begin());
    } else {
        inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(lines[1].begin));
    }
}

} // namespace halfstar::reading

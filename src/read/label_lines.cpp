#include "read/label_lines.h"

#include "document/tree.h"
#include "foundation/base/first_byte.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/date.h"
#include "read/film_ids.h"
#include "read/names.h"
#include "read/rating.h"
#include "read/rating_remark.h"
#include "read/values.h"
#include "read/viewing.h"

#include <algorithm>
#include <array>
#include <span>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_label = 48;  // code points
constexpr std::size_t longest_value = 600; // a cast may be long
constexpr std::size_t longest_words = 100;
constexpr std::size_t longest_day = 100; // bytes

/// Gathers what a line is made of.
class LineMaker {
public:
    explicit LineMaker(const Inlines& inlines) : inlines_(inlines) {}

    std::vector<LabelLine> make() {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < inlines_.size(); ++i) {
            const bool soft = std::holds_alternative<SoftBreak>(inlines_[i].node);
            const bool hard = std::holds_alternative<HardBreak>(inlines_[i].node);
            if (!soft && !hard) continue;
            add(begin, i, hard ? LineEnd::hard : LineEnd::soft);
            begin = i + 1;
        }
        add(begin, inlines_.size(), LineEnd::none);
        return std::move(lines_);
    }

private:
    /// A line without words (between a hard break and the line end that follows it) is none of its own.
    void add(std::size_t begin, std::size_t end, LineEnd ended_by) {
        const std::span<const Inline> part = std::span(inlines_).subspan(begin, end - begin);
        LabelLine line{begin, end, ended_by, std::string(trim_unicode(plain_text(part))), {}, true, {}, {}};
        walk_inlines(part, [&](const Inline& node) { look_at(node, line); });
        if (line.text.empty() && line.plain) {
            if (lines_.empty()) return;
            lines_.back().end = end;
            if (ended_by != LineEnd::soft) lines_.back().ended_by = ended_by;
            return;
        }
        for (const Inline& node : part) {
            const bool blank = trim_unicode(plain_text(std::span(&node, 1))).empty();
            if (blank) continue;
            if (const auto* styled = std::get_if<Styled>(&node.node))
                line.styled = trim_unicode(plain_text(styled->children));
            break;
        }
        if (!part.empty()) {
            line.span = part.front().span;
            line.span.end = std::max(line.span.end, part.back().span.end);
        }
        lines_.push_back(std::move(line));
    }

    static void look_at(const Inline& node, LabelLine& line) {
        std::visit(overloaded{
                       [](const Text&) {},
                       [](const Styled&) {},
                       [](const Phrase&) {},
                       [&](const Link& link) { line.links.emplace_back(plain_text(link.children), link.url); },
                       [&](const SoftBreak&) { line.plain = false; },
                       [&](const HardBreak&) { line.plain = false; },
                       [&](const CodeSpan&) { line.plain = false; },
                       [&](const Image&) { line.plain = false; },
                       [&](const NoteReference&) { line.plain = false; },
                       [&](const RawInline&) { line.plain = false; },
                   },
                   node.node);
    }

    const Inlines& inlines_;
    std::vector<LabelLine> lines_;
};

/// Without signs in front of the first letter: an emoji, a bullet.
std::string_view from_first_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto next = utf8::decode(text, at);
        const auto kind = unicode::category(next.code_point);
        if (kind == unicode::Category::letter || kind == unicode::Category::uppercase) return text.substr(at);
        if (kind == unicode::Category::digit) return {};
        at += next.length;
    }
    return {};
}

std::optional<Meaning> known_label(std::string_view words) {
    words = trim_unicode(from_first_letter(words));
    if (words.empty() || utf8::count(words) > longest_label) return std::nullopt;
    return meaning_of_label(words);
}

/// `Label: value`, with a colon of either width.
std::optional<Label> with_colon(std::string_view text) {
    static constexpr std::string_view wide = "\uFF1A";
    const std::size_t narrow_at = text.find(':'), wide_at = text.find(wide);
    const std::size_t at = std::min(narrow_at, wide_at);
    if (at == std::string_view::npos) return std::nullopt;
    auto meaning = known_label(text.substr(0, at));
    if (!meaning) return std::nullopt;
    const std::size_t length = at == narrow_at ? 1u : wide.size();
    return Label{std::move(*meaning), std::string(trim_unicode(text.substr(at + length)))};
}

bool ends_with_by(std::string_view label) {
    static constexpr std::array<std::string_view, 7> words = {" by", " von", " par", " por", " da", " di", " de"};
    const std::string lower = ascii_lower(label);
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return lower.ends_with(w); });
}

/// `**Directed by** Kelly Reichardt`: the style does what the colon does elsewhere.
std::optional<Label> with_style(std::string_view text, std::string_view styled) {
    if (styled.empty() || styled.size() >= text.size() || !text.starts_with(styled) || !ends_with_by(styled))
        return std::nullopt;
    auto meaning = known_label(styled);
    if (!meaning) return std::nullopt;
    return Label{std::move(*meaning), std::string(trim_unicode(text.substr(styled.size())))};
}

/// The offset of a grade that is the text's last word, `B+`.
std::size_t find_last_grade(std::string_view text) {
    const std::size_t at = text.rfind(' ') + 1;
    const std::string_view word = text.substr(at);
    const bool grade = word.size() <= 2 && word[0] >= 'A' && word[0] <= 'F' && read_rating(word).rating;
    return grade ? at : std::string_view::npos;
}

/// The offset of the first digit, asterisk or drawn star; the text's size when there is none.
std::size_t first_sign(std::string_view text) {
    static constexpr std::array<std::string_view, 5> stars = {"★", "☆", "⭐", "🌟", "½"};
    const auto may_begin = [](auto c) { return ((c >= '0') & (c <= '9')) | (c == '*') | (c == 0xC2) | (c == 0xE2) | (c == 0xF0); };
    std::size_t at = first_byte(text, 0, may_begin);
    for (; at < text.size(); at = first_byte(text, at + 1, may_begin)) {
        const auto begins = [here = text.substr(at)](std::string_view star) { return here.starts_with(star); };
        if (static_cast<unsigned char>(text[at]) < 0x80 || std::any_of(stars.begin(), stars.end(), begins)) break;
    }
    return at;
}

/// `Rating 4/5`, `My rating – ★★★★`, `Grade B+`.
std::optional<Label> before_rating(std::string_view text) {
    std::size_t at = first_sign(text);
    const bool letter = at == text.size();
    if (letter) at = find_last_grade(text);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    std::string_view words = trim_unicode(text.substr(0, at));
    bool dashed = false;
    for (const std::string_view mark : {"-", "–", "—"})
        if (words.ends_with(mark)) words = trim_unicode(words.substr(0, words.size() - mark.size())), dashed = true;
    auto meaning = known_label(words);
    if (!meaning || meaning->field != Field::rating) return std::nullopt;
    // Behind a dash or as a letter it is a rating whatever it looks like; else "Rating 4" may begin a sentence.
    if (!letter && !dashed && !is_bare_rating(text.substr(at))) return std::nullopt;
    return Label{std::move(*meaning), std::string(trim_unicode(text.substr(at)))};
}

/// Two words or more, the first and the last with a capital.
bool is_full_name(const std::string& name) {
    const auto words = split(name, ' ');
    const auto capital = [](std::string_view word) {
        return !word.empty() && unicode::category(utf8::decode(word, 0).code_point) == unicode::Category::uppercase;
    };
    return words.size() >= 2 && words.size() <= 4 && capital(words.front()) && capital(words.back()) &&
           may_be_name(name);
}

bool are_full_names(const std::vector<std::string>& names) {
    return !names.empty() && names.size() <= 4 && std::all_of(names.begin(), names.end(), is_full_name);
}

/// "By Ada Quill and Joss Farrow", where every name has two words with capitals.
std::optional<Label> byline(std::string_view text) {
    if (!text.starts_with("By ") && !text.starts_with("by ")) return std::nullopt;
    if (!are_full_names(split_cast(text.substr(3)))) return std::nullopt;
    return Label{Meaning{Field::author, {}, "by"}, std::string(text.substr(3))};
}

/// "Directed by Ada Quill" without a mark behind the label, where nothing but full names follows.
std::optional<Label> before_names(std::string_view text) {
    static constexpr std::array<std::string_view, 6> ends = {" by ", " von ", " par ", " por ", " da ", " di "};
    const std::string lower = ascii_lower(text.substr(0, longest_label));
    std::array<std::size_t, ends.size()> places; // where each stands first
    places.fill(std::string::npos);
    for (std::size_t at = lower.find(' '); at != std::string::npos; at = lower.find(' ', at + 1))
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (places[i] == std::string::npos && std::string_view(lower).substr(at).starts_with(ends[i])) places[i] = at;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::size_t at = places[i];
        if (at == std::string::npos) continue;
        const std::string_view end = ends[i];
        auto meaning = known_label(text.substr(0, at + end.size()));
        const std::string_view names = trim_unicode(text.substr(at + end.size()));
        if (!meaning || meaning->field != Field::credit || !are_full_names(split_cast(names))) continue;
        return Label{std::move(*meaning), std::string(names)};
    }
    return std::nullopt;
}

/// "Watched on 12 March 2019" without a mark behind the label, where nothing but a day follows.
std::optional<Label> before_day(std::string_view text) {
    constexpr std::size_t most_words = 3;
    if (!has_digit(text)) return std::nullopt; // a day has a year
    std::optional<Label> longest; // "watched on" rather than "watched"
    std::size_t at = text.find(' ');
    for (std::size_t words = 1; words <= most_words && at != std::string_view::npos; ++words, at = text.find(' ', at + 1)) {
        if (text.size() - at > longest_day) continue;
        auto meaning = known_label(text.substr(0, at));
        const bool of_days = meaning && (meaning->field == Field::posted || meaning->field == Field::seen || meaning->field == Field::seen_on);
        const std::string_view day = trim_unicode(text.substr(at));
        const auto date = of_days ? read_date(day) : std::nullopt;
        if (date && date->day != 0) longest = Label{std::move(*meaning), std::string(day)};
    }
    return longest;
}

std::optional<Label> read_label(std::string_view text, std::string_view styled) {
    if (auto label = with_colon(text)) return label;
    if (auto label = with_style(text, styled)) return label;
    if (auto label = before_rating(text)) return label;
    if (auto label = before_names(text)) return label;
    if (auto label = before_day(text)) return label;
    return byline(text);
}

/// None where nothing parts it.
std::vector<std::string> parts_of(const std::string& text) {
    // Spaces are found at every word, what may begin a mark hardly ever.
    if (first_byte(text, 0, [](auto c) { return (c == '|') | (c == '/') | (c == 0xC2) | (c == 0xE2); }) == text.size()) return {};
    for (const std::string_view mark : {" | ", " · ", " • ", " / "}) {
        if (text.find(mark.substr(1, mark.size() - 2)) == std::string::npos || text.find(mark) == std::string::npos) continue;
        const std::string marked = replace_all(text, mark, "\n");
        std::vector<std::string> parts;
        for (const std::string_view part : split(marked, '\n'))
            parts.emplace_back(trim_unicode(part));
        return parts;
    }
    return {};
}

bool all_names(const std::vector<std::string>& names) {
    return !names.empty() &&
           std::all_of(names.begin(), names.end(), [](const std::string& n) { return may_be_name(n); });
}

bool few_words(std::string_view text, std::size_t most) {
    return !text.empty() && utf8::count(text) <= most && text.find(". ") == std::string_view::npos;
}

bool all_few_words(const std::vector<std::string>& items) {
    const auto few = [](const std::string& item) { return few_words(item, 30) && split(item, ' ').size() <= 4; };
    return !items.empty() && std::all_of(items.begin(), items.end(), few);
}

/// Among labelled parts of a line one may go without: a running time, a rating, and genres at its head.
std::optional<Label> without_label(const std::string& part, bool is_first) {
    if (is_bare_rating(part)) return Label{Meaning{Field::rating, {}, {}}, part};
    const bool has_unit = part.find_first_not_of("0123456789") != std::string::npos;
    if (has_unit && read_minutes(part)) return Label{Meaning{Field::minutes, {}, {}}, part};
    if (is_first && !part.empty() && all_few_words(split_items(part))) return Label{Meaning{Field::genres, {}, {}}, part};
    return std::nullopt;
}

} // namespace

std::vector<LabelLine> label_lines(const Inlines& inlines) { return LineMaker(inlines).make(); }

std::vector<Label> read_labels(const LabelLine& line) {
    if (!line.plain || line.text.empty() || line.text.size() > longest_value + longest_label) return {};
    std::vector<Label> labels;
    if (const auto parts = parts_of(line.text); parts.size() > 1) {
        std::size_t named = 0;
        for (const std::string& part : parts) {
            auto label = with_colon(part);
            if (label && value_fits(*label)) ++named;
            else label = without_label(part, labels.empty());
            if (label) labels.push_back(std::move(*label));
        }
        if (labels.size() == parts.size() && named * 2 >= parts.size()) return labels;
        labels.clear();
    }
    auto label = read_label(line.text, line.styled);
    if (!label && is_bare_rating(line.text)) label = Label{Meaning{Field::rating, {}, {}}, line.text};
    if (label) labels.push_back(std::move(*label));
    return labels;
}

bool value_fits(const Label& label) {
    const std::string& value = label.value;
    if (value.size() > longest_value) return false;
    const auto rated = [&] {
        const auto outcome = read_rating(value).outcome;
        return outcome == RatingOutcome::rated || outcome == RatingOutcome::outside_scale || split_remark(value);
    };
    switch (label.meaning.field) {
    case Field::credit: // "Music: 4/5" is a score in part
        return !is_bare_rating(value) && all_names(split_cast(value));
    case Field::author:
        return all_names(split_cast(value)) && few_words(value, longest_words);
    case Field::rating:
        return rated();
    case Field::score:
    case Field::stars:
        return rated() || all_names(split_cast(value));
    case Field::countries:
    case Field::languages:
    case Field::language:
        return all_names(split_items(value));
    case Field::genres:
    case Field::tags:
        return all_few_words(split_items(value));
    case Field::year:
    case Field::released:
        return read_year(value).has_value();
    case Field::posted:
        return read_date(value).has_value();
    case Field::seen:
        return read_date(value) || read_viewing(value);
    case Field::minutes:
        return read_minutes(value).has_value();
    case Field::imdb:
        return imdb_id(value).has_value();
    case Field::tmdb:
        return tmdb_id(value).has_value();
    case Field::letterboxd:
        return letterboxd_id(value).has_value();
    case Field::spoilers:
        return yes_or_no(value).has_value();
    case Field::title:
    case Field::film:
    case Field::film_title:
    case Field::english_title:
    case Field::original_title:
    case Field::seen_on:
    case Field::venue:
    case Field::medium:
        return few_words(value, longest_words);
    case Field::rating_best:
    case Field::date:
    case Field::original_language:
    case Field::subtitle:
    case Field::summary:
    case Field::credits:
    case Field::picture:
    case Field::picture_alternative:
    case Field::picture_caption:
    case Field::epigraph:
    case Field::epigraph_source:
    case Field::kind:
    case Field::works:
    case Field::table:
        return false;
    }
    return false;
}

namespace {

/// Whether `next`, behind a line end that is only a space, goes on with a list of names that `line` begins.
bool goes_on(const LabelLine& line, const LabelLine& next) {
    if (line.ended_by != LineEnd::soft || !next.plain || line.text.find(',') == std::string::npos) return false;
    const auto begun = read_labels(line);
    if (begun.size() != 1 || !names_people(begun[0].meaning)) return false;
    if (begun[0].value.find(',') == std::string::npos || !read_labels(next).empty()) return false;
    return value_fits({begun[0].meaning, begun[0].value + " " + next.text});
}

/// Makes one line of a term and what is said of it below: `Director` and `: Ada Quill`. True when `line` was such.
bool define(LabelLine& term, const LabelLine& line) {
    if (!term.plain || !line.plain || !(line.text.starts_with(": ") || line.text.starts_with(":\t"))) return false;
    const std::string value(trim_unicode(std::string_view(line.text).substr(1)));
    const auto labels = read_labels(term);
    if (known_label(term.text)) {
        term.text += ": " + value;
    } else if (labels.size() == 1 && names_people(labels[0].meaning)) {
        term.text += ", " + value;
    } else {
        return false;
    }
    return true;
}

void extend(LabelLine& whole, const LabelLine& line) {
    whole.end = line.end;
    whole.ended_by = line.ended_by;
    whole.span.end = line.span.end;
    whole.links.insert(whole.links.end(), line.links.begin(), line.links.end());
}

} // namespace

bool names_people(const Meaning& meaning) {
    return (meaning.field == Field::credit && meaning.roles.size() == 1) || meaning.field == Field::stars;
}

bool is_score(std::string_view line) {
    const std::size_t colon = line.find(':');
    return colon != std::string_view::npos && is_bare_rating(trim_unicode(line.substr(colon + 1)));
}

std::vector<LabelLine> joined_lines(std::vector<LabelLine> lines) {
    std::vector<LabelLine> joined;
    for (LabelLine& line : lines) {
        if (!joined.empty() && define(joined.back(), line)) {
            extend(joined.back(), line);
        } else if (!joined.empty() && goes_on(joined.back(), line)) {
            joined.back().text += " " + line.text;
            extend(joined.back(), line);
        } else {
            joined.push_back(std::move(line));
        }
    }
    return joined;
}

} // namespace halfstar::reading

#include "read/rating.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/html/entities.h"
#include "read/number_words.h"
#include "read/rating_tokens.h"
#include "read/rating_words.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

constexpr std::int32_t widest_scale = 1000 * 100;

/// An amount and, when it was written, what it is out of.
struct Amount {
    std::int32_t value = 0;
    std::int32_t best = 0; ///< 0: not said
    bool negative = false;
    bool drawn = false; ///< as stars, or said to be some
};

/// A recursive descent over the tokens; each function takes what it understands.
class Grammar {
public:
    explicit Grammar(std::string_view text) : tokens_(rating_tokens(text)) {}

    std::optional<Amount> read() {
        Amount amount;
        if (tokens_.empty()) return std::nullopt;
        const bool drawn = stars(amount);
        if (!drawn && !spoken(amount)) return std::nullopt;
        amount_ = &amount;
        amount.drawn = drawn || has_unit();
        if (!drawn) words_after();
        if (!scale(amount)) return std::nullopt;
        words_after();
        while (is(RatingSign::other))
            ++at_; // a full stop or an exclamation mark
        return at_ == tokens_.size() ? std::optional(amount) : std::nullopt;
    }

private:
    bool is(RatingSign sign, std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].sign == sign;
    }
    bool is_word(std::string_view word, std::size_t ahead = 0) const {
        return is(RatingSign::word, ahead) && tokens_[at_ + ahead].word == word;
    }
    bool take_word(std::string_view word) {
        if (!is_word(word)) return false;
        ++at_;
        return true;
    }
    std::int32_t count(RatingSign sign) {
        const std::size_t begin = at_;
        while (is(sign))
            ++at_;
        return static_cast<std::int32_t>(std::min<std::size_t>(at_ - begin, 1000) * 100);
    }

    /// Filled stars, part of one, hollow ones: `★★★½☆`. Hollow ones say the scale.
    bool stars(Amount& amount) {
        if (!is(RatingSign::star) && !is(RatingSign::empty_star) && !is(RatingSign::half_star)) {
            if (!is(RatingSign::fraction) || !(tokens_.size() == 1 || is(RatingSign::empty_star, 1))) return false;
        }
        amount.value = count(RatingSign::star);
        const std::int32_t whole = amount.value;
        if (is(RatingSign::half_star)) {
            ++at_;
            amount.value += 50;
        } else {
            part(amount);
        }
        const std::int32_t hollow = count(RatingSign::empty_star);
        if (hollow > 0) amount.best = whole + hollow + (amount.value > whole ? 100 : 0);
        return true;
    }

    /// `½`, `1/2` or "and a half" after a whole number or stars.
    bool part(Amount& amount) {
        if (is(RatingSign::plus) && (is(RatingSign::fraction, 1) || is(RatingSign::number, 1))) ++at_;
        if (is(RatingSign::fraction)) {
            amount.value += tokens_[at_++].hundredths;
            return true;
        }
        if (is(RatingSign::number) && is(RatingSign::slash, 1) && is(RatingSign::number, 2)) {
            const std::int32_t over = tokens_[at_].hundredths, under = tokens_[at_ + 2].hundredths;
            if (under != 200 && under != 300 && under != 400) return false;
            if (over >= under || over % 100 != 0) return false;
            amount.value += (over * 100 + under / 2) / under;
            at_ += 3;
            return true;
        }
        return half_in_words(amount);
    }

    /// "and a half", "et demie", "y media", "e mezzo", "buçuk".
    bool half_in_words(Amount& amount) {
        const std::size_t begin = at_;
        if (is(RatingSign::word) && is_and(tokens_[at_].word)) ++at_;
        take_word("a");
        if (is(RatingSign::word) && is_half(tokens_[at_].word)) {
            ++at_;
            amount.value += 50;
            return true;
        }
        at_ = begin;
        return false;
    }

    /// A number in digits or words.
    bool spoken(Amount& amount) {
        if (is(RatingSign::minus) && is(RatingSign::number, 1)) {
            amount.negative = true;
            ++at_;
        }
        if (is(RatingSign::number)) {
            if (is_half_alone()) return part(amount);
            amount.value = tokens_[at_++].hundredths;
            part(amount);
            return true;
        }
        if (is(RatingSign::fraction)) return part(amount);
        return number_word(amount);
    }

    /// `1/2` alone is half a star: no one rates out of two.
    bool is_half_alone() const {
        return tokens_[at_].hundredths == 100 && is(RatingSign::slash, 1) && is(RatingSign::number, 2) &&
               tokens_[at_ + 2].hundredths == 200;
    }

    bool number_word(Amount& amount) {
        if (!is(RatingSign::word)) return false;
        if (is_word("no") && (is_word("stars", 1) || is_word("star", 1))) {
            ++at_;
            return true;
        }
        if (is_word("half") || (is_word("a") && is_word("half", 1))) {
            part(amount);
            take_word("a");
            return true;
        }
        const std::optional<std::int32_t> number = number_in_words(tokens_[at_].word);
        if (!number) return false;
        amount.value = *number;
        ++at_;
        part(amount);
        return true;
    }

    void words_after() {
        if (is(RatingSign::star) && !is(RatingSign::star, 1))
            ++at_;
        else if (is(RatingSign::word) && is_unit(tokens_[at_].word))
            ++at_;
        else
            return;
        half_in_words(*amount_);
    }

    /// `/5`, "out of 5", "of 5", `%`; false when a scale begins and is none.
    bool scale(Amount& amount) {
        if (is(RatingSign::percent)) {
            ++at_;
            amount.best = 100 * 100;
            return true;
        }
        if (!scale_sign()) return true;
        if (is(RatingSign::star)) {
            amount.best = count(RatingSign::star);
            return true;
        }
        Amount best;
        if (!is(RatingSign::number) && !is(RatingSign::word)) return false;
        if (is(RatingSign::number))
            best.value = tokens_[at_++].hundredths;
        else if (!number_word(best))
            return false;
        amount.best = best.value == 0 ? 1 : best.value;
        return true;
    }

    bool scale_sign() {
        static constexpr std::array<std::string_view, 6> between = {"of", "von", "sur", "de", "su", "üzerinden"};
        if (is(RatingSign::slash)) return ++at_, true;
        const std::size_t begin = at_;
        take_word("out");
        const bool word =
            is(RatingSign::word) && std::find(between.begin(), between.end(), tokens_[at_].word) != between.end();
        at_ = word ? at_ + 1 : begin;
        if (word && take_word("a")) take_word("possible");
        return word;
    }

    /// "stars" behind the number, or a star: `4 stars`, `4*`.
    bool has_unit() const { return is(RatingSign::star) || (is(RatingSign::word) && is_star_unit(tokens_[at_].word)); }

    std::vector<RatingToken> tokens_;
    std::size_t at_ = 0;
    Amount* amount_ = nullptr; ///< what is being read
};

/// A+ is 13, A 12, down to F, which is 1. "B plus" is B+.
std::optional<std::int32_t> letter_grade(std::string_view written) {
    std::string text = replace_all(replace_all(ascii_lower(written), " plus", "+"), " minus", "-");
    if (text.size() > 2 && text[1] == ' ') text.erase(1, 1);
    if (text.empty()) return std::nullopt;
    const std::string_view sign = std::string_view(text).substr(1);
    const bool plus = sign == "+";
    const bool minus = sign == "-" || sign == "\u2212" || sign == "\u2013";
    if (!sign.empty() && !plus && !minus) return std::nullopt;
    if (text[0] == 'f') return 100; // F+ and F- are no steps of the scale
    if (text[0] < 'a' || text[0] > 'd') return std::nullopt;
    return (12 - 3 * (text[0] - 'a') + (plus ? 1 : 0) - (minus ? 1 : 0)) * 100;
}

bool says_nothing(std::string_view text) {
    static constexpr std::array<std::string_view, 15> words = {"",       "-",         "–",  "—",   "?",
                                                               "n/a",    "none",      "null", "nil", "unrated",
                                                               "tbd",    "not rated", "no rating", "~", "na"};
    return std::find(words.begin(), words.end(), ascii_lower(text)) != words.end();
}

std::int32_t inferred_best(std::int32_t value) {
    if (value <= 500) return 500;
    return value <= 1000 ? 1000 : 10'000;
}

RatingReading rated(Rating rating) { return {RatingOutcome::rated, std::move(rating)}; }

/// A rating without anything in brackets beside it.
RatingReading read_plain(std::string_view text, std::int32_t best) {
    if (says_nothing(text)) return {RatingOutcome::absent, std::nullopt};
    if (const auto grade = letter_grade(text))
        return rated({std::string(text), RatingForm::letter, *grade, 100, 1300, ScaleSource::written});
    const auto amount = Grammar(text).read();
    if (!amount) return {RatingOutcome::not_a_rating, std::nullopt};
    const bool bare = amount->best == 0;
    std::int32_t scale = amount->best;
    if (bare) scale = best > 0 ? best : inferred_best(amount->value);
    if (amount->negative || amount->value > scale || scale < 100 || scale > widest_scale)
        return {RatingOutcome::outside_scale, std::nullopt};
    const ScaleSource said = !bare ? ScaleSource::written : best > 0 ? ScaleSource::declared : ScaleSource::inferred;
    Rating rating{std::string(text), RatingForm::number, amount->value, 0, scale, said};
    rating.drawn = amount->drawn;
    return rated(std::move(rating));
}

/// `★★★★☆ (4/5)`, `B+ (88/100)`: the same said twice, of which the one that names its scale counts; `4 (out of 5)`.
RatingReading read_with_brackets(std::string_view text, std::int32_t best) {
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    if (open == std::string_view::npos || open == 0) return read_plain(text, best);
    const std::string_view before = trim_unicode(text.substr(0, open));
    const std::string_view inside = trim_unicode(text.substr(open + 1, text.size() - open - 2));
    const RatingReading first = read_plain(before, best), second = read_plain(inside, best);
    if (first.outcome != RatingOutcome::rated || second.outcome != RatingOutcome::rated)
        return read_plain(std::string(before) + " " + std::string(inside), best);
    const bool says_scale = first.rating->scale == ScaleSource::written;
    return says_scale || second.rating->scale != ScaleSource::written ? first : second;
}

} // namespace

RatingReading read_rating(std::string_view written, std::int32_t best) {
    const std::string decoded = unicode::normalise_nfc(soup::decode_entities(trim_unicode(written)));
    const std::string_view text = trim_unicode(decoded);
    RatingReading reading = read_with_brackets(text, best);
    if (reading.outcome == RatingOutcome::not_a_rating && is_verdict(text))
        reading = rated({{}, RatingForm::words, 0, 0, 0, ScaleSource::written});
    if (reading.rating) reading.rating->written = text;
    return reading;
}

namespace {

constexpr std::size_t most_tokens = 16; ///< of a rating alone

/// Whether there are more than `most` words or numbers, each of which is a token at least: prose is soon told.
bool has_more_words(std::string_view line, std::size_t most) {
    std::size_t words = 0;
    bool within = false;
    for (const char c : line) {
        const bool counts = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (counts && !within && ++words > most) return true;
        within = within ? c != ' ' : counts;
    }
    return false;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a line begins with a word of plain letters that begins no amount, as nearly all prose does.
bool begins_otherwise(std::string_view line) {
    line = trim(line);
    const std::size_t end = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_ascii_letter) - line.begin());
    const bool whole = end == line.size() || static_cast<unsigned char>(line[end]) < 0x80;
    // Behind an ampersand the letters may be an entity's.
    if (end == 0 || !whole || line.find('&') != std::string_view::npos) return false;
    const std::string word = ascii_lower(line.substr(0, end));
    return word != "no" && word != "a" && word != "half" && !number_in_words(word);
}

} // namespace

bool is_bare_rating(std::string_view line) {
    if (begins_otherwise(line) || has_more_words(line, most_tokens)) return false;
    const std::vector<RatingToken> tokens = rating_tokens(line);
    if (tokens.size() < 2 || tokens.size() > most_tokens) return false;
    const RatingSign first = tokens.front().sign;
    // Asterisks alone are an ornament between scenes as often as they are a rating.
    const bool sure = tokens.front().hundredths == 100; // a moon or a heart is often only that
    const bool drawn = sure && ((first == RatingSign::star && !trim(line).starts_with('*')) || first == RatingSign::empty_star);
    const bool scaled = std::any_of(tokens.begin(), tokens.end(), [&](const RatingToken& t) {
        const bool counted = t.sign == RatingSign::star && first == RatingSign::number;
        return counted || t.sign == RatingSign::slash || is_star_unit(t.word) || t.word == "out";
    });
    if (!drawn && !scaled) return false;
    const RatingReading reading = read_rating(line);
    if (reading.outcome != RatingOutcome::rated || reading.rating->form != RatingForm::number) return false;
    static constexpr std::array<std::int32_t, 5> common = {400, 500, 600, 1000, 10'000};
    return std::find(common.begin(), common.end(), reading.rating->best) != common.end();
}

} // namespace halfstar::reading

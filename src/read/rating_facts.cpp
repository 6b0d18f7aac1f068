#include "read/rating_facts.h"

#include "foundation/data/syntaxes.h"
#include "read/rating.h"
#include "read/rating_remark.h"
#include "read/rating_words.h"
#include "read/takers.h"
#include "read/values.h"

#include <string>
#include <utility>

namespace halfstar::reading {

namespace {

/// A rating's text: the value itself, or a map of `value` and `best`.
std::string rating_text(const Value& value) {
    const Value* amount = member(value, {"value", "rating", "score", "stars", "ratingvalue", "amount", "mine", "my"});
    if (amount == nullptr) return text_of(value);
    const Value* best = member(value, {"best", "max", "scale", "outof", "of", "bestrating", "maximum", "total"});
    return best == nullptr ? text_of(*amount) : text_of(*amount) + "/" + text_of(*best);
}

/// A second rating that says the same, or the same words, is no other.
Answer keep_rating(Facts& facts, Rating rating, Span span) {
    if (facts.work.rating) {
        const Rating& before = facts.work.rating->value;
        const bool same = before.form == rating.form && before.value == rating.value && before.best == rating.best &&
                          (rating.is_counted() || before.written == rating.written);
        return same ? taken : said_before;
    }
    facts.work.rating = Fact<Rating>{std::move(rating), span};
    return taken;
}

/// What is said of the rating behind it is kept beside the facts.
Answer take_remarked(Facts& facts, const Value& value) {
    const auto parts = split_remark(text_of(value));
    RatingReading reading = parts ? read_rating(parts->rating, facts.bare_best) : RatingReading{};
    if (!reading.rating) return not_a("a rating");
    const Answer answer = keep_rating(facts, std::move(*reading.rating), value.span);
    if (answer.outcome == Outcome::taken)
        facts.extras.push_back({"rating_remark", json_string(parts->remark), value.span});
    return answer;
}

} // namespace

Answer take_rating(Facts& facts, const Value& value) {
    RatingReading reading = read_rating(rating_text(value), facts.bare_best);
    switch (reading.outcome) {
    case RatingOutcome::absent:
        return foreign;
    case RatingOutcome::not_a_rating:
        return take_remarked(facts, value);
    case RatingOutcome::outside_scale:
        return outside_scale;
    case RatingOutcome::rated:
        break;
    }
    return keep_rating(facts, std::move(*reading.rating), value.span);
}

Answer take_rating_or_verdict(Facts& facts, const Value& value) {
    const Answer answer = take_rating(facts, value);
    const std::string text = text_of(value);
    if (answer.outcome != Outcome::unclear || !may_be_verdict(text)) return answer;
    return keep_rating(facts, {text, RatingForm::words, 0, 0, 0}, value.span);
}

Answer take_rating_best(Facts& facts, const Value& value) {
    const std::string text = text_of(value);
    const std::size_t last = text.find_last_of(" -/\xE2\x80\x93") + 1; // npos + 1 is the beginning
    const RatingReading reading = read_rating(std::string_view(text).substr(last));
    if (!reading.rating || reading.rating->form != RatingForm::number || reading.rating->value < 100) return foreign;
    facts.bare_best = reading.rating->value;
    return taken;
}

} // namespace halfstar::reading

#include "read/rating_remark.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/rating.h"
#include "read/rating_tokens.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_remark = 120; // code points

bool is_rating(std::string_view text) {
    const RatingReading reading = read_rating(text);
    return reading.rating && reading.rating->form != RatingForm::words;
}

/// Whether words hold signs that ratings are made of: another one, or the rest of this.
bool holds_rating(std::string_view words) {
    const auto tokens = rating_tokens(words);
    return std::any_of(tokens.begin(), tokens.end(), [](const RatingToken& token) {
        return token.sign == RatingSign::star || token.sign == RatingSign::half_star ||
               token.sign == RatingSign::empty_star || token.sign == RatingSign::slash || token.sign == RatingSign::percent;
    });
}

bool may_be_remark(std::string_view words) {
    if (words.empty() || utf8::count(words) > longest_remark || holds_rating(words)) return false;
    const auto kind = unicode::category(utf8::decode(words, 0).code_point);
    return kind != unicode::Category::digit && !is_rating(words);
}

using Split = std::optional<RemarkedRating>;

Split remarked(std::string_view rating, std::string_view remark) {
    return RemarkedRating{std::string(rating), std::string(remark)};
}

/// `4/5 (would watch again)`, and the other way round.
Split in_brackets(std::string_view text) {
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    if (open == std::string_view::npos || open == 0) return std::nullopt;
    const std::string_view before = trim_unicode(text.substr(0, open));
    const std::string_view inside = trim_unicode(text.substr(open + 1, text.size() - open - 2));
    if (is_rating(before) && may_be_remark(inside)) return remarked(before, inside);
    if (is_bare_rating(inside) && may_be_remark(before)) return remarked(inside, before);
    return std::nullopt;
}

/// `4 stars - a must`; behind a comma or a full stop only what is a rating whatever stands there.
Split behind_mark(std::string_view text) {
    static constexpr std::array<std::string_view, 3> dashes = {" - ", " \u2013 ", " \u2014 "};
    static constexpr std::array<std::string_view, 4> marks = {", ", "; ", ". ", ": "};
    const auto split_at = [&](std::string_view mark, auto may_be_rating) -> Split {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) return std::nullopt;
        const std::string_view rating = trim_unicode(text.substr(0, at)), remark = trim_unicode(text.substr(at + mark.size()));
        return may_be_rating(rating) && may_be_remark(remark) ? remarked(rating, remark) : std::nullopt;
    };
    for (const std::string_view mark : dashes)
        if (auto split = split_at(mark, is_rating)) return split;
    for (const std::string_view mark : marks)
        if (auto split = split_at(mark, is_bare_rating)) return split;
    return std::nullopt;
}

/// `4/5 would watch again`: the longest beginning that is a rating without a label. What follows must be no sentence.
Split without_mark(std::string_view text) {
    for (std::size_t at = text.rfind(' '); at != std::string_view::npos && at > 0; at = text.rfind(' ', at - 1)) {
        const std::string_view rating = text.substr(0, at), remark = trim_unicode(text.substr(at));
        if (!is_bare_rating(rating)) continue;
        const bool sentence = remark.find_first_of(".,;:!?") != std::string_view::npos;
        return !sentence && may_be_remark(remark) ? remarked(rating, remark) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<RemarkedRating> split_remark(std::string_view written) {
    const std::string_view text = trim_unicode(written);
    if (auto split = in_brackets(text)) return split;
    if (auto split = behind_mark(text)) return split;
    return without_mark(text);
}

} // namespace halfstar::reading

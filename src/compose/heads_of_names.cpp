#include "compose/heads.h"

#include "compose/index_words.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <map>

namespace halfstar {
namespace {

Head other_head(std::string_view word, const Locale& locale) {
    return {"", last_rank, "", std::string(locale.word(word)), "", {}};
}

std::vector<std::string> names_of(const Piece& piece, Grouping by) {
    std::vector<std::string> names;
    if (by == Grouping::author) names = piece.authors;
    if (by == Grouping::tag && !piece.tags.empty()) names = {piece.tags.front()};
    if (by == Grouping::director && !piece.works.empty())
        for (const Credit& credit : piece.works.front().credits)
            if (credit.role == Role::director) names.push_back(credit.name);
    return names;
}

/// "A", "A and B", "A, B and C".
std::string listed_words(const std::vector<std::string>& names, const Locale& locale) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0 && i + 1 == names.size())
            out.append(" ").append(locale.word("and")).append(" ");
        else if (i > 0)
            out += locale.word("list-separator");
        out += names[i];
    }
    return out;
}

Head name_head(std::vector<std::string> names, Grouping by, const Locale& locale, std::string_view language) {
    Head head;
    for (const std::string& name : names)
        head.identity += person_identity(name) + "\n";
    for (const std::string& name : names)
        head.order += unicode::sort_key(by == Grouping::tag ? name : name_in_index(name), language) + '\x01';
    // The same names by the same letters, whatever their case.
    head.order += head.identity;
    head.title = listed_words(names, locale);
    return head;
}

Head rating_head(const Rating& rating, const Scale& scale, const Locale& locale) {
    Rating shown = rating;
    if (const auto value = value_on(scale, rating)) {
        const std::int32_t step = step_of(scale);
        shown = rating_on(scale, (*value + step / 2) / step * step);
    }
    Head head;
    head.rank = -strength(shown);
    head.title = locale.spoken_rating(shown);
    head.order = head.identity = head.title;
    return head;
}

/// Ratings in words stand under the words, behind all that can be compared.
Head words_head(const Piece& piece, const Locale& locale) {
    for (const Work& work : piece.works)
        if (work.rating) {
            const std::string& words = work.rating->value.written;
            return {words, last_rank - 1, words, words, "", {}};
        }
    return other_head("unrated", locale);
}

} // namespace

std::vector<Head> rating_heads(const std::vector<Piece>& pieces, const Scale& scale, const Locale& locale) {
    std::vector<Head> heads;
    for (const Piece& piece : pieces) {
        const Rating* rating = rating_of(piece);
        heads.push_back(rating ? rating_head(*rating, scale, locale) : words_head(piece, locale));
    }
    return heads;
}

std::vector<Head> name_heads(const std::vector<Piece>& pieces, Grouping by, const Locale& locale,
                             std::string_view language) {
    std::vector<Head> heads;
    for (const Piece& piece : pieces) {
        std::vector<std::string> names = names_of(piece, by);
        heads.push_back(names.empty() ? other_head("other-section", locale)
                                      : name_head(std::move(names), by, locale, language));
    }
    return heads;
}

} // namespace halfstar

#include "read/facts.h"
#include "read/values.h"

namespace halfstar::reading {

namespace {

/// A table within front matter: `extra`, `params`, and `movie` or `film` when they are maps, in which "title" is
/// the film's.
enum class Table : std::uint8_t { piece, film };

class MemberTaker {
public:
    MemberTaker(Facts& facts, Diagnostics& diagnostics) : facts_(facts), diagnostics_(diagnostics) {}

    void take(const Members& members, const std::string& prefix, Table table, int depth) {
        take_scale(members);
        for (const auto& [key, written] : members) {
            if (is_blank(written)) continue;
            const Value value = without_wiki_marks(written);
            auto meaning = meaning_of_key(key);
            const auto below = meaning && depth < 8 ? table_at(*meaning, value) : std::nullopt;
            if (below) {
                take(*value.members(), prefix + key + ".", *below, depth + 1);
            } else if (meaning) {
                take_one(*meaning, prefix + key, value, table);
            } else {
                keep_extra(facts_, prefix + key, written);
            }
        }
    }

private:
    /// What ratings are out of holds for those above it too.
    void take_scale(const Members& members) {
        for (const auto& [key, value] : members)
            if (const auto meaning = meaning_of_key(key); meaning && meaning->field == Field::rating_best)
                take_fact(facts_, *meaning, value);
    }

    static std::optional<Table> table_at(const Meaning& meaning, const Value& value) {
        if (value.members() == nullptr) return std::nullopt;
        if (meaning.field == Field::film) return Table::film;
        return meaning.field == Field::table ? std::optional(Table::piece) : std::nullopt;
    }

    void take_one(Meaning meaning, const std::string& key, const Value& value, Table table) {
        if (table == Table::film && meaning.field == Field::title) meaning.field = Field::film_title;
        if (table == Table::film && meaning.field == Field::date) meaning.field = Field::released;
        const Answer answer = take_fact(facts_, meaning, value);
        if (answer.outcome == Outcome::taken) return;
        if (answer.outcome == Outcome::unclear)
            diagnostics_.report(Code::bad_value, value.span, {text_of(value), answer.expected});
        if (answer.outcome == Outcome::outside_scale)
            diagnostics_.report(Code::rating_outside_scale, value.span, {text_of(value)});
        keep_extra(facts_, key, value);
    }

    Facts& facts_;
    Diagnostics& diagnostics_;
};

} // namespace

void take_members(Facts& facts, const Members& members, Diagnostics& diagnostics) {
    MemberTaker(facts, diagnostics).take(members, {}, Table::piece, 0);
}

} // namespace halfstar::reading

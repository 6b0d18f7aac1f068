// Values of issue.yaml, each read as what its key takes; what is none of that is said at its place.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/diagnostics.h>
#include <halfstar/issue.h>
#include <halfstar/piece.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {

/// A word of issue.yaml and what it means.
template <class E> using Meaning = std::pair<std::string_view, E>;

class IssueReading {
public:
    /// `text` is the file's; spans of values are places in it.
    IssueReading(std::string_view text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

    /// Reports that `value` is not `expected`: "a day, as 2019-12-17".
    void fault(const Value& value, std::string_view expected, std::vector<std::string> hints = {});
    /// As fault, with the nearest of `words` or all of them as a hint.
    void unknown_word(const Value& value, std::string_view expected, std::vector<std::string> words);
    void unknown_key(const Member& member, std::vector<std::string> keys);

    /// The words of a scalar; empty, and reported, for a list or a map.
    std::string text(const Value& value, std::string_view expected = "a text");
    /// Calls `take` with each item of a list, or with the one value that is none.
    void each(const Value& value, const std::function<void(const Value&)>& take);
    std::vector<std::string> texts(const Value& value);
    std::optional<Date> date(const Value& value);
    /// A whole number from `least` to `most`.
    std::optional<int> whole(const Value& value, int least, int most, std::string_view expected);
    /// Hundredths of a number without sign and with at most two decimals.
    std::optional<int> hundredths(const Value& value, std::string_view expected);

    template <class E>
    std::optional<E> word(const Value& value, std::span<const Meaning<E>> meanings, std::string_view expected);

private:
    std::string excerpt(const Value& value) const;

    std::string_view text_;
    Diagnostics& diagnostics_;
};

bool same_word(std::string_view a, std::string_view b);

template <class E>
std::optional<E> IssueReading::word(const Value& value, std::span<const Meaning<E>> meanings,
                                    std::string_view expected) {
    const Scalar* scalar = value.scalar();
    std::vector<std::string> words;
    for (const auto& meaning : meanings) {
        if (scalar != nullptr && same_word(scalar->text, meaning.first)) return meaning.second;
        words.emplace_back(meaning.first);
    }
    unknown_word(value, expected, std::move(words));
    return std::nullopt;
}

/// `select` and what stands below it.
void read_selection(const Value& value, IssueReading& reading, Selection& selection);

/// `contributors`: names, or names with a note each.
void read_contributors(const Value& value, IssueReading& reading, IssueSettings& issue);
/// `cover`: a word, or the path of a picture, which is not looked for here.
void read_cover(const Value& value, IssueReading& reading, IssueSettings& issue);
/// `reviews` and what stands below it.
void read_review_rules(const Value& value, IssueReading& reading, std::vector<ReviewRule>& rules);
/// How one review is to be; also what its front matter says below `zine`.
ReviewPlan read_plan(const Members& members, IssueReading& reading);

/// All keys of issue.yaml; those below `select` as "select.year". docs/issue.md explains each.
std::vector<std::string> issue_keys();
std::vector<std::string> selection_keys();

/// Whether it is an ISBN of 10 or 13 digits, spaces and hyphens aside, whose check digit is right (ISO 2108).
bool is_isbn(std::string_view written);
/// Whether it has the shape of a BCP 47 tag: "en", "pt-BR", "zh-Hant".
bool is_language_tag(std::string_view written);

} // namespace halfstar

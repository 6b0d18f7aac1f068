#include "lint/typewriter.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <array>

namespace halfstar::lint {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::size_t longest_entity = 32;

/// What a straight mark may have become: quotation marks of every language, apostrophes, feet and inches.
constexpr std::array<std::string_view, 14> marks = {
    "\u2018", "\u2019", "\u201a", "\u201b", "\u201c", "\u201d", "\u201e",
    "\u2039", "\u203a", "\u00ab", "\u00bb", "\u2032", "\u2033", "\u300c",
};
/// The spaces that French sets within its marks.
constexpr std::array<std::string_view, 2> inner_spaces = {"\u00a0", "\u202f"};

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t run_of(std::string_view text, std::size_t at, char c) {
    const std::size_t end = text.find_first_not_of(c, at);
    return (end == std::string_view::npos ? text.size() : end) - at;
}

template <std::size_t n>
std::size_t length_of_one(std::string_view text, std::size_t at, const std::array<std::string_view, n>& any) {
    for (const std::string_view one : any)
        if (text.substr(at).starts_with(one)) return one.size();
    return 0;
}

/// Bytes of a printers' mark at `text[at]` with the spaces that belong to it; 0 when none stands there.
std::size_t printed_mark(std::string_view text, std::size_t at) {
    const std::size_t before = length_of_one(text, at, inner_spaces);
    const std::size_t mark = length_of_one(text, at + before, marks);
    if (mark == 0) return 0;
    const std::size_t after = before > 0 ? 0 : length_of_one(text, at + mark, inner_spaces);
    return before + mark + after;
}

/// Bytes of "&amp;", "&#8212;" or "&#x2014;" at `text[at]`; 0 when it is a plain ampersand.
std::size_t entity_length(std::string_view text, std::size_t at) {
    const std::size_t end = text.substr(0, at + longest_entity).find(';', at);
    if (end == std::string_view::npos || end == at + 1) return 0;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto fits = [](char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return std::all_of(name.begin(), name.end(), fits) ? end + 1 - at : 0;
}

class Comparison {
public:
    Comparison(std::string_view source, std::string_view words) : source_(source), words_(words) {}

    std::vector<TypewriterMark> marks() {
        while (at_ < source_.size() && word_ < words_.size())
            if (!step()) break;
        return std::move(found_);
    }

private:
    bool step() {
        const char c = source_[at_];
        if (c == '"' || c == '\'') return quotation_mark();
        if (c == '.' && source_.substr(at_).starts_with("...")) return dots();
        if (c == ' ') return spaces();
        if (c == '-') return dashes();
        if (c == '\\' && at_ + 1 < source_.size() && is_punctuation(source_[at_ + 1])) return escape();
        if (c == '&') return ampersand();
        return same();
    }

    bool advance(std::size_t in_source, std::size_t in_words) {
        at_ += in_source;
        word_ += in_words;
        return true;
    }
    void find(Typewriter kind, std::size_t length, std::string_view set) {
        found_.push_back(
            {kind, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length), std::string(set)});
    }

    bool same() { return source_[at_] == words_[word_] && advance(1, 1); }

    bool quotation_mark() {
        if (source_[at_] == words_[word_]) {
            find(Typewriter::quotation_mark, 1, {});
            return advance(1, 1);
        }
        const std::size_t length = printed_mark(words_, word_);
        if (length == 0) return false;
        find(Typewriter::quotation_mark, 1, words_.substr(word_, length));
        return advance(1, length);
    }

    bool dots() {
        if (!words_.substr(word_).starts_with(ellipsis)) return same();
        find(Typewriter::dots, 3, ellipsis);
        return advance(3, ellipsis.size());
    }

    /// Spaces at the ends are Markdown's own.
    bool spaces() {
        const std::size_t in_source = run_of(source_, at_, ' '), in_words = run_of(words_, word_, ' ');
        if (in_words == 0) return false;
        if (in_source > 1 && at_ > 0 && at_ + in_source < source_.size()) find(Typewriter::spaces, in_source, " ");
        return advance(in_source, in_words);
    }

    /// A run of hyphens became dashes of some number; which ones is the reader's business.
    bool dashes() {
        std::size_t in_words = 0;
        for (;;) {
            const std::string_view rest = words_.substr(word_ + in_words);
            if (rest.starts_with('-'))
                ++in_words;
            else if (rest.starts_with("\u2013") || rest.starts_with("\u2014"))
                in_words += 3;
            else
                break;
        }
        return in_words > 0 && advance(run_of(source_, at_, '-'), in_words);
    }

    bool escape() { return source_[at_ + 1] == words_[word_] && advance(2, 1); }

    bool ampersand() {
        const std::size_t length = entity_length(source_, at_);
        if (length == 0 || words_.substr(word_).starts_with(source_.substr(at_, length))) return same();
        return advance(length, utf8::decode(words_, word_).length);
    }

    std::string_view source_, words_;
    std::size_t at_ = 0, word_ = 0;
    std::vector<TypewriterMark> found_;
};

} // namespace

std::vector<TypewriterMark> typewriter_marks(std::string_view source, std::string_view words) {
    return Comparison(source, words).marks();
}

} // namespace halfstar::lint

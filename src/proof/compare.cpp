#include "proof/compare.h"

#include <algorithm>

namespace halfstar::proof {
namespace {

constexpr std::size_t words_before = 2, words_shown = 6;

std::size_t before(std::size_t word) { return word < words_before ? 0 : word - words_before; }

/// The difference at `word` of what was wanted, which met the found words at `place`.
Difference difference_at(const WordFlow& flow, const Words& wanted, std::size_t word, const Words& found,
                         std::size_t place) {
    const std::size_t back = std::min(word - before(word), place);
    Difference difference{flow.name, flow.span, quoted(wanted, word - back, words_shown),
                          quoted(found, place - back, words_shown)};
    if (!wanted.empty()) difference.span = wanted[std::min(word, wanted.size() - 1)].span;
    return difference;
}

/// The same words and nothing else.
std::optional<Difference> compare_whole(const WordFlow& flow, const Words& wanted, const Words& found,
                                        const Reading& reading) {
    const Spelled mine = spell(wanted, reading.spelling, reading.language);
    const Spelled theirs = spell(found, reading.spelling, reading.language);
    if (mine.text == theirs.text) return std::nullopt;
    const auto [a, b] = std::mismatch(mine.text.begin(), mine.text.end(), theirs.text.begin(), theirs.text.end());
    return difference_at(flow, wanted, mine.word_at(static_cast<std::size_t>(a - mine.text.begin())), found,
                         theirs.word_at(static_cast<std::size_t>(b - theirs.text.begin())));
}

/// Looks for parts in what was found, each behind the one before.
class PartSearch {
public:
    PartSearch(const WordFlow& flow, const Words& found, const Reading& reading)
        : flow_(flow), found_(found), reading_(reading), theirs_(spell(found, reading.spelling, reading.language)) {}

    std::optional<Difference> next(const Words& part) {
        const Spelled mine = spell(part, reading_.spelling, reading_.language);
        const std::size_t place = theirs_.text.find(mine.text, at_);
        if (place == std::string::npos) return missing(part, mine);
        // The space behind a part may be the one before the next.
        at_ = place + mine.text.size() - space();
        return std::nullopt;
    }

private:
    std::size_t space() const { return reading_.spelling == Spelling::exact ? 1 : 0; }

    /// What of the part is there: as many words from its first as stand together.
    Difference missing(const Words& part, const Spelled& mine) const {
        std::size_t there = 0, not_there = part.size();
        std::size_t place = theirs_.word_at(at_ + space());
        while (there + 1 < not_there) {
            const std::size_t middle = (there + not_there) / 2;
            const std::size_t found =
                theirs_.text.find(std::string_view(mine.text).substr(0, mine.ends[middle - 1]), at_);
            if (found == std::string::npos)
                not_there = middle;
            else {
                there = middle;
                place = theirs_.word_at(found + mine.ends[middle - 1]);
            }
        }
        return difference_at(flow_, part, there, found_, place);
    }

    const WordFlow& flow_;
    const Words& found_;
    const Reading& reading_;
    Spelled theirs_;
    std::size_t at_ = 0;
};

Words all_words(const WordFlow& flow) {
    Words words;
    for (const Words& part : flow.parts)
        words.insert(words.end(), part.begin(), part.end());
    return words;
}

} // namespace

std::optional<Difference> compare(const WordFlow& wanted, const Words& found, Among among, const Reading& reading) {
    if (among == Among::nothing && !wanted.is_mixed) return compare_whole(wanted, all_words(wanted), found, reading);
    PartSearch search(wanted, found, reading);
    for (const Words& part : wanted.parts)
        if (std::optional<Difference> difference = search.next(part)) return difference;
    return std::nullopt;
}

std::optional<Difference> compare(const std::vector<WordFlow>& wanted, const std::vector<Words>& found, Among among,
                                  const Reading& reading) {
    static const Words nothing;
    std::size_t at = 0;
    for (const WordFlow& flow : wanted) {
        const Words& here = at < found.size() ? found[at] : nothing;
        std::optional<Difference> difference = compare(flow, here, Among::nothing, reading);
        for (std::size_t i = at + 1; difference && among == Among::others && i < found.size(); ++i)
            if (!compare(flow, found[i], Among::nothing, reading)) {
                difference.reset();
                at = i;
            }
        if (difference) return difference;
        ++at;
    }
    if (among == Among::others || at >= found.size()) return std::nullopt;
    return Difference{"", {}, "", quoted(found[at], 0, words_shown)};
}

} // namespace halfstar::proof

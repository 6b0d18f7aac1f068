// Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983), of which dictionaries have ten thousands, as a tree of their
// letters. Building it is most of what a single review costs, so it is built in one go over the file's bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// What patterns say of the place behind a byte of a word: an odd digit parts the word there.
struct HyphenMark {
    std::uint8_t digit = 0;
    bool respells = false; ///< the pattern that said so changes letters where it parts

    bool parts() const { return (digit & 1) != 0; }
};

class PatternTrie {
public:
    /// Room for the patterns of a file of so many bytes.
    explicit PatternTrie(std::size_t bytes);
    /// A pattern as files have it: letters with digits between them, "." at a word's end, and behind "/" a change of
    /// spelling. A pattern with the same letters as one before it replaces it.
    void add(std::string_view pattern);
    /// Marks for each byte of a word in the dictionary's encoding. Patterns are read as libhyphen reads them, for which its
    /// dictionaries are prepared: at each letter the longest run of letters counts with which any pattern begins, and if that
    /// run is a pattern itself, that one alone.
    std::vector<HyphenMark> marks(std::string_view word) const;

private:
    static constexpr std::size_t longest_pattern = 98; ///< bytes that libhyphen takes of one
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;

    struct Node {
        std::uint32_t child = 0;   ///< the first; of a wide node the number of its row
        std::uint32_t sibling = 0; ///< 0: none; the root is nobody's child. Siblings stand from the greatest letter down
        std::uint32_t digits = 0;             ///< where the pattern's digits begin in `digits_`
        char letter = 0;
        std::uint8_t count = 0; ///< of digits, the last one behind the last letter; 0: no pattern ends here
        std::uint8_t depth = 0; ///< letters that lead here
        bool respells : 1 = false;
        bool wide : 1 = false; ///< near the root nodes have many children: they are looked up by their letters
        mutable std::uint32_t suffix = unknown; ///< where all but the first letters lead, as few of them less as can be; asked for by all threads
    };
    static constexpr std::size_t small_letters = 27; ///< a to z, and what ends a word
    /// A wide node's children.
    struct Row {
        std::array<std::uint32_t, small_letters> small{}; ///< by letter
        std::uint32_t other = 0; ///< the first of those by all other letters
    };

    /// The letter's place among those; `small_letters` for another.
    static std::size_t small(char letter) {
        if (letter == '.') return small_letters - 1;
        return letter >= 'a' && letter <= 'z' ? static_cast<std::size_t>(letter - 'a') : small_letters;
    }

    std::uint32_t add_node(char letter, std::uint32_t sibling, std::size_t depth);
    std::uint32_t& first(std::uint32_t node) { return nodes_[node].wide ? rows_[nodes_[node].child].other : nodes_[node].child; }
    std::uint32_t child(std::uint32_t node, char letter) const;
    std::uint32_t child_or_new(std::uint32_t node, char letter);
    std::uint32_t find(std::string_view letters) const;
    std::uint32_t suffix(std::uint32_t node, std::string_view letters) const;

    /// A letter of the pattern that was added last, and where it led.
    struct Step {
        char letter = 0;
        std::uint32_t node = 0;
    };

    std::vector<Node> nodes_;
    /// Files are sorted, mostly: of a pattern's letters two in three are those of the one before it.
    std::array<Step, longest_pattern> last_;
    std::size_t known_ = 0; ///< of these
    std::vector<Row> rows_;
    std::string digits_;
};

} // namespace halfstar

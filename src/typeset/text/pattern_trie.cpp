#include "typeset/text/pattern_trie.h"

#include <algorithm>
#include <atomic>

namespace halfstar {
namespace {

constexpr std::uint32_t root = 0, none = 0;
constexpr std::size_t wide_depth = 3; ///< nodes less deep have many children
constexpr std::size_t usual_rows = 700; ///< as many pairs of letters as patterns begin with

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

PatternTrie::PatternTrie(std::size_t bytes) {
    nodes_.reserve(bytes / 2 + 1);
    rows_.reserve(usual_rows);
    digits_.reserve(bytes);
    add_node(0, none, 0);
}

std::uint32_t PatternTrie::add_node(char letter, std::uint32_t sibling, std::size_t depth) {
    const bool wide = depth < wide_depth;
    Node fresh;
    fresh.depth = static_cast<std::uint8_t>(depth);
    fresh.letter = letter;
    fresh.sibling = sibling;
    fresh.wide = wide;
    if (wide) {
        fresh.child = static_cast<std::uint32_t>(rows_.size());
        rows_.emplace_back();
    }
    nodes_.push_back(fresh);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t PatternTrie::child(std::uint32_t node, char letter) const {
    std::uint32_t at = nodes_[node].child;
    if (nodes_[node].wide) {
        const Row& row = rows_[at];
        if (small(letter) < small_letters) return row.small[small(letter)];
        at = row.other;
    }
    while (at != none && nodes_[at].letter > letter) at = nodes_[at].sibling;
    return at != none && nodes_[at].letter == letter ? at : none;
}

/// Files are sorted by letters, mostly: what is new has a greater letter than its siblings, and stands first.
std::uint32_t PatternTrie::child_or_new(std::uint32_t node, char letter) {
    const std::size_t depth = nodes_[node].depth + std::size_t{1};
    if (nodes_[node].wide && small(letter) < small_letters) {
        const std::uint32_t row = nodes_[node].child;
        if (rows_[row].small[small(letter)] == none) {
            const std::uint32_t added = add_node(letter, none, depth);
            rows_[row].small[small(letter)] = added;
        }
        return rows_[row].small[small(letter)];
    }
    std::uint32_t before = none, at = first(node);
    while (at != none && nodes_[at].letter > letter) at = nodes_[before = at].sibling;
    if (at != none && nodes_[at].letter == letter) return at;
    const std::uint32_t added = add_node(letter, at, depth);
    return (before == none ? first(node) : nodes_[before].sibling) = added;
}

void PatternTrie::add(std::string_view pattern) {
    bool respells = false;
    const auto begin = static_cast<std::uint32_t>(digits_.size());
    std::array<char, longest_pattern + 1> digits; // one before each letter, and one behind the last
    std::size_t count = 0, first = digits.size();
    std::uint32_t node = root;
    bool is_same = true; // as the pattern before it
    digits[0] = 0;
    for (const char c : pattern.substr(0, longest_pattern)) {
        if (c == '/') {
            respells = true;
            break;
        }
        if (is_digit(c)) {
            digits[count] = static_cast<char>(c - '0');
            first = std::min(first, count);
            continue;
        }
        is_same = is_same && count < known_ && last_[count].letter == c;
        if (!is_same) last_[count] = {c, child_or_new(node, c)};
        node = last_[count].node;
        digits[++count] = 0;
    }
    known_ = is_same ? std::max(known_, count) : count;
    if (node == root) return;
    first = std::min(first, count + 1); // those before the first are zeros
    digits_.append(digits.data() + first, count + 1 - first);
    nodes_[node].digits = begin;
    nodes_[node].count = static_cast<std::uint8_t>(count + 1 - first);
    nodes_[node].respells = respells;
}

std::uint32_t PatternTrie::find(std::string_view letters) const {
    std::uint32_t node = root;
    for (const char letter : letters)
        if ((node = child(node, letter)) == none) return none;
    return node;
}

/// Of the letters that lead to the node, the longest run at their end that leads to another (Aho and Corasick, "Efficient String Matching",
/// 1975). Looked for when it is first asked for: of most nodes nobody asks.
std::uint32_t PatternTrie::suffix(std::uint32_t node, std::string_view letters) const {
    std::atomic_ref<std::uint32_t> known(nodes_[node].suffix);
    if (const std::uint32_t there = known.load(std::memory_order_relaxed); there != unknown) return there;
    std::uint32_t found = none;
    for (std::size_t first = 1; found == none && first < letters.size(); ++first) found = find(letters.substr(first));
    known.store(found, std::memory_order_relaxed);
    return found;
}

std::vector<HyphenMark> PatternTrie::marks(std::string_view word) const {
    const std::string dotted = "." + std::string(word) + ".";
    std::vector<HyphenMark> marks(dotted.size());
    std::uint32_t node = root;
    for (std::size_t at = 0; at < dotted.size(); ++at) {
        std::uint32_t next = child(node, dotted[at]);
        while (next == none && node != root) {
            node = suffix(node, std::string_view(dotted).substr(at - nodes_[node].depth, nodes_[node].depth));
            next = child(node, dotted[at]);
        }
        node = next;
        const Node& found = nodes_[node];
        for (std::size_t i = 0; i < found.count; ++i) {
            const auto digit = static_cast<std::uint8_t>(digits_[found.digits + i]);
            if (at + 1 + i < found.count) continue; // before the word
            HyphenMark& mark = marks[at + 1 + i - found.count];
            if (digit > mark.digit) mark = {digit, found.respells};
        }
    }
    marks.erase(marks.begin());
    marks.resize(word.size());
    if (!marks.empty()) marks.back() = {};
    return marks;
}

} // namespace halfstar

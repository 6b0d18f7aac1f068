// Where a word may be parted, by language: Liang's patterns as Debian ships them for libhyphen, and a
// syllable rule of our own for Turkish.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace halfstar {

/// For several threads. Dictionaries are loaded when a language is first asked for.
class Hyphenator {
public:
    Hyphenator();
    ~Hyphenator();
    /// Byte offsets in `word` (a run of letters, UTF-8) before which a hyphen may be set: at least 2 letters
    /// before and 3 after. Empty for languages without patterns.
    std::vector<std::uint32_t> points(std::string_view word, std::string_view language);
    /// Whether there is a rule for the language: patterns that are installed, or a rule of our own.
    bool has_patterns(std::string_view language);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace halfstar

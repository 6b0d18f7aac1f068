// Some bytes to look for in texts. std::string_view's find_first_of searches the whole set anew at every byte it passes; here
// each costs one look into a table.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace halfstar {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char c : bytes) holds_[index(c)] = true;
    }

    constexpr bool holds(char c) const { return holds_[index(c)]; }

    /// The first byte from `at` on that is one of the set; npos when there is none.
    constexpr std::size_t first_in(std::string_view text, std::size_t at = 0) const { return first(text, at, true); }
    /// The first that is none of them.
    constexpr std::size_t first_other_in(std::string_view text, std::size_t at = 0) const { return first(text, at, false); }

private:
    static constexpr std::size_t index(char c) { return static_cast<unsigned char>(c); }

    constexpr std::size_t first(std::string_view text, std::size_t at, bool wanted) const {
        for (; at < text.size(); ++at)
            if (holds(text[at]) == wanted) return at;
        return std::string_view::npos;
    }

    std::array<bool, 256> holds_{};
};

} // namespace halfstar

// Writes indented lines: what dump is made with.
#pragma once

#include <string>
#include <string_view>

namespace halfstar {

class Outline {
public:
    /// One line at the present depth.
    void line(std::string_view words) {
        text_.append(2 * depth_, ' ').append(words).append("\n");
    }
    void deeper() { ++depth_; }
    void back() { --depth_; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::size_t depth_ = 0;
};

/// The text in quotation marks; line ends and what cannot be seen (no-break and zero-width spaces, soft
/// hyphens, marks of direction) as escapes.
std::string quoted(std::string_view text);

} // namespace halfstar

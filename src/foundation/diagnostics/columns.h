// How a line of a source looks in a terminal: how many columns each character takes, and what stands in
// for those that a terminal would obey instead of showing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// One character as shown: the text to print, the columns it takes, the byte of the line where it begins.
struct Shown {
    std::string text;
    int columns = 1;
    std::size_t offset = 0;
};

/// Columns of a character in a terminal: 2 for East Asian wide and emoji (UAX 11), 0 for marks, else 1.
int column_width(char32_t code_point);

/// The characters of a line. Tabs reach to the next multiple of four columns; controls and characters
/// that turn the direction of what follows are shown as pictures of themselves.
std::vector<Shown> show(std::string_view line);

/// A text in one line as `show` shows it: for names and messages.
std::string show_plain(std::string_view text);

} // namespace halfstar

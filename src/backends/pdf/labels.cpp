#include "backends/pdf/navigation.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace halfstar::pdf {
namespace {

/// A label as PDF counts them: in a style from a number, or (style 0) as it stands.
struct Label {
    char style = 0; ///< 'D' decimals, 'r' small Roman numerals
    std::uint32_t number = 0;
    friend bool operator==(const Label&, const Label&) = default;
};

std::string roman(std::uint32_t number) {
    struct Digit {
        std::uint32_t value;
        std::string_view letters;
    };
    static constexpr std::array<Digit, 13> digits = {{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                      {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
                                                      {5, "v"}, {4, "iv"}, {1, "i"}}};
    std::string text;
    for (const Digit& digit : digits) {
        for (; number >= digit.value; number -= digit.value) {
            text += digit.letters;
        }
    }
    return text;
}

/// The number that small Roman numerals say, if they are written as they should be, below 4000.
std::uint32_t roman_value(std::string_view text) {
    constexpr std::string_view letters = "ivxlcdm";
    constexpr std::array<std::uint32_t, 7> values = {1, 5, 10, 50, 100, 500, 1000};
    std::uint32_t total = 0, before = 0;
    for (const char c : text.substr(0, 16)) {
        const std::size_t at = letters.find(c);
        if (at == std::string_view::npos) {
            return 0;
        }
        total += values[at] > before ? values[at] - 2 * before : values[at];
        before = values[at];
    }
    return total < 4000 && roman(total) == text ? total : 0;
}

Label read_label(std::string_view text) {
    std::uint32_t number = 0;
    const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 && text[0] != '0') {
        return {'D', number};
    }
    const std::uint32_t value = text.empty() ? 0 : roman_value(text);
    return value > 0 ? Label{'r', value} : Label{};
}

std::string entry(std::size_t page, const Label& label, std::string_view text) {
    std::string entry = std::to_string(page) + " << ";
    if (label.style == 0) {
        return entry + "/P " + text_string(text) + " >> ";
    }
    entry += std::string("/S /") + label.style;
    return entry + (label.number == 1 ? "" : " /St " + std::to_string(label.number)) + " >> ";
}

} // namespace

std::string page_labels(const std::vector<PageFacts>& pages) {
    std::string text = "<< /Nums [ ";
    Label expected;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Label label = read_label(pages[i].label);
        if (i == 0 || label.style == 0 || label != expected) {
            text += entry(i, label, pages[i].label);
        }
        expected = {label.style, label.number + 1};
    }
    return text + "] >>";
}

} // namespace halfstar::pdf

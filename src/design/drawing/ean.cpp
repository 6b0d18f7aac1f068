#include "design/drawing/ean.h"

#include <array>
#include <cstddef>

namespace halfstar {
namespace {

/// Of each digit on the left with an odd number of dark modules; the other sets follow from it.
constexpr std::array<std::string_view, 10> odd = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                                  "0110001", "0101111", "0111011", "0110111", "0001011"};
/// Which of the six digits on the left are of the other set: it is how the first of the thirteen is said.
constexpr std::array<std::string_view, 10> parities = {"oooooo", "ooeoee", "ooeeoe", "ooeeeo", "oeooee",
                                                       "oeeooe", "oeeeoo", "oeoeoe", "oeoeeo", "oeeoeo"};
constexpr std::string_view end_guard = "101", middle_guard = "01010";
constexpr std::size_t half = 6, middle = 3 + half * 7;

std::string inverted(std::string_view modules) {
    std::string other(modules);
    for (char& module : other) module = module == '0' ? '1' : '0';
    return other;
}

/// On the right digits are the left's inverted; the left's even set is the right's read backwards.
std::string right_digit(char digit) { return inverted(odd[static_cast<std::size_t>(digit - '0')]); }
std::string left_digit(char digit, char parity) {
    if (parity == 'o') return std::string(odd[static_cast<std::size_t>(digit - '0')]);
    const std::string right = right_digit(digit);
    return {right.rbegin(), right.rend()};
}

/// What makes the sum of the first twelve, every other one thrice, a multiple of ten.
char check_digit(std::string_view twelve) {
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i) sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_guard(std::size_t module) {
    return module < end_guard.size() || module + end_guard.size() >= ean_modules || (module >= middle && module < middle + middle_guard.size());
}

} // namespace

std::optional<std::string> ean_of_isbn(std::string_view written) {
    std::string digits;
    for (const char c : written)
        if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c;
    if (digits.size() == 10) digits = "978" + digits.substr(0, 9) + "0";
    else if (digits.size() != 13) return std::nullopt;
    else if (digits.find_first_of("Xx") != std::string::npos || digits.back() != check_digit(digits)) return std::nullopt;
    if (digits.find_first_of("Xx") != std::string::npos) return std::nullopt;
    digits.back() = check_digit(digits);
    return digits;
}

std::string ean_pattern(std::string_view digits) {
    const std::string_view parity = parities[static_cast<std::size_t>(digits[0] - '0')];
    std::string modules(end_guard);
    for (std::size_t i = 0; i < half; ++i) modules += left_digit(digits[1 + i], parity[i]);
    modules += middle_guard;
    for (std::size_t i = 0; i < half; ++i) modules += right_digit(digits[1 + half + i]);
    return modules += end_guard;
}

std::vector<EanBar> ean_bars(std::string_view digits) {
    const std::string modules = ean_pattern(digits);
    std::vector<EanBar> bars;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i] == '0') continue;
        if (i > 0 && modules[i - 1] == '1') ++bars.back().width;
        else bars.push_back({static_cast<int>(i), 1, is_guard(i)});
    }
    return bars;
}

} // namespace halfstar

#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"

#include <algorithm>

#include <unicode/uchar.h>

namespace halfstar::unicode {
namespace {

/// A word of a character's name in lower case; what is a number or an abbreviation stays.
std::string word_of_name(std::string_view word) {
    if (word == "CJK") return std::string(word);
    const std::size_t number = std::min(word.find_first_of("0123456789"), word.size());
    const std::size_t dash = number < word.size() ? word.rfind('-', number) : std::string_view::npos;
    const std::size_t end = dash == std::string_view::npos ? number : dash;
    return ascii_lower(word.substr(0, end)).append(word.substr(end));
}

} // namespace

Category category(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return Category::emoji;
    const std::uint32_t mask = U_GET_GC_MASK(c);
    if (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) return Category::uppercase;
    if (mask & U_GC_L_MASK) return Category::letter;
    if (mask & U_GC_M_MASK) return Category::mark;
    if (mask & U_GC_N_MASK) return Category::digit;
    if (mask & U_GC_P_MASK) return Category::punctuation;
    if (mask & U_GC_S_MASK) return Category::symbol;
    if ((mask & U_GC_Z_MASK) || u_isUWhiteSpace(c)) return Category::space;
    return Category::other;
}

bool is_ignorable(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
    constexpr std::uint32_t unseen = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    // Signs such as the Arabic end of ayah are format characters that are seen.
    return (U_GET_GC_MASK(c) & unseen) && !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
}

std::string character_name(char32_t code_point) {
    char name[256] = "";
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(code_point), U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
    std::string out;
    for (const std::string_view word : split(name, ' ')) {
        if (!out.empty()) out += ' ';
        out += word_of_name(word);
    }
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
    return out;
}

} // namespace halfstar::unicode

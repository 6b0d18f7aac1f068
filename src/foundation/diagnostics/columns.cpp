#include "foundation/diagnostics/columns.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <iterator>

namespace halfstar {
namespace {

struct Range {
    char32_t first, last;
};

// Blocks of East Asian wide and emoji characters, sorted; coarser than UAX 11, which is enough for a caret.
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x2705, 0x2705},
    {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},
    {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF},
    {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
    {0x1F200, 0x1F265}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

// Marks and joiners that take no column of their own, sorted.
constexpr Range narrowless[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C5}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06ED}, {0x0900, 0x0902},
    {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0x302A, 0x302D},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

template <std::size_t n>
bool is_in(const Range (&ranges)[n], char32_t c) {
    const Range* after =
        std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t x, Range r) { return x < r.first; });
    return after != std::begin(ranges) && c <= std::prev(after)->last;
}

/// Marks, overrides and isolates of UAX 9, and the two line ends that are not LF.
bool turns_text(char32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What is printed for a character: itself, or a picture of it.
char32_t picture_of(char32_t c) {
    if (c < 0x20) return 0x2400 + c;
    if (c == 0x7F) return 0x2421;
    if ((c >= 0x80 && c < 0xA0) || turns_text(c)) return 0xFFFD;
    return c;
}

} // namespace

int column_width(char32_t c) {
    if (is_in(narrowless, c)) return 0;
    return is_in(wide, c) ? 2 : 1;
}

std::vector<Shown> show(std::string_view line) {
    constexpr int tab = 4;
    std::vector<Shown> cells;
    int column = 0;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded d = utf8::decode(line, at);
        Shown cell;
        cell.offset = at;
        if (d.code_point == '\t') {
            cell.columns = tab - column % tab;
            cell.text.assign(static_cast<std::size_t>(cell.columns), ' ');
        } else {
            const char32_t c = picture_of(d.code_point);
            cell.columns = column_width(c);
            utf8::append(cell.text, c);
        }
        column += cell.columns;
        at += d.length;
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::string show_plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        utf8::append(out, d.code_point == '\n' || d.code_point == '\t' ? U' ' : picture_of(d.code_point));
    }
    return out;
}

} // namespace halfstar

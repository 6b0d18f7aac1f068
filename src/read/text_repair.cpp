#include "read/text_repair.h"

#include "foundation/base/first_byte.h"
#include "foundation/base/utf8.h"
#include "read/encodings.h"
#include "read/read.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

/// Windows-1252's 0x80 to 0x9F; 0 where the code page has no character.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

char32_t from_windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte > 0x9F) return byte;
    const char32_t c = windows_1252[byte - 0x80u];
    return c == 0 ? 0xFFFD : c;
}

/// What may stand in every output for `c`. C1 controls are what Windows-1252's quotation marks become
/// when a program took them for Latin-1; the HTML standard reads them the same way.
char32_t carried(char32_t c) {
    if (c == '\n' || c == '\t') return c;
    if (c == '\v' || c == '\f') return ' ';
    if (c < 0x20 || c == 0x7F) return 0xFFFD;
    if (c >= 0x80 && c <= 0x9F) return from_windows_1252(static_cast<unsigned char>(c));
    if (c >= 0xFDD0 && c <= 0xFDEF) return 0xFFFD;
    if ((c & 0xFFFEu) == 0xFFFEu) return 0xFFFD;
    return c;
}

/// Collects code points into text, with every line end as LF and without NULs, which are counted.
class Lines {
public:
    explicit Lines(SourceId source) : first_nul_{source, 0, 0} {}

    void add(char32_t c) {
        const bool after_return = returned_;
        returned_ = c == '\r';
        if (c == '\n' && after_return) return;
        if (c == 0) return leave_out();
        if (c == line_separator || c == paragraph_separator) text_ += c == line_separator ? "\n" : "\n\n";
        else utf8::append(text_, carried(c == '\r' ? U'\n' : c));
    }
    /// Takes what goes in as it is from `at` on; where that ends.
    std::size_t add_plain(std::string_view bytes, std::size_t at) {
        if (returned_) return at; // a line feed there would be the other half of a line end
        const std::size_t end = first_byte(
            bytes, at, [](auto c) { return ((c < 0x20) & (c != '\n') & (c != '\t')) | (c >= 0x7F); });
        text_.append(bytes, at, end - at);
        return end;
    }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    std::size_t size() const { return text_.size(); }

    std::string take(Diagnostics& diagnostics) {
        if (nuls_ > 0) diagnostics.report(Code::nul_bytes, first_nul_, {std::to_string(nuls_)});
        return std::move(text_);
    }

private:
    static constexpr char32_t line_separator = 0x2028, paragraph_separator = 0x2029;

    void leave_out() {
        if (++nuls_ == 1) first_nul_.begin = first_nul_.end = static_cast<std::uint32_t>(text_.size());
    }

    std::string text_;
    bool returned_ = false;
    std::size_t nuls_ = 0;
    Span first_nul_;
};

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

/// UTF-16 and UTF-32. What is half a character at the file's end, or half a pair, is U+FFFD.
std::string from_units(std::string_view bytes, Encoding encoding, SourceId source, Diagnostics& diagnostics) {
    const std::size_t width = unit_width(encoding);
    Lines lines(source);
    std::size_t at = 0;
    for (; at + width <= bytes.size(); at += width) {
        char32_t c = unit_at(bytes, at, encoding);
        const bool pair = width == 2 && is_high_surrogate(c) && at + 2 * width <= bytes.size();
        if (const char32_t low = pair ? unit_at(bytes, at + width, encoding) : 0; is_low_surrogate(low)) {
            c = 0x10000 + ((c - 0xD800) << 10u) + (low - 0xDC00);
            at += width;
        }
        lines.add(is_high_surrogate(c) || is_low_surrogate(c) || c > 0x10FFFF ? U'\uFFFD' : c);
    }
    const std::string_view rest = bytes.substr(at);
    if (rest.find_first_not_of(std::string_view("\0\n\r ", 4)) != std::string_view::npos) lines.add(U'\uFFFD');
    return lines.take(diagnostics);
}

/// Quotation marks, dashes and dots of Windows-1252: what stands behind a word's last letter.
bool is_code_page_mark(unsigned char byte) {
    static constexpr std::string_view marks = "\x82\x84\x85\x8B\x91\x92\x93\x94\x96\x97\x9B\xAB\xBB";
    return marks.find(static_cast<char>(byte)) != std::string_view::npos;
}

/// One character of a text that may be of two encodings: UTF-8, else Windows-1252.
struct Unit {
    char32_t code_point = 0;
    std::size_t length = 1;
    bool invalid = false; ///< as UTF-8
};

/// `mostly_code_page`: a letter above U+0100 that would end in one of Windows-1252's marks is a letter of that code page
/// and the mark (`\xDF\x94`, "ß”", is U+07D4 in UTF-8).
Unit unit_of(std::string_view bytes, std::size_t at, bool mostly_code_page) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const auto [c, length] = utf8::decode(bytes, at);
    const bool two = mostly_code_page && length == 2 && lead >= 0xC4 && is_code_page_mark(static_cast<unsigned char>(bytes[at + 1]));
    if (two || (c == 0xFFFD && length == 1)) return {from_windows_1252(lead), 1, true};
    return {c, length, false};
}

/// Whether more bytes are Windows-1252's than there are characters of UTF-8 beyond ASCII.
bool is_mostly_code_page(std::string_view bytes) {
    std::size_t invalid = 0, sequences = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const Unit unit = unit_of(bytes, at, false);
        invalid += unit.invalid ? 1 : 0;
        sequences += unit.length > 1 ? 1 : 0;
        at += unit.length;
    }
    return invalid > sequences;
}

/// What comes of UTF-8 bytes; `origins`, if any, takes where each byte of it comes from.
std::string from_utf8(std::string_view bytes, SourceId source, Diagnostics& diagnostics, std::vector<std::uint32_t>* origins = nullptr) {
    // Nearly every file is UTF-8: only of the others is it asked which encoding they are mostly in.
    const bool mostly_code_page = !utf8::is_valid(bytes) && is_mostly_code_page(bytes);
    Lines lines(source);
    lines.reserve(bytes.size());
    std::size_t wrong = 0;
    Span first{source, 0, 0};
    for (std::size_t at = 0; at < bytes.size();) {
        if (origins == nullptr && (at = lines.add_plain(bytes, at)) == bytes.size()) break;
        const Unit unit = unit_of(bytes, at, mostly_code_page);
        const std::size_t begin = lines.size();
        lines.add(unit.code_point);
        if (unit.invalid && ++wrong == 1) {
            first.begin = static_cast<std::uint32_t>(begin);
            first.end = static_cast<std::uint32_t>(lines.size());
        }
        if (origins != nullptr) origins->resize(lines.size(), static_cast<std::uint32_t>(at));
        at += unit.length;
    }
    if (wrong > 0) diagnostics.report(Code::invalid_utf8, first, {std::to_string(wrong)});
    return lines.take(diagnostics);
}

} // namespace

std::optional<std::string> repair_text(std::string_view bytes, SourceId source, std::string_view path,
                                       Diagnostics& diagnostics) {
    const Span nowhere{source, 0, 0};
    if (bytes.size() > input_byte_limit) {
        diagnostics.report(Code::input_too_large, nowhere, {path});
        return std::nullopt;
    }
    const Encoded encoded = encoding_of(bytes);
    bytes.remove_prefix(encoded.mark);
    if (encoded.encoding == Encoding::binary) {
        diagnostics.report(Code::binary_input, nowhere, {path});
        return std::nullopt;
    }
    if (encoded.encoding == Encoding::utf8) return from_utf8(bytes, source, diagnostics);
    return from_units(bytes, encoded.encoding, source, diagnostics);
}

std::vector<std::uint32_t> text_origins(std::string_view bytes) {
    const Encoded encoded = encoding_of(bytes);
    if (encoded.encoding != Encoding::utf8 || bytes.size() > input_byte_limit) return {};
    std::vector<std::uint32_t> origins;
    Diagnostics unsaid; // repair_text said it
    static_cast<void>(from_utf8(bytes.substr(encoded.mark), 0, unsaid, &origins));
    for (std::uint32_t& origin : origins)
        origin += static_cast<std::uint32_t>(encoded.mark);
    origins.push_back(static_cast<std::uint32_t>(bytes.size()));
    return origins;
}

std::optional<std::string> in_windows_1252(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        at += length;
        const auto* const row = std::find(windows_1252.begin(), windows_1252.end(), c);
        if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) out += static_cast<char>(c);
        else if (c != 0 && row != windows_1252.end()) out += static_cast<char>(0x80 + (row - windows_1252.begin()));
        else return std::nullopt;
    }
    return out;
}

bool is_windows_1252(std::string_view bytes) {
    if (utf8::is_valid(bytes) || !is_mostly_code_page(bytes)) return false;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (unit_of(bytes, at, true).length > 1) return false;
    return true;
}

} // namespace halfstar::reading

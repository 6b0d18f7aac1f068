#include "foundation/unicode/icu.h"

#include "foundation/base/utf8.h"

#include <algorithm>

#include <unicode/uloc.h>

namespace halfstar::unicode {
namespace {

void append_units(std::u16string& out, char32_t c) {
    if (c < 0x10000) {
        out += static_cast<char16_t>(c);
        return;
    }
    out += static_cast<char16_t>(0xD7C0 + (c >> 10));
    out += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
}

UBreakIterator* open_iterator(UBreakIteratorType type, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* iterator = ubrk_open(type, locale.c_str(), nullptr, 0, &status);
    if (U_SUCCESS(status)) return iterator;
    ubrk_close(iterator);
    return nullptr;
}

UBreakIterator* iterator_for(UBreakIteratorType type, std::string_view language) {
    thread_local Kept<UBreakIterator, ubrk_close> kept;
    // The tag is what callers repeat; turning it into ICU's name is not free.
    const std::string name = std::to_string(static_cast<int>(type)) + std::string(language);
    return kept.get(name, [&](const std::string&) { return open_iterator(type, locale_name(language)); });
}

} // namespace

Utf16 to_utf16(std::string_view text) {
    Utf16 out;
    out.units.reserve(text.size());
    out.offsets.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        append_units(out.units, d.code_point);
        out.offsets.resize(out.units.size(), static_cast<std::uint32_t>(at));
        at += d.length;
    }
    out.offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

std::u16string utf16_units(std::string_view text) {
    std::u16string units;
    units.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view plain = text.substr(at, utf8::ascii_end(text, at) - at);
        units.append(plain.begin(), plain.end());
        if ((at += plain.size()) == text.size()) break;
        const utf8::Decoded d = utf8::decode(text, at);
        append_units(units, d.code_point);
        at += d.length;
    }
    return units;
}

std::string from_utf16(std::u16string_view units) {
    std::string out;
    out.reserve(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        char32_t c = units[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00u);
        utf8::append(out, c);
    }
    return out;
}

std::string locale_name(std::string_view language) {
    char name[ULOC_FULLNAME_CAPACITY] = "";
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(std::string(language).c_str(), name, ULOC_FULLNAME_CAPACITY, nullptr, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return {};
    return name;
}

Breaks::Breaks(UBreakIteratorType type, std::string_view text, std::string_view language)
    : iterator_(iterator_for(type, language)) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.empty() ? "" : text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (iterator_) ubrk_setUText(iterator_, &text_, &status);
    if (U_FAILURE(status)) iterator_ = nullptr;
    if (iterator_) ubrk_first(iterator_);
}

Breaks::~Breaks() {
    utext_close(&text_);
}

} // namespace halfstar::unicode

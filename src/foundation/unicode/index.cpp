// The letters of an index, by ICU's alphabetic index of the language.

#include "foundation/base/utf8.h"
#include "foundation/unicode/icu.h"
#include "foundation/unicode/text.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <unicode/alphaindex.h>
#include <unicode/unorm2.h>

namespace halfstar::unicode {
namespace {

using Letters = icu::AlphabeticIndex::ImmutableIndex;

constexpr std::string_view before_letters = "#";
/// Letters that are written as two ("Dž") need no more to be told.
constexpr std::size_t longest_look = 16;

std::unique_ptr<Letters> open_letters(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(locale_name(language).c_str());
    icu::AlphabeticIndex index(locale, status);
    std::unique_ptr<Letters> letters(U_SUCCESS(status) ? index.buildImmutableIndex(status) : nullptr);
    return U_SUCCESS(status) ? std::move(letters) : nullptr;
}

/// To open them is dear, and all threads may read them.
std::shared_ptr<const Letters> letters_of(std::string_view language) {
    constexpr std::size_t most = 16; // languages come from documents
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Letters>, std::less<>> kept;
    const std::lock_guard lock(mutex);
    if (const auto found = kept.find(language); found != kept.end()) return found->second;
    if (kept.size() >= most) kept.clear();
    return kept.emplace(language, open_letters(language)).first->second;
}

icu::UnicodeString icu_string(std::string_view text) {
    const std::u16string units = utf16_units(text);
    return {units.data(), static_cast<std::int32_t>(units.size())};
}

/// The first characters of a text, no more than `count`.
std::string_view beginning(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; count > 0 && end < text.size(); --count) end += utf8::decode(text, end).length;
    return text.substr(0, end);
}

/// The large letter without its marks: for letters that the language's alphabet does not have.
std::string bare_letter(char32_t letter, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    // A letter with two marks comes apart one by one.
    for (bool marked = U_SUCCESS(status); marked;) {
        std::array<char16_t, 8> parts{};
        const std::int32_t size =
            unorm2_getRawDecomposition(nfd, static_cast<UChar32>(letter), parts.data(), parts.size(), &status);
        marked = U_SUCCESS(status) && size == 2 && category(parts[1]) == Category::mark;
        if (marked) letter = parts[0];
    }
    std::string one;
    utf8::append(one, letter);
    return upper(one, language);
}

} // namespace

std::string_view from_first_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        const Category category = unicode::category(d.code_point);
        if (category == Category::letter || category == Category::uppercase || category == Category::digit)
            return text.substr(at);
        at += d.length;
    }
    return text;
}

std::string index_letter(std::string_view text, std::string_view language) {
    text = from_first_letter(text);
    if (text.empty()) return std::string(before_letters);
    const char32_t first = utf8::decode(text, 0).code_point;
    const Category kind = category(first);
    if (kind != Category::letter && kind != Category::uppercase) return std::string(before_letters);
    const std::string_view look = beginning(text, longest_look);
    if (const std::shared_ptr<const Letters> letters = letters_of(language)) {
        UErrorCode status = U_ZERO_ERROR;
        const auto* bucket = letters->getBucket(letters->getBucketIndex(icu_string(look), status));
        if (U_SUCCESS(status) && bucket != nullptr && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) {
            const icu::UnicodeString& label = bucket->getLabel();
            return from_utf16({label.getBuffer(), static_cast<std::size_t>(label.length())});
        }
    }
    return bare_letter(first, language);
}

} // namespace halfstar::unicode

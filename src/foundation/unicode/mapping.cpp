#include "foundation/base/hash.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/icu.h"
#include "foundation/unicode/latin.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include <unicode/ucasemap.h>
#include <unicode/ucol.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

namespace halfstar::unicode {
namespace {

/// Calls an ICU function that fills a buffer: once to learn the size, once more if it was too small.
template <class Char, class Fill>
std::basic_string<Char> filled(std::size_t guess, const Fill& fill) {
    std::basic_string<Char> out(std::max<std::size_t>(guess, 1), Char());
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t size = fill(out.data(), static_cast<std::int32_t>(out.size()), &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            out.resize(static_cast<std::size_t>(size));
            continue;
        }
        out.resize(U_SUCCESS(status) && size > 0 ? static_cast<std::size_t>(size) : 0);
        return out;
    }
    return {};
}

UCaseMap* case_map(std::string_view language) {
    thread_local Kept<UCaseMap, ucasemap_close> kept;
    return kept.get(std::string(language), [](const std::string& tag) {
        UErrorCode status = U_ZERO_ERROR;
        return ucasemap_open(locale_name(tag).c_str(), 0, &status);
    });
}

using CaseMapping = std::int32_t (*)(const UCaseMap*, char*, std::int32_t, const char*, std::int32_t, UErrorCode*);

/// Whether the language has the capital and the small letter of each ASCII letter in ASCII: Turkic ones have two of "i".
bool cases_ascii_plainly(std::string_view language) {
    const std::string_view tag = language.substr(0, 2);
    return tag != "tr" && tag != "az" && tag != "lt";
}

std::string mapped(std::string_view text, std::string_view language, CaseMapping mapping) {
    const UCaseMap* map = case_map(language);
    if (text.empty() || map == nullptr) return std::string(text);
    return filled<char>(text.size() + 16, [&](char* to, std::int32_t room, UErrorCode* status) {
        return mapping(map, to, room, text.data(), static_cast<std::int32_t>(text.size()), status);
    });
}

UCollator* collator(std::string_view language) {
    thread_local Kept<UCollator, ucol_close> kept;
    return kept.get(std::string(language), [](const std::string& tag) {
        UErrorCode status = U_ZERO_ERROR;
        return ucol_open(locale_name(tag).c_str(), &status);
    });
}

UTransliterator* to_ascii() {
    thread_local Kept<UTransliterator, utrans_close> kept;
    return kept.get("Any-Latin; Latin-ASCII; Lower", [](const std::string& steps) -> UTransliterator* {
        const std::u16string id(steps.begin(), steps.end());
        UErrorCode status = U_ZERO_ERROR;
        return utrans_openU(id.data(), static_cast<std::int32_t>(id.size()), UTRANS_FORWARD, nullptr, 0, nullptr,
                            &status);
    });
}

/// Lower-case ASCII where the script has a transliteration; the rest as it was.
std::string transliterated(std::string_view text) {
    if (std::optional<std::string> latin = latin_in_ascii(text)) return *std::move(latin);
    const UTransliterator* transliterator = to_ascii();
    if (transliterator == nullptr) return ascii_lower(text);
    const std::u16string units = utf16_units(text);
    const std::u16string out =
        filled<char16_t>(4 * units.size() + 64, [&](char16_t* to, std::int32_t room, UErrorCode* status) {
            std::int32_t size = static_cast<std::int32_t>(units.size());
            if (size > room) {
                *status = U_BUFFER_OVERFLOW_ERROR;
                return size;
            }
            std::copy(units.begin(), units.end(), to);
            std::int32_t limit = size;
            utrans_transUChars(transliterator, to, &size, room, 0, &limit, status);
            return size;
        });
    return from_utf16(out);
}

/// A name that opens a device on Windows, whatever its extension.
bool is_device(std::string_view name) {
    constexpr std::string_view plain[] = {"con", "prn", "aux", "nul"};
    if (std::find(std::begin(plain), std::end(plain), name) != std::end(plain)) return true;
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' && name[3] <= '9';
}

/// Whether the text is in normal form C for want of characters that could not be: what stands before U+0300, and most of
/// what is between the en space and the combining marks of symbols, is neither composed nor reordered (UAX 15).
bool is_plainly_composed(std::string_view text) {
    for (std::size_t at = 0; (at = utf8::ascii_end(text, at)) < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool composed = c < 0x300 || (c >= 0x2002 && c < 0x20D0);
        if (!composed) return false;
        at += length;
    }
    return true;
}

} // namespace

std::string normalise_nfc(std::string_view text) {
    if (is_plainly_composed(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return std::string(text);
    const std::u16string units = utf16_units(text);
    const auto size = static_cast<std::int32_t>(units.size());
    return from_utf16(
        filled<char16_t>(units.size() + 16, [&](char16_t* to, std::int32_t room, UErrorCode* error) {
            return unorm2_normalize(nfc, units.data(), size, to, room, error);
        }));
}

std::string upper(std::string_view text, std::string_view language) {
    return mapped(text, language, ucasemap_utf8ToUpper);
}

std::string lower(std::string_view text, std::string_view language) {
    if (cases_ascii_plainly(language) && utf8::is_ascii(text)) return ascii_lower(text);
    return mapped(text, language, ucasemap_utf8ToLower);
}

std::string sort_key(std::string_view text, std::string_view language) {
    const UCollator* order = collator(language);
    if (order == nullptr) return std::string(text);
    const std::u16string units = utf16_units(text);
    const auto size = static_cast<std::int32_t>(units.size());
    std::array<std::uint8_t, 256> key; // of nearly all titles and names
    std::int32_t needed = ucol_getSortKey(order, units.data(), size, key.data(), static_cast<std::int32_t>(key.size()));
    // The key's own end is a NUL, which says nothing in a string that knows its size.
    if (needed <= static_cast<std::int32_t>(key.size())) return {key.begin(), key.begin() + std::max(0, needed - 1)};
    std::vector<std::uint8_t> longer(static_cast<std::size_t>(needed));
    needed = ucol_getSortKey(order, units.data(), size, longer.data(), needed);
    return {longer.begin(), longer.begin() + std::max(0, needed - 1)};
}

std::optional<std::string> host_in_ascii(std::string_view name) {
    thread_local Kept<UIDNA, uidna_close> kept;
    const UIDNA* rules = kept.get("", [](const std::string&) {
        UErrorCode status = U_ZERO_ERROR;
        return uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &status);
    });
    if (rules == nullptr || name.empty()) return std::nullopt;
    // Names in use have hyphens where the standard has none; the address is the writer's, and it works.
    constexpr std::uint32_t pardoned = UIDNA_ERROR_HYPHEN_3_4;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const std::string ascii = filled<char>(2 * name.size() + 16, [&](char* to, std::int32_t room, UErrorCode* status) {
        info = UIDNA_INFO_INITIALIZER;
        return uidna_nameToASCII_UTF8(rules, name.data(), static_cast<std::int32_t>(name.size()), to, room, &info,
                                      status);
    });
    if (ascii.empty() || (info.errors & ~pardoned) != 0) return std::nullopt;
    return ascii;
}

std::string slug(std::string_view text) {
    std::string out;
    bool parted = false;
    for (const char c : transliterated(text)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept && parted && !out.empty()) out += '-';
        if (kept) out += c;
        // "Don't" is one word.
        parted = (parted && !kept) || (!kept && c != '\'');
    }
    return out;
}

std::string file_slug(std::string_view text) {
    // With a prefix and an extension well below the 255 bytes of most systems, and the 143 of some that encrypt.
    constexpr std::size_t longest = 100, digits = 12;
    const std::string whole = slug(text);
    if (is_device(whole)) return whole + "-file";
    if (whole.size() <= longest) return whole;
    std::string cut = whole.substr(0, longest - digits - 1);
    if (const std::size_t word = cut.rfind('-'); word != std::string::npos && word > longest / 2) cut.resize(word);
    if (cut.ends_with('-')) cut.pop_back();
    return cut + "-" + hex(sha256(whole)).substr(0, digits);
}

} // namespace halfstar::unicode

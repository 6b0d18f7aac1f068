#include "foundation/base/utf8.h"
#include "foundation/unicode/icu.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace halfstar::unicode {
namespace {

/// General categories L*, M*, N*.
constexpr std::uint32_t word_mask = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;

bool has_word_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        if (U_GET_GC_MASK(static_cast<UChar32>(d.code_point)) & word_mask) return true;
        at += d.length;
    }
    return false;
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    return U_FAILURE(status) ? USCRIPT_COMMON : script;
}

bool is_shared(UScriptCode script) { return script == USCRIPT_COMMON || script == USCRIPT_INHERITED; }

/// Whether a character may go on in a run of `script`: it is of it, or used by several of which it is one.
bool belongs(char32_t c, UScriptCode own, UScriptCode script) {
    return is_shared(own) || own == script || uscript_hasScript(static_cast<UChar32>(c), script);
}

ScriptRun run_of(std::size_t begin, std::size_t end, UScriptCode script) {
    ScriptRun run;
    run.begin = static_cast<std::uint32_t>(begin);
    run.end = static_cast<std::uint32_t>(end);
    const std::string_view tag = uscript_getShortName(is_shared(script) ? USCRIPT_COMMON : script);
    for (std::size_t i = 0; i < 4 && i < tag.size(); ++i) run.tag[i] = tag[i];
    return run;
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

/// Whether each character of a text is one to its reader as well: below U+0300 only CR and LF belong together
/// (UAX 29, GB3). Most words are such, and need no iterator.
bool stands_apart(std::string_view text) {
    constexpr unsigned char lead_of_marks = 0xCC; // U+0300
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < lead_of_marks && c != '\r';
    }) && utf8::is_valid(text);
}

} // namespace

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    Breaks breaks(UBRK_WORD, text, "");
    std::size_t begin = 0;
    for (std::int32_t end = breaks.next(); end != UBRK_DONE; end = breaks.next()) {
        const std::string_view segment = text.substr(begin, static_cast<std::size_t>(end) - begin);
        if (has_word_character(segment)) found.emplace_back(segment);
        begin = static_cast<std::size_t>(end);
    }
    return found;
}

std::vector<BreakOpportunity> break_opportunities(std::string_view text, std::string_view language) {
    std::vector<BreakOpportunity> found;
    found.reserve(text.size() / 4);
    Breaks breaks(UBRK_LINE, text, language);
    for (std::int32_t at = breaks.next(); at != UBRK_DONE; at = breaks.next()) {
        if (static_cast<std::size_t>(at) >= text.size()) break;
        const bool hard = breaks.status() >= UBRK_LINE_HARD && breaks.status() < UBRK_LINE_HARD_LIMIT;
        found.push_back({static_cast<std::uint32_t>(at), hard ? BreakKind::mandatory : BreakKind::allowed});
    }
    return found;
}

std::string_view first_sentence(std::string_view text, std::string_view language) {
    Breaks breaks(UBRK_SENTENCE, text, language);
    const std::int32_t end = breaks.next();
    std::string_view sentence = end == UBRK_DONE ? text : text.substr(0, static_cast<std::size_t>(end));
    while (!sentence.empty() && (sentence.back() == ' ' || sentence.back() == '\n')) sentence.remove_suffix(1);
    return sentence;
}

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
    std::vector<std::uint32_t> found{0};
    if (stands_apart(text)) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (at > 0 && begins_character(text[at])) found.push_back(static_cast<std::uint32_t>(at));
        if (!text.empty()) found.push_back(static_cast<std::uint32_t>(text.size()));
        return found;
    }
    Breaks breaks(UBRK_CHARACTER, text, "");
    for (std::int32_t at = breaks.next(); at != UBRK_DONE; at = breaks.next())
        found.push_back(static_cast<std::uint32_t>(at));
    return found;
}

std::vector<ScriptRun> script_runs(std::string_view text) {
    std::vector<ScriptRun> runs;
    std::size_t begin = 0;
    UScriptCode script = USCRIPT_COMMON;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        const UScriptCode own = script_of(d.code_point);
        if (is_shared(script)) {
            if (!is_shared(own)) script = own;
        } else if (!belongs(d.code_point, own, script)) {
            runs.push_back(run_of(begin, at, script));
            begin = at;
            script = own;
        }
        at += d.length;
    }
    if (begin < text.size()) runs.push_back(run_of(begin, text.size(), script));
    return runs;
}

} // namespace halfstar::unicode

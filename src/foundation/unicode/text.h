// What ICU knows of text: normal forms, words, break opportunities, direction, order. No ICU type
// leaves this room. Offsets are bytes into UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::unicode {

std::string normalise_nfc(std::string_view text);

/// Words as a reader counts them: runs of letters, digits and marks, by UAX 29 (ICU's dictionary for
/// scripts without spaces). For the property that nothing is lost.
std::vector<std::string> words(std::string_view text);

/// The first sentence (UAX 29), without the space behind it.
std::string_view first_sentence(std::string_view text, std::string_view language);

enum class BreakKind : std::uint8_t { allowed, mandatory };
struct BreakOpportunity {
    std::uint32_t offset = 0; ///< a line may end before this byte
    BreakKind kind = BreakKind::allowed;
};
/// UAX 14 in the language's tailoring; the end of the text is not listed.
std::vector<BreakOpportunity> break_opportunities(std::string_view text, std::string_view language);

/// A stretch of one embedding level (UAX 9), in logical order.
struct LevelRun {
    std::uint32_t begin = 0, end = 0;
    std::uint8_t level = 0; ///< odd is right to left
};
/// `base_level`: 0 left to right, 1 right to left.
std::vector<LevelRun> bidi_levels(std::string_view text, std::uint8_t base_level);
/// Visual order of runs with these levels (rule L2): result[i] is the logical index of the i-th from the left.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);
/// Direction of the first strong character; 0 when there is none: then left to right.
std::uint8_t first_strong_level(std::string_view text);

/// A stretch of one script (UAX 24, common characters joined to their neighbours); `tag` is ISO 15924.
struct ScriptRun {
    std::uint32_t begin = 0, end = 0;
    char tag[5] = "Zyyy";
};
std::vector<ScriptRun> script_runs(std::string_view text);

/// Offsets where a reader's character (extended grapheme cluster) begins, and the text's length.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

std::string upper(std::string_view text, std::string_view language);
std::string lower(std::string_view text, std::string_view language);

/// A key whose bytes sort as the language collates.
std::string sort_key(std::string_view text, std::string_view language);

/// The text without what stands before its first letter or digit ("“Her”" is "Her”"); all of it when it has none.
std::string_view from_first_letter(std::string_view text);
/// The letter under which an index in the language has the text: "É" is under "E", and "Å" under "A" in English but
/// under "Å" in Swedish. "#" for what begins with no letter.
std::string index_letter(std::string_view text, std::string_view language);

enum class Category : std::uint8_t { letter, uppercase, mark, digit, punctuation, symbol, space, emoji, other };
Category category(char32_t code_point);
/// Default-ignorable, control or format characters, which no face need have a glyph for.
bool is_ignorable(char32_t code_point);
/// "Latin small letter a": for messages.
std::string character_name(char32_t code_point);

/// The name of a host as the network spells it: small letters, labels beyond ASCII as "xn--…" (UTS 46, not
/// transitional); nothing when a label breaks its rules. What ASCII a label may hold is left to the caller.
std::optional<std::string> host_in_ascii(std::string_view name);

/// [a-z0-9-]+ from any text (transliterated to ASCII): for keys and file names; empty when nothing is left.
std::string slug(std::string_view text);

/// As slug, for the name of a file: no longer than systems take (a long one is cut, and ends with a digest of the whole),
/// and none of the names that Windows keeps for devices ("con" is "con-file").
std::string file_slug(std::string_view text);

} // namespace halfstar::unicode

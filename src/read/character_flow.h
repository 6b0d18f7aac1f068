// The words of some inlines as one row of characters, whatever styles and links they stand in: what a
// pass over punctuation reads, and where it says what to set instead.
#pragma once

#include <halfstar/document.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

/// One character of a flow.
struct Sign {
    char32_t c = 0;
    std::uint32_t text = 0;     ///< which text it stands in; no_text for what is none
    std::uint32_t language = 0; ///< for CharacterFlow::language
    bool changed = false;
    std::u32string_view set; ///< what is set instead, when `changed`; lives as long as the program
};

inline constexpr std::uint32_t no_text = 0xFFFFFFFF;

/// Line ends are spaces; code and pictures, which no pass may change, a letter's worth; note references
/// and raw HTML nothing. Marks that stand behind a backslash in `source`, in which the spans of the inlines count,
/// are set as they are typed. The texts must outlive this.
class CharacterFlow {
public:
    CharacterFlow(Inlines& inlines, std::string_view language, std::string_view source = {});
    CharacterFlow(std::string& text, std::string_view language);

    std::vector<Sign>& signs() { return signs_; }
    std::string_view language(const Sign& sign) const { return languages_[sign.language]; }
    /// Whether any sign may be in a language of this family: "fr".
    bool speaks(std::string_view family) const;

    /// Writes what changed back into the texts.
    void write();

private:
    std::uint32_t language_index(std::string_view language);
    void gather(std::string& text, std::uint32_t language);
    void keep_escaped(std::size_t first_sign, std::string_view written);
    void gather(Inlines& inlines, std::uint32_t language);
    void stand_in(char32_t c, std::uint32_t language) { signs_.push_back({c, no_text, language, false, {}}); }

    std::string_view source_;
    std::vector<Sign> signs_;
    std::vector<std::string*> texts_;
    std::vector<std::string_view> languages_;
};

} // namespace halfstar::reading

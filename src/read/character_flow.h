// The words of some inlines as one row of characters, whatever styles and links they stand in: what a
// pass over punctuation reads, and where it says what to set instead.
#pragma once

#include <halfstar/document.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

/// Line ends are spaces; code and pictures, which no pass may change, a letter's worth; note references
/// and raw HTML nothing. Marks that stand behind a backslash in `source`, in which the spans of the inlines count,
/// are set as they are typed. The texts must outlive this.
class CharacterFlow {
public:
    CharacterFlow(Inlines& inlines, std::string_view language, std::string_view source = {});
    CharacterFlow(std::string& text, std::string_view language);

    std::u32string_view characters() const { return characters_; }
    /// Of the text that character `i` stands in.
    std::string_view language(std::size_t i) const { return languages_[part_of(i).language]; }
    /// Whether any character may be in a language of this family: "fr".
    bool speaks(std::string_view family) const;

    /// Whether `put` has not been called for it yet, and may be.
    bool is_free(std::size_t i) const { return part_of(i).text != nullptr && !changes_.contains(i); }
    /// What is set instead of it; it lives as long as the program.
    void put(std::size_t i, std::u32string_view set) { changes_[i] = set; }
    /// Writes what was put back into the texts.
    void write();

private:
    /// A text, or what stands in for what is none.
    struct Part {
        std::size_t begin = 0; ///< its first character; it has those up to the next part's
        std::string* text = nullptr;
        std::uint32_t language = 0; ///< index into languages_
    };
    using Changes = std::map<std::size_t, std::u32string_view>;

    const Part& part_of(std::size_t i) const;
    std::string changed_words(std::size_t begin, std::size_t end, Changes::const_iterator change) const;
    std::uint32_t language_index(std::string_view language);
    void gather(std::string& text, std::uint32_t language);
    void keep_escaped(std::size_t begin, std::string_view written);
    void gather(Inlines& inlines, std::uint32_t language);
    void stand_in(char32_t c, std::uint32_t language);

    std::string_view source_;
    std::u32string characters_;
    std::vector<Part> parts_;
    std::vector<std::string_view> languages_;
    Changes changes_; ///< few beside the characters
};

} // namespace halfstar::reading

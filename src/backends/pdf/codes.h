// Which bytes in a content stream stand for a glyph. Most text is written in one-byte codes of a
// composite font: the streams are half as long as with two bytes, and deflate better still. A code is a
// glyph *with the text it shows*: so a hyphen that the line breaker made and one that the author wrote
// have codes of their own, and every reader gets the right characters back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace halfstar::pdf {

/// A code of the `font`-th font that the face needs, in one byte or two.
struct GlyphCode {
    std::uint32_t font = 0;
    std::uint16_t code = 0;
    std::uint8_t bytes = 1;
};

/// What a code stands for.
struct CodeMeaning {
    std::uint16_t code = 0;
    std::uint32_t glyph = 0;
    std::string text;
};

/// The codes of one font, each as long as the others.
struct CodeSet {
    std::uint8_t bytes = 1;
    std::vector<CodeMeaning> meanings; ///< by code
    /// Glyphs, sorted, each once.
    std::vector<std::uint32_t> glyphs() const;
};

enum class Coding : std::uint8_t {
    compact, ///< one byte for the most frequent 255; the rarer ones in one byte, or two if they are many
    wide,    ///< two bytes
    simple,  ///< one byte, in as many fonts as that takes
};

/// The codes of one face: count every use, then assign, then look up.
class FaceCodes {
public:
    void count(std::uint32_t glyph, std::string_view text);
    /// As if its uses had been counted here.
    void add(const FaceCodes& others);
    /// Gives out codes. Compact coding becomes wide where the 255 most frequent are less than nine
    /// tenths of the text (Chinese, Japanese, Korean). In one byte, a glyph that shows one ASCII character
    /// has that character's code where it is free.
    void assign(Coding coding);
    /// The code of a glyph that was counted with this text.
    GlyphCode find(std::uint32_t glyph, std::string_view text) const;

    const std::vector<CodeSet>& fonts() const { return fonts_; }
    bool is_used() const { return !uses_.empty(); }

private:
    struct Key {
        std::uint32_t glyph = 0;
        std::uint64_t text = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            const std::uint64_t mixed = (key.text ^ key.glyph * 0x9E3779B97F4A7C15ull) * 0xFF51AFD7ED558CCDull;
            return static_cast<std::size_t>(mixed >> 16);
        }
    };
    struct Use {
        std::uint64_t count = 0;
        GlyphCode code;
    };
    struct Ranked;

    void count(std::uint32_t glyph, std::string_view text, std::uint64_t times);
    Key key(std::uint32_t glyph, std::string_view text) const;
    std::string text_of(const Key& key) const;
    std::vector<Ranked> ranking() const;
    static bool first_suffice(const std::vector<Ranked>& ranked);
    void add_font(std::vector<Ranked>& ranked, std::size_t begin, std::size_t end, std::uint8_t bytes);

    std::unordered_map<Key, Use, KeyHash> uses_;
    std::unordered_map<std::string, std::uint64_t> long_text_ids_;
    std::vector<std::string> long_texts_;
    std::vector<CodeSet> fonts_;
};

} // namespace halfstar::pdf

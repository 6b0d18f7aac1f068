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
    friend bool operator==(const GlyphCode&, const GlyphCode&) = default;
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

/// The uses of one face: each glyph with the text it shows is numbered, from 0 in the order in which they are met, and counted.
class FaceUses {
public:
    struct Use {
        std::uint32_t glyph = 0;
        std::uint64_t count = 0;
        std::string text;
    };

    /// Counts it and gives its number.
    std::uint32_t count(std::uint32_t glyph, std::string_view text, std::uint64_t times = 1);
    /// The number of what was counted.
    std::uint32_t number(std::uint32_t glyph, std::string_view text) const;
    const std::vector<Use>& all() const { return uses_; }

private:
    /// The text as a number.
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
    /// Glyphs come again soon.
    struct Recent {
        Key key;
        std::uint32_t number = 0;
    };
    static constexpr std::size_t recents = 256;

    std::uint32_t add(const Key& key, std::string_view text);

    std::vector<Use> uses_;
    std::vector<Recent> recent_; ///< by the last bits of the glyph's number
    std::unordered_map<Key, std::uint32_t, KeyHash> numbers_;
    std::unordered_map<std::string, std::uint64_t> long_texts_;
};

/// The codes of one face: count every use, then assign, then look up.
class FaceCodes {
public:
    void count(std::uint32_t glyph, std::string_view text) { uses_.count(glyph, text); }
    /// As if these uses had been counted here.
    void add(const std::vector<FaceUses::Use>& uses);
    /// Gives out codes. Compact coding becomes wide where the 255 most frequent are less than nine
    /// tenths of the text (Chinese, Japanese, Korean). In one byte, a glyph that shows one ASCII character
    /// has that character's code where it is free.
    void assign(Coding coding);
    /// The code of a glyph that was counted with this text.
    GlyphCode find(std::uint32_t glyph, std::string_view text) const { return codes_[uses_.number(glyph, text)]; }

    const std::vector<CodeSet>& fonts() const { return fonts_; }
    bool is_used() const { return !uses_.all().empty(); }

private:
    using Ranking = std::vector<std::uint32_t>; ///< of uses

    Ranking ranking() const;
    bool first_suffice(const Ranking& ranking) const;
    void add_font(const Ranking& ranking, std::size_t begin, std::size_t end, std::uint8_t bytes);

    FaceUses uses_;
    std::vector<GlyphCode> codes_; ///< by use
    std::vector<CodeSet> fonts_;
};

} // namespace halfstar::pdf

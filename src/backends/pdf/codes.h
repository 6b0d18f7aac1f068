// Which byte in a content stream stands for a glyph. Text is written in one-byte codes, 256 to a font of
// the file: the streams are half as long as with two bytes, and deflate better still. A code is a glyph
// *with the text it shows*: so a hyphen that the line breaker made and one that the author wrote
// have codes of their own, and every reader gets the right characters back.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace halfstar::pdf {

/// A code of the `font`-th font that the face needs.
struct GlyphCode {
    std::uint32_t font = 0;
    std::uint8_t code = 0;
};

/// What a code stands for. Codes that are not used have glyph 0.
struct CodeMeaning {
    std::uint32_t glyph = 0;
    std::string text;
};
using CodePage = std::array<CodeMeaning, 256>;

/// The codes of one face: count every use, then assign, then look up.
class FaceCodes {
public:
    void count(std::uint32_t glyph, std::string_view text);
    /// Gives out codes: the 256 most frequent glyphs are the first font's. A glyph that shows one ASCII
    /// character has that character's code where it is free.
    void assign();
    /// The code of a glyph that was counted with this text.
    GlyphCode find(std::uint32_t glyph, std::string_view text) const;

    const std::vector<CodePage>& fonts() const { return fonts_; }
    bool is_used() const { return !uses_.empty(); }
    /// Glyphs in use, sorted, each once.
    std::vector<std::uint32_t> glyphs() const;

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

    Key key(std::uint32_t glyph, std::string_view text) const;
    std::string text_of(const Key& key) const;
    std::vector<Ranked> ranking() const;

    std::unordered_map<Key, Use, KeyHash> uses_;
    std::unordered_map<std::string, std::uint64_t> long_text_ids_;
    std::vector<std::string> long_texts_;
    std::vector<CodePage> fonts_;
};

} // namespace halfstar::pdf

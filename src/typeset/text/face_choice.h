// Which face sets which part of a word: the text's own where it can, else a fallback, a reader's character at
// a time, so that a letter and its marks, or the parts of an emoji, are never torn apart.
#pragma once

#include "typeset/text/shaping.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace halfstar {

/// Bytes [begin, end) of a word in one face and script; `tag` is ISO 15924.
struct FaceStretch {
    std::uint32_t begin = 0, end = 0;
    const Face* face = nullptr;
    char tag[5] = "Zyyy";
};

class FaceChoice {
public:
    FaceChoice(const FontBook& fonts, std::vector<std::string> families);
    /// In logical order, covering the word. What no face has stands in the text's face.
    std::vector<FaceStretch> stretches(std::string_view word, const TextFont& font);

private:
    const Face* face_for(std::string_view cluster, const TextFont& font);
    const Face* fallback_for(std::string_view cluster, const TextFont& font, bool emoji);
    const Face* fallback(char32_t code_point, const TextFont& font);

    struct Lacking {
        char32_t code_point = 0;
        std::string language;
        int weight = 400;
        bool italic = false;
        friend auto operator<=>(const Lacking&, const Lacking&) = default;
    };

    const FontBook& fonts_;
    std::vector<std::string> families_;
    std::map<Lacking, const Face*> known_;
};

/// The size at which `face` stands beside text in `font` (see ShapedRun::size): scripts with capitals so that
/// the x-heights match, as far as both faces state one; Chinese, Japanese and Korean at 92 %, since their
/// characters fill the em; Arabic and its kin, and emoji, as they are; others so that their own faces' capitals
/// would be as high as the text's. Never more than a quarter smaller or larger.
Length fallback_size(const Face& face, std::string_view script, const TextFont& font);

} // namespace halfstar

// Faces as they are installed, and shaped words as text: names of faces, the source's bytes, places in
// thousandths of the em.
#pragma once

#include "typeset/text/shaping.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

namespace faces {

using namespace halfstar;

inline const FontBook& book() {
    static const FontBook book;
    return book;
}

inline TextFont font(std::string_view family, std::string_view language = "en", int weight = 400) {
    Diagnostics diagnostics;
    TextFont font;
    font.face = book().find(family, weight, false, diagnostics);
    font.size = Length::points(10);
    font.language = language;
    font.weight = weight;
    REQUIRE(font.face != nullptr);
    return font;
}

inline TextFont vollkorn() { return font("Vollkorn"); }

/// The text of each cluster in visual order, clusters parted by `|`, runs by two of them.
inline std::string clusters(const ShapedWord& word, std::string_view text) {
    std::string result;
    for (const ShapedRun& run : word.runs) {
        if (!result.empty()) result += "||";
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            const Glyph& glyph = run.glyphs[i];
            if (i > 0 && run.glyphs[i - 1].text_begin == glyph.text_begin) continue;
            if (i > 0) result += '|';
            result += text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
        }
    }
    return result;
}

/// PostScript names of the runs' faces, parted by a space.
inline std::string names(const ShapedWord& word) {
    std::string result;
    for (const ShapedRun& run : word.runs) {
        if (!result.empty()) result += ' ';
        result += run.face->postscript_name();
    }
    return result;
}

inline std::vector<std::uint32_t> ids(const ShapedWord& word) {
    std::vector<std::uint32_t> result;
    for (const ShapedRun& run : word.runs)
        for (const Glyph& glyph : run.glyphs) result.push_back(glyph.id);
    return result;
}

} // namespace faces

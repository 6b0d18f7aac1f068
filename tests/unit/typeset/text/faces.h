// Faces as they are installed, and shaped words as text: names of faces, the source's bytes, places in
// thousandths of the em.
#pragma once

#include "typeset/text/shaping.h"

#include <doctest/doctest.h>

#include <algorithm>
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
        const std::vector<Glyph> glyphs = run.glyphs.all();
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const Glyph& glyph = glyphs[i];
            if (i > 0 && glyphs[i - 1].text_begin == glyph.text_begin) continue;
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

/// Glyph by glyph.
inline bool equal(const ShapedWord& a, const ShapedWord& b) {
    if (a.width != b.width || a.missing != b.missing || a.safe_cuts != b.safe_cuts || a.runs.size() != b.runs.size()) return false;
    for (std::size_t i = 0; i < a.runs.size(); ++i) {
        const ShapedRun &one = a.runs[i], &other = b.runs[i];
        if (one.face != other.face || one.size != other.size || one.right_to_left != other.right_to_left || one.width != other.width) return false;
        const auto same = [](const Glyph& x, const Glyph& y) {
            return x.id == y.id && x.x == y.x && x.y == y.y && x.advance == y.advance && x.text_begin == y.text_begin && x.text_end == y.text_end;
        };
        const std::vector<Glyph> glyphs = one.glyphs.all(), others = other.glyphs.all();
        if (!std::equal(glyphs.begin(), glyphs.end(), others.begin(), others.end(), same)) return false;
    }
    return true;
}

} // namespace faces

// Words to elements in a font whose every glyph is half an em wide, at a size of two points: a glyph is one
// point, and so is a space. Text in, text out.
#pragma once

#include "typeset/breaking/paragraph.h"

#include <string>
#include <string_view>
#include <vector>

namespace half_em {

using namespace halfstar;
using namespace halfstar::breaking;

inline Length pt(double points) { return Length::points(points); }

inline Element box(std::string_view word) {
    Element element;
    element.width = pt(static_cast<double>(word.size()));
    return element;
}

inline Element space() {
    Element element;
    element.kind = PieceKind::glue;
    element.width = pt(1);
    element.stretch = pt(0.6);
    element.shrink = pt(0.28);
    return element;
}

inline Element penalty(int value) {
    Element element;
    element.kind = PieceKind::penalty;
    element.penalty = value;
    return element;
}

inline Element hyphen() {
    Element element = penalty(0);
    element.hyphen = true;
    element.width = pt(1);
    return element;
}

/// ` ` is a space, `=` a place for a hyphen, `|` a forced break, `~` a space that ends no line, `/` a place
/// where nothing is added.
inline std::vector<Element> elements(std::string_view text, std::vector<std::string>* shown = nullptr) {
    std::vector<Element> result;
    std::vector<std::string> words;
    const auto add = [&](Element element, std::string word) {
        result.push_back(element);
        words.push_back(std::move(word));
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" =|~/", at), text.size());
        if (end > at) add(box(text.substr(at, end - at)), std::string(text.substr(at, end - at)));
        if (end < text.size()) {
            const char c = text[end];
            if (c == '~') add(penalty(forbidden), "");
            if (c == ' ' || c == '~') add(space(), " ");
            if (c == '=') add(hyphen(), "");
            if (c == '|') add(penalty(forced), "");
            if (c == '/') add(penalty(0), "");
        }
        at = end + 1;
    }
    if (shown) *shown = words;
    return result;
}

inline Measures measures(double width) {
    Measures result;
    result.shapes = {{pt(0), pt(width)}};
    return result;
}

/// Each line's text with its hyphen, lines parted by LF.
inline std::string show(std::string_view text, const Breaks& breaks) {
    std::vector<std::string> words;
    elements(text, &words);
    std::string result;
    for (const Line& line : breaks.lines) {
        if (!result.empty()) result += '\n';
        for (std::uint32_t i = line.first; i < line.last; ++i) result += words[i];
        if (line.hyphenated) result += '-';
    }
    return result;
}

inline std::string best(std::string_view text, const Measures& measures) {
    return show(text, break_paragraph(elements(text), measures).front());
}

/// The lines of the best way.
inline std::vector<Line> lines_of(const std::vector<Element>& elements, const Measures& measures) {
    return break_paragraph(elements, measures).front().lines;
}

} // namespace half_em

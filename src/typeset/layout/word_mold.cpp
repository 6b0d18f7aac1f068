#include "typeset/layout/word_mold.h"

namespace halfstar::layout {

namespace {

using breaking::Element;
using breaking::PieceKind;

void append(Element element, const Atom& atom, MeasuredText& text) {
    element.source = static_cast<std::uint32_t>(text.atoms.size());
    text.atoms.push_back(atom);
    text.elements.push_back(element);
}

Element element_of(const WordMold::Hyphen& hyphen) {
    Element element;
    element.kind = PieceKind::penalty;
    element.width = {hyphen.width};
    element.hang_right = {hyphen.hang_right};
    element.penalty = hyphen.penalty;
    element.hyphen = true;
    return element;
}

} // namespace

/// Boxes are differences of what stands before them.
Length width_of(const WordMold& mold) {
    Length width;
    for (const WordMold::Box& box : mold.boxes) width.units += box.width;
    return width;
}

WordMold cut_mold(const MeasuredText& text, const Word& word, std::size_t first) {
    const auto units = [](Length length) { return static_cast<std::int32_t>(length.units); };
    WordMold mold;
    mold.shaped = word.shaped;
    const Face* own = text.rich.types[text.rich.stretches[word.stretch].type].font.face;
    mold.in_own_face = word.shaped->runs.size() == 1 && word.shaped->runs.front().face == own;
    mold.boxes.reserve((text.elements.size() - first + 1) / 2);
    for (std::size_t i = first; i < text.elements.size(); ++i) {
        const Element& element = text.elements[i];
        if (element.kind == PieceKind::box)
            mold.boxes.push_back({text.atoms[element.source].end - word.begin, units(element.width), units(element.hang_left),
                                  units(element.hang_right)});
        else mold.hyphen = {units(element.width), units(element.hang_right), element.penalty};
    }
    return mold;
}

void cast(const WordMold& mold, std::uint32_t index, const LineSpec& spec, MeasuredText& text) {
    Word& word = text.words[index];
    word.shaped = mold.shaped;
    word.in_own_face = mold.in_own_face;
    const Element hyphen = element_of(mold.hyphen);
    std::uint32_t begin = word.begin;
    for (const WordMold::Box& part : mold.boxes) {
        if (begin > word.begin) append(hyphen, {begin, begin, no_word}, text);
        Element box;
        box.width = {part.width};
        if (text.measuring.setting == Setting::justified) expand(box, spec);
        box.hang_left = {part.hang_left};
        box.hang_right = {part.hang_right};
        append(box, {begin, word.begin + part.end, index}, text);
        begin = word.begin + part.end;
    }
}

void expand(Element& box, const LineSpec& spec) {
    box.stretch = box.width * spec.expansion_out / 1000;
    box.shrink = box.width * spec.expansion_in / 1000;
}

} // namespace halfstar::layout

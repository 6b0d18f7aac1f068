#include "typeset/layout/desk.h"

#include "design/pictures/screen.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double least_width = 72; ///< points: what is nested deeper is indented no further

Length up_to(Length height, Length unit) {
    if (unit.units <= 0) return height;
    return {(height.units + unit.units - 1) / unit.units * unit.units};
}

/// A letter alone, as it is shaped; null where no face has it.
const ShapedRun* letter_run(const Desk& desk, const RichText& rich, std::uint32_t begin, std::uint32_t end,
                            std::size_t stretch) {
    const Word word{begin, end, static_cast<std::uint16_t>(stretch), rich.level, false, nullptr};
    const ShapedWord* shaped = shape_part(rich, word, begin, end, desk.stick.tools());
    if (shaped == nullptr || shaped->runs.empty()) return nullptr;
    const ShapedRun& run = shaped->runs.front();
    return run.face == nullptr || run.glyphs.empty() ? nullptr : &run;
}

Composed finish(Desk& desk, SetText text, SharedText measured) {
    Composed composed;
    composed.lines = text.lines.size();
    composed.text = static_cast<std::uint32_t>(desk.composition.texts.size());
    desk.composition.texts.push_back(std::move(text));
    composed.measured = std::move(measured);
    composed.other_ways = desk.stick.take_other_ways();
    return composed;
}

} // namespace

std::shared_ptr<const Piece> whole_piece(const Edition& edition, const StoredWords* stored, std::uint32_t piece) {
    if (stored != nullptr) return std::make_shared<const Piece>(stored->whole(edition, piece));
    return {std::shared_ptr<const Piece>(), &edition.pieces[piece]}; // the edition's own
}

SetText text_of(const Desk& desk, TextWriter write, Element element, Length width) {
    SetText text;
    text.write = std::move(write);
    text.types = desk.variant;
    text.setting = desk.spec(element).setting;
    text.shapes = {{{}, width}};
    text.line_height = desk.spec(element).leading.scaled(0.9);
    text.piece = desk.piece_index;
    text.span = desk.piece.span;
    return text;
}

TextWriter writer_of(const Desk& desk, const Inlines& inlines, Element element) {
    const Piece* piece = &desk.piece;
    const Inlines* words = &inlines;
    return [piece, words, element, links = desk.links](const TypeCase& types) {
        RichTextWriter writer(types, element, piece->language);
        writer.set_pictures(piece->pictures);
        writer.set_notes(piece->notes);
        writer.set_piece_links(links);
        writer.set_direction(piece->direction);
        writer.add(*words);
        return writer.take();
    };
}

TextWriter writer_of(const Desk& desk, std::string words, Element element) {
    const Piece* piece = &desk.piece;
    return [piece, element, words = std::move(words)](const TypeCase& types) {
        RichTextWriter writer(types, element, piece->language);
        writer.set_direction(piece->direction);
        writer.add(words, element, RichTextWriter::Origin::source);
        return writer.take();
    };
}

Composed compose(Desk& desk, SetText text, StructureId parent) {
    SharedText measured = desk.stick.compose(text, desk.diagnostics);
    add_slots(text, measured->rich, desk.structure, parent);
    for (const Slot& slot : measured->rich.slots)
        if (slot.note && desk.referred.insert(*slot.note).second) text.first_references.push_back(*slot.note);
    return finish(desk, std::move(text), std::move(measured));
}

Composed compose_artifact(Desk& desk, SetText text) {
    SharedText measured = desk.stick.compose(text, desk.diagnostics);
    return finish(desk, std::move(text), std::move(measured));
}

/// A house that keeps its texts has it anyway, and knows them by it.
void let_go_of_measured(Desk& desk, Composed& composed) {
    if (desk.stick.texts() != nullptr) return;
    composed.measured = nullptr;
    desk.composition.texts[composed.text].measured = nullptr;
}

LineEnd ends_of(Desk& desk, const Composed& composed, std::size_t line) {
    std::vector<Item> items;
    return desk.stick.set(desk.composition.texts[composed.text], *composed.measured, line, {}, 0, items);
}

std::vector<std::uint32_t> notes_of(const MeasuredText& measured, const breaking::Line& line) {
    std::vector<std::uint32_t> notes;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const breaking::Element& element = measured.elements[i];
        if (element.kind != breaking::PieceKind::box) continue;
        const Word& word = measured.words[measured.atoms[element.source].word];
        int slot = measured.rich.stretches[word.stretch].slot;
        for (; slot >= 0; slot = measured.rich.slots[static_cast<std::size_t>(slot)].parent)
            if (const auto note = measured.rich.slots[static_cast<std::size_t>(slot)].note;
                note && (notes.empty() || notes.back() != *note))
                notes.push_back(*note);
    }
    return notes;
}

Column indented(const Desk& desk, Column column, Length by) {
    const Length taken = std::clamp(column.width - Length::points(least_width), Length{}, by);
    return {desk.right_to_left() ? column.x : column.x + taken, column.width - taken};
}

Length whole_rows(const Desk& desk, Length height) { return up_to(height, desk.grid()); }
Length half_rows(const Desk& desk, Length height) { return up_to(height, desk.grid() / 2); }

Length cap_height(const Desk& desk, Element element) {
    const Type type = desk.types().type(element, desk.piece.language);
    if (type.font.face == nullptr) return type.font.size.scaled(0.7);
    const FaceMetrics& metrics = type.font.face->metrics();
    return type.font.size * std::max(1, metrics.cap_height) / std::max(1, metrics.units_per_em);
}

PictureItem picture_item(Desk& desk, std::uint32_t picture, const Rect& rect) {
    const std::uint32_t index = desk.composition.first_picture(desk.piece_index) + picture;
    const Length pitch = desk.style().screen;
    if (pitch.units <= 0) return {index, rect};
    std::vector<Picture>& pictures = desk.composition.pictures;
    desk.composition.screened.push_back(screened(pictures[index], pitch, {rect.width, rect.height}));
    pictures.push_back(desk.composition.screened.back().picture);
    return {static_cast<std::uint32_t>(pictures.size() - 1), rect};
}

Length left_bearing(const Desk& desk, const RichText& rich) {
    if (rich.text.empty() || rich.stretches.empty()) return {};
    const auto end = static_cast<std::uint32_t>(utf8::decode(rich.text, 0).length);
    const ShapedRun* run = letter_run(desk, rich, 0, end, 0);
    if (run == nullptr) return {};
    const auto extents = run->face->extents((*run->glyphs.begin()).id);
    if (!extents) return {};
    return run->size * extents->left / std::max(1, run->face->metrics().units_per_em);
}

Length right_bearing(const Desk& desk, const RichText& rich) {
    if (rich.text.empty() || rich.stretches.empty()) return {};
    const auto end = static_cast<std::uint32_t>(rich.text.size());
    std::uint32_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(rich.text[begin]) & 0xC0) == 0x80) --begin;
    const ShapedRun* run = letter_run(desk, rich, begin, end, rich.stretches.size() - 1);
    if (run == nullptr) return {};
    const std::uint32_t glyph = run->glyphs.all().back().id;
    const auto extents = run->face->extents(glyph);
    if (!extents) return {};
    const TextFont& font = rich.types[rich.stretches.back().type].font;
    return run->size * (run->face->advance(glyph) - extents->right) / std::max(1, run->face->metrics().units_per_em) +
           run->size * font.tracking / 1000;
}

} // namespace halfstar::layout

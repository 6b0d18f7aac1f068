#include "typeset/layout/face_notes.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace halfstar::layout {

namespace {

class FaceNotes {
public:
    FaceNotes(const MeasuredText& measured, const Tools& tools) : measured_(measured), tools_(tools) {}

    std::vector<FaceMark> take() {
        for (element_ = 0; element_ < measured_.elements.size(); ++element_) {
            const breaking::Element& element = measured_.elements[element_];
            const std::uint32_t word = measured_.atoms[element.source].word;
            if (element.kind == breaking::PieceKind::box) note_words(word);
            else if (element.kind == breaking::PieceKind::glue && word != no_word) note_space(stretch_ = measured_.words[word].stretch);
            else if (element.penalty <= breaking::forced) note_space(stretch_);
            else if (element.hyphen && element.width.units > 0) note(hyphen());
        }
        return std::move(marks_);
    }

private:
    const ShapedWord* hyphen() {
        const std::uint16_t type = measured_.rich.stretches[stretch_].type;
        if (hyphen_type_ != type) {
            hyphen_ = shape_hyphen(measured_, stretch_, tools_);
            hyphen_type_ = type;
        }
        return hyphen_;
    }

    /// Nearly all are in their own face: their glyphs need not be looked at.
    void note_words(std::uint32_t index) {
        const Word& word = measured_.words[index];
        const Stretch& stretch = measured_.rich.stretches[stretch_ = word.stretch];
        if (word.in_own_face) note(measured_.rich.types[stretch.type].font.face);
        else if (!stretch.picture) note(shape_part(measured_, word, word.begin, word.end, tools_));
    }

    /// Runs are emitted in the order of what they say.
    void note(const ShapedWord* shaped) {
        if (shaped == nullptr) return;
        if (shaped->runs.size() == 1) return note(shaped->runs.front().face);
        std::vector<std::pair<std::uint32_t, const Face*>> order;
        for (const ShapedRun& run : shaped->runs) {
            if (run.glyphs.empty()) continue;
            std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
            for (const Glyph& glyph : run.glyphs) first = std::min(first, glyph.text_begin);
            order.emplace_back(first, run.face);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [begin, face] : order) note(face);
    }

    void note_space(std::size_t stretch) {
        const Face* face = measured_.rich.types[measured_.rich.stretches[stretch].type].font.face;
        if (face != nullptr && is_new(face) && face->glyph(U' ') != 0) note(face);
    }

    bool is_new(const Face* face) const { return marks_.empty() || marks_.back().face != face; }
    void note(const Face* face) {
        if (is_new(face)) marks_.push_back({element_, face});
    }

    const MeasuredText& measured_;
    const Tools& tools_;
    std::vector<FaceMark> marks_;
    std::uint32_t element_ = 0;
    std::size_t stretch_ = 0; ///< of the words before
    std::optional<std::uint16_t> hyphen_type_; ///< of the hyphen shaped last
    const ShapedWord* hyphen_ = nullptr;
};

} // namespace

std::vector<FaceMark> faces_of(const MeasuredText& measured, const Tools& tools) { return FaceNotes(measured, tools).take(); }

} // namespace halfstar::layout

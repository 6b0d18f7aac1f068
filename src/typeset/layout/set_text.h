// A text whose lines are decided, and the stick in which texts are composed. A SetText keeps how its words
// are written and where its lines end; glyphs are made again when a page is asked for.
#pragma once

#include "typeset/breaking/pages.h"
#include "typeset/layout/face_notes.h"
#include "typeset/layout/foundry.h"
#include "typeset/layout/line_items.h"
#include "typeset/layout/structure.h"

#include <halfstar/diagnostics.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// Whether a word that no line can hold may be parted anywhere, or is kept and reported.
enum class WideWords : std::uint8_t { parted, kept };

/// What lines are asked for: those that a text is composed in, the best alone for somebody who counts them, or those of a title.
enum class LinesOf : std::uint8_t { text, best, title };

class KeptTexts;
class KeptPageBreaks;
struct TextAnswer;
using TextWriter = std::function<RichText(const TypeCase&)>;

struct SetText {
    TextWriter write; ///< gives the same words each time
    const TypeCase* types = nullptr; ///< what it is set in, where that is not the document's own
    Setting setting = Setting::ragged;
    Hyphenation hyphenation = Hyphenation::off;
    WideWords wide_words = WideWords::parted;
    breaking::Variants variants = breaking::Variants::best_alone; ///< whether ways a line shorter and longer are wanted too
    std::vector<breaking::LineShape> shapes; ///< indents from the left end of the measure
    Length line_height;
    std::uint32_t piece = 0, ordinal = 0;
    std::uint32_t offset = 0; ///< code points of the node before its words
    Span span;
    Visibility visibility = Visibility::visible;
    std::vector<breaking::Line> lines;
    std::vector<std::uint32_t> first_references; ///< notes that no text before it refers to
    std::vector<StructureId> leaves; ///< of the text's slots; empty: an artifact
    std::vector<FaceMark> faces; ///< in reading order
    SharedText measured;      ///< as it was composed; null: whoever builds its lines measures it again
    std::uint64_t number = 0; ///< among the texts of a house that keeps them; 0: it is none of these

    const breaking::LineShape& shape(std::size_t line) const { return shapes[std::min(line, shapes.size() - 1)]; }
};

/// What a question about a text came to, for whoever asks it again.
struct ComposedText {
    SetText asked; ///< without its writer
    std::optional<bool> takes_lines = {}; ///< the answer to that; none: it was to be composed
    SetText set;   ///< as `compose` left it, without its writer
    SharedText measured;
    std::vector<breaking::Breaks> other_ways;
    std::vector<char32_t> missing;
};

/// About the bytes that it takes.
std::size_t bytes_of(const MeasuredText& measured);

/// Texts are composed one at a time; it holds what shaping needs. One a thread: those of a document share what they know of
/// words, and its faces.
class ComposingStick {
public:
    ComposingStick(const TypeCase& types, const Foundry& foundry);
    /// For another thread.
    explicit ComposingStick(const ComposingStick& sibling);
    /// For a thread that composes ahead: with types and faces of its own, which leave the document's as they are. Keeps
    /// what it composes.
    ComposingStick(const TypeCase& types, const ComposingStick& sibling);
    /// What was composed ahead is taken from here as long as it is asked for in the same order.
    void prepare(std::vector<ComposedText> texts);
    std::vector<ComposedText> take_composed() { return std::exchange(composed_, {}); }

    const TypeCase& types() const { return types_; }
    const TypeCase& types_of(const SetText& text) const { return text.types != nullptr ? *text.types : types_; }
    const Tools& tools() const { return tools_; }
    /// Who keeps its texts; null: nobody.
    const KeptTexts* texts() const { return texts_.get(); }
    FaceTable& faces() { return *faces_; }
    const FaceTable& faces() const { return *faces_; }

    SharedText measure(const SetText& text);
    /// How it is measured, where those are its words.
    Measuring measuring_of(const SetText& text, const RichText& rich) const;
    /// The ways to set it that are wanted, the best first; empty for a text without words.
    std::vector<breaking::Breaks> break_text(const SetText& text, const MeasuredText& measured) const;
    /// What `decide` makes of the text as it is measured, without composing it; in a house that keeps its texts it is decided once. `decide` must be
    /// the same for all texts of which the same is asked, and read nothing else.
    std::vector<breaking::Line> lines_of(const SetText& text, LinesOf asked,
                                         const std::function<std::vector<breaking::Line>(const MeasuredText&)>& decide);
    /// The lines of the best way to set it; none for a text without words.
    std::vector<breaking::Line> best_lines(const SetText& text);
    /// As `breaking::break_pages`; in a house that keeps its texts the same is broken once.
    breaking::Pages break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                const breaking::PageMeasures& measures) const;
    /// Whether the best way to set it has so many lines at least.
    bool takes_lines(const SetText& text, std::size_t lines);
    /// Decides `text.lines` and reports what has no glyph or does not fit.
    SharedText compose(SetText& text, Diagnostics& diagnostics);
    /// Notes in which faces the text is set; after each change of how it is measured.
    void note_faces(SetText& text, const MeasuredText& measured) const;
    /// Between texts nobody refers to single words: from now on those of late are at hand, and older ones not held.
    void turn_words();
    /// Nothing is measured for a while: what is known of words is not held for it.
    void rest_words();
    /// Enters the faces of lines [first, last) in the document's.
    void meet_faces(const SetText& text, std::uint32_t first, std::uint32_t last);
    /// The ways to set the text composed last that were not taken, with the demerits that they have beyond its.
    std::vector<breaking::Breaks> take_other_ways() { return std::exchange(other_ways_, {}); }
    /// Appends the items of one line; `left` is the left end of the measure on the line's baseline, and
    /// the piece's pictures are those of the document from `first_picture` on.
    LineEnd set(const SetText& text, const MeasuredText& measured, std::size_t line, Point left,
                std::uint32_t first_picture, std::vector<Item>& items);
    /// Width of words in one line.
    Length width_of(const MeasuredText& measured) const;

private:
    MeasuredText measure(const SetText& text, RichText words);
    TextAnswer work_out(SetText text, RichText words);
    SharedText take(SetText& text, TextAnswer answer, std::vector<char32_t>& missing);
    SharedText decide(SetText& text, std::vector<char32_t>& missing);
    void report(const SetText& text, const std::vector<char32_t>& missing, Diagnostics& diagnostics);
    bool has_lines(const SetText& text, std::size_t lines);
    bool is_prepared(const SetText& text, bool to_compose);

    const TypeCase& types_;
    Foundry foundry_;
    std::shared_ptr<KeptTexts> texts_;            ///< null: none are kept
    std::shared_ptr<KeptPageBreaks> page_breaks_; ///< null: as texts
    std::shared_ptr<FaceTable> faces_;
    Vocabulary& vocabulary_;
    std::shared_ptr<const WordGeneration> words_; ///< that are in use
    Shaper shaper_;
    RecentWords<WordMold> molds_;
    Tools tools_;
    std::vector<breaking::Breaks> other_ways_;
    bool composes_ahead_ = false;
    std::vector<ComposedText> composed_; ///< ahead, kept for whoever sets it
    std::vector<ComposedText> prepared_;
    std::size_t next_prepared_ = 0;
};

/// Adds the text's slots below `parent` and notes their ids in `text.leaves`.
void add_slots(SetText& text, const RichText& rich, StructureBuilder& structure, StructureId parent);

} // namespace halfstar::layout

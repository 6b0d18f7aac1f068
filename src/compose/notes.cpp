#include "compose/passes.h"

#include "document/tree.h"

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar {

namespace {

/// Meets references in reading order and gives notes their places.
class NoteOrder {
public:
    explicit NoteOrder(Piece& piece) : piece_(piece), place_(piece.notes.size()) {}

    void order() {
        if (piece_.notes.empty()) return;
        collect();
        for (std::uint32_t note = 0; note < place_.size(); ++note)
            meet(note);
        if (in_order_) return;
        renumber();
        std::vector<Note> notes(piece_.notes.size());
        for (std::size_t i = 0; i < notes.size(); ++i)
            notes[*place_[i]] = std::move(piece_.notes[i]);
        piece_.notes = std::move(notes);
    }

private:
    void meet(std::uint32_t note) {
        if (note >= place_.size() || place_[note]) return;
        in_order_ = in_order_ && note == next_;
        place_[note] = next_++;
        met_.push_back(note);
    }

    void look(const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& node) {
            if (const auto* reference = std::get_if<NoteReference>(&node.node)) meet(reference->note);
        });
    }
    void look(const Blocks& blocks) {
        walk_blocks(blocks,
                    [&](const Block& block) { each_inlines(block, [&](const Inlines& inlines) { look(inlines); }); });
    }

    /// The body first, then the notes in the order in which it met them: a note may refer to another.
    void collect() {
        look(std::as_const(piece_.summary));
        if (piece_.epigraph) {
            look(std::as_const(piece_.epigraph->words));
            look(std::as_const(piece_.epigraph->source));
        }
        look(std::as_const(piece_.body));
        while (!met_.empty()) {
            const std::uint32_t note = met_.front();
            met_.pop_front();
            look(std::as_const(piece_.notes[note].blocks));
        }
    }

    void renumber(Inlines& inlines) {
        walk_inlines(inlines, [&](Inline& node) {
            auto* reference = std::get_if<NoteReference>(&node.node);
            if (reference != nullptr && reference->note < place_.size()) reference->note = *place_[reference->note];
        });
    }
    void renumber(Blocks& blocks) {
        walk_blocks(blocks, [&](Block& block) { each_inlines(block, [&](Inlines& inlines) { renumber(inlines); }); });
    }
    void renumber() {
        renumber(piece_.summary);
        if (piece_.epigraph) {
            renumber(piece_.epigraph->words);
            renumber(piece_.epigraph->source);
        }
        renumber(piece_.body);
        for (Note& note : piece_.notes)
            renumber(note.blocks);
    }

    Piece& piece_;
    std::vector<std::optional<std::uint32_t>> place_; ///< by the note's index as read
    std::deque<std::uint32_t> met_;
    std::uint32_t next_ = 0;
    bool in_order_ = true;
};

} // namespace

void order_notes(Edition& edition, const ComposeSettings&, Diagnostics&) {
    for (Piece* piece : every_piece(edition))
        NoteOrder(*piece).order();
}

} // namespace halfstar

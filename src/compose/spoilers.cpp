#include "compose/passes.h"

#include "document/parts.h"
#include "document/tree.h"

#include <halfstar/locale.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace halfstar {

namespace {

constexpr const char* gap = "[…]";

/// Which notes something refers to, from the text on and through other notes.
std::set<std::uint32_t> notes_in_use(const Piece& piece) {
    std::set<std::uint32_t> used;
    std::vector<std::uint32_t> met;
    const auto look = [&](const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& each) {
            const auto* reference = std::get_if<NoteReference>(&each.node);
            if (reference != nullptr && reference->note < piece.notes.size() && used.insert(reference->note).second)
                met.push_back(reference->note);
        });
    };
    const auto look_in = [&](const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) { each_inlines(block, look); });
    };
    look(piece.summary);
    if (piece.epigraph) {
        look(piece.epigraph->words);
        look(piece.epigraph->source);
    }
    look_in(piece.body);
    for (std::size_t i = 0; i < met.size(); ++i)
        look_in(piece.notes[met[i]].blocks);
    return used;
}

/// Takes out of one piece what gives its story away, and what only that referred to.
class SpoilerRemoval {
public:
    explicit SpoilerRemoval(Piece& piece) : piece_(piece), words_(locale_for(piece.language).word("spoilers-left-out")) {}

    /// How many were left out.
    std::size_t leave_out() {
        const std::set<std::uint32_t> before = notes_in_use(piece_);
        if (piece_.spoilers && !piece_.body.empty()) {
            const Span span = piece_.body.front().span;
            piece_.body.clear();
            piece_.body.push_back(line_that_says_so(span));
            piece_.spoilers = false;
            ++count_;
        }
        clear(piece_.body);
        clear(piece_.summary);
        for (Note& note : piece_.notes)
            if (note.kind == NoteKind::footnote) clear(note.blocks);
        if (count_ > 0) drop_notes(before);
        return count_;
    }

private:
    Block line_that_says_so(Span span) const {
        Inlines words;
        words.push_back({Text{std::string(words_)}, span});
        Inlines styled;
        styled.push_back({Styled{TextStyle::emphasis, std::move(words)}, span});
        return {Paragraph{std::move(styled)}, span, 0};
    }

    void clear(Blocks& blocks) {
        for (Block& block : blocks) {
            const auto* details = std::get_if<Details>(&block.node);
            if (details != nullptr && details->kind == DetailsKind::spoiler) {
                block = line_that_says_so(block.span);
                ++count_;
                continue;
            }
            visit_parts(
                block, [&](Part, Inlines& inlines, NodeOrdinal&) { clear(inlines); }, [&](Blocks& below) { clear(below); });
        }
    }

    void clear(Inlines& inlines) {
        const std::size_t before = count_;
        walk_inlines(inlines, [&](Inline& each) {
            const auto* reference = std::get_if<NoteReference>(&each.node);
            if (reference == nullptr || reference->note >= piece_.notes.size()) return;
            if (piece_.notes[reference->note].kind != NoteKind::spoiler) return;
            each.node = Text{gap};
            ++count_;
        });
        if (count_ > before) tidy_inlines(inlines);
    }

    /// Notes that gave something away, and those that nothing refers to any more.
    void drop_notes(const std::set<std::uint32_t>& before) {
        const std::set<std::uint32_t> now = notes_in_use(piece_);
        std::vector<std::uint32_t> place(piece_.notes.size());
        std::vector<Note> kept;
        for (std::uint32_t i = 0; i < piece_.notes.size(); ++i) {
            place[i] = static_cast<std::uint32_t>(kept.size());
            const bool unused_now = before.contains(i) && !now.contains(i);
            if (piece_.notes[i].kind == NoteKind::footnote && !unused_now) kept.push_back(std::move(piece_.notes[i]));
        }
        piece_.notes = std::move(kept);
        const auto renumber = [&](Inlines& inlines) {
            walk_inlines(inlines, [&](Inline& each) {
                if (auto* reference = std::get_if<NoteReference>(&each.node)) reference->note = place[reference->note];
            });
        };
        const auto renumber_in = [&](Blocks& blocks) {
            walk_blocks(blocks, [&](Block& block) { each_inlines(block, renumber); });
        };
        renumber(piece_.summary);
        if (piece_.epigraph) {
            renumber(piece_.epigraph->words);
            renumber(piece_.epigraph->source);
        }
        renumber_in(piece_.body);
        for (Note& note : piece_.notes)
            renumber_in(note.blocks);
    }

    Piece& piece_;
    std::string_view words_;
    std::size_t count_ = 0;
};

} // namespace

void leave_out_spoilers(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    const bool by_issue = settings.issue != nullptr && settings.issue->spoilers == Spoilers::left_out;
    if (settings.spoilers == Spoilers::shown && !by_issue) return;
    for (Piece* piece : every_piece(edition)) {
        const std::size_t count = SpoilerRemoval(*piece).leave_out();
        if (count > 0) diagnostics.report(Code::spoilers_left_out, {piece->source, 0, 0}, {std::to_string(count)});
    }
}

} // namespace halfstar

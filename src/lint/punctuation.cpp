// Typewriter punctuation of the body and the notes, said once a kind and file, and repaired where it can be.
#include "lint/rules.h"

#include "document/tree.h"
#include "lint/typewriter.h"

#include <array>
#include <string>

namespace halfstar::lint {
namespace {

/// How often, where first, and how many of them a repair can write.
struct Count {
    std::size_t found = 0, repaired = 0;
    Span first;
};

constexpr std::array<Code, 3> codes = {Code::straight_quotes, Code::double_spaces, Code::three_dots};

class Reading {
public:
    Reading(const Desk& desk, const Piece& piece) : desk_(desk), text_(desk.sources.at(piece.source).text) {
        read(piece.body);
        for (const Note& note : piece.notes)
            read(note.blocks);
    }

    void report() const {
        for (std::size_t kind = 0; kind < codes.size(); ++kind) {
            const Count& count = counts_[kind];
            if (count.found == 0) continue;
            std::vector<std::string> hints;
            if (count.repaired > 0)
                hints.push_back("'halfstar check --fix' repairs " +
                                (count.repaired == count.found ? "them" : std::to_string(count.repaired)));
            desk_.report(codes[kind], count.first, {std::to_string(count.found)}, std::move(hints));
        }
    }

private:
    void read(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            each_inlines(block, [&](const Inlines& inlines) {
                walk_inlines(inlines, [&](const Inline& node) {
                    if (const auto* words = std::get_if<Text>(&node.node)) read(words->text, node.span);
                });
            });
        });
    }

    void read(std::string_view words, Span span) {
        if (span.end <= span.begin || span.end > text_.size()) return;
        const std::string_view source = std::string_view(text_).substr(span.begin, span.end - span.begin);
        for (TypewriterMark& mark : typewriter_marks(source, words))
            take(mark, {span.source, span.begin + mark.begin, span.begin + mark.end});
    }

    void take(TypewriterMark& mark, Span place) {
        Count& count = counts_[static_cast<std::size_t>(mark.kind)];
        if (++count.found == 1 || place.begin < count.first.begin) count.first = place;
        if (mark.set.empty()) return;
        ++count.repaired;
        desk_.findings.repairs.push_back({place, std::move(mark.set)});
    }

    const Desk& desk_;
    const std::string& text_;
    std::array<Count, codes.size()> counts_{};
};

} // namespace

void check_punctuation(const Desk& desk, const FiledPiece& filed) { Reading(desk, *filed.piece).report(); }

} // namespace halfstar::lint

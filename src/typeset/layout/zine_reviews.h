// The reviews of a zine with the openers of their sections: each on pages of its own or below the one before it. Where pages
// are to be saved they are set again, from a section on.
#pragma once

#include "typeset/layout/composition_mark.h"
#include "typeset/layout/page_goal.h"
#include "typeset/layout/page_savings.h"
#include "typeset/layout/piece_setter.h"
#include "typeset/layout/pieces_ahead.h"
#include "typeset/layout/zine_pages.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

class ZineReviews {
public:
    /// Both must outlive it; what is saved is noted in `fit`.
    ZineReviews(ZinePages& zine, PageFit& fit) : zine_(zine), fit_(fit), savings_(zine.document.types().style().copyfit) {}

    /// Other threads may begin with them: they come to be set.
    void expect() { ahead_.emplace(zine_, 0, level()); }
    /// Sets them behind the pages there are; a second time, once `save` has said so, from the first that saves something.
    void set();
    /// Whether pages are to be saved, and reviews are to be set again for it: where a count is asked for, or where less
    /// than would have to be filled is over a multiple. `fit.own` is what the issue takes.
    bool save(const PageGoal& goal);
    /// The openers of sections, once every review has its page.
    void set_openers();

private:
    /// The page and the row on which something ends.
    using End = std::pair<std::size_t, int>;
    enum class Sharing : std::uint8_t { none, full, saving };
    struct SectionOpener {
        const Section* section;
        std::size_t page;
        StructureId parent;
    };
    /// Reviews [first, last) that follow each other below a node, and what stands in their running heads.
    struct Run {
        std::uint32_t first = 0, last = 0;
        StructureId parent = 0;
        std::string section;
        bool is_told = false; ///< what composing the first one has to tell
    };
    /// A piece that was composed and stands nowhere yet: what there was before it and what there is with it, and what it hangs below.
    struct ComposedPiece {
        CompositionSize before, with;
        StructureId parent = 0;
    };
    /// What the issue was where a section begins, or a stretch of a long one.
    struct Mark {
        CompositionMark composition;
        std::size_t openers = 0;
        std::uint32_t piece = 0; ///< the first behind it
        std::optional<ComposedPiece> composed = {}; ///< of a stretch: that piece, since it was composed before the mark
    };

    Mark mark(std::uint32_t piece) const;
    Mark bring_back();
    void take_away(const ComposedPiece& piece);
    void begin_stretch(std::uint32_t piece, const ComposedPiece& composed);
    CompositionSize size() const { return {zine_.composition, zine_.structure}; }
    bool again() const { return savings_.planned(); }
    int level() const { return zine_.edition.sections.empty() ? 1 : 2; }
    std::optional<End> set(const Section& section);
    void turn_leaf(Start start);
    void turn_over(const PieceSetter& ended, const Piece& next);
    void build(const PieceSetter& setter, std::shared_ptr<const Piece> piece);
    Sharing sharing_of(std::uint32_t index, PieceSetter& piece, int below) const;
    void note(std::uint32_t piece, const PieceRun& run);
    Start start_of(std::uint32_t piece) const;
    const Piece& without_poster(const Piece& piece);
    void still_before(std::uint32_t piece, Start start);
    std::optional<End> pieces(const Run& run);

    ZinePages& zine_;
    PageFit& fit_;
    PageSavings savings_;
    std::optional<PiecesAhead> ahead_;
    std::vector<Mark> marks_;
    std::vector<SectionOpener> openers_;
};

} // namespace halfstar::layout

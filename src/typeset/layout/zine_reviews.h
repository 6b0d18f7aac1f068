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
    /// What the issue was where a section begins.
    struct Mark {
        CompositionMark composition;
        std::size_t openers = 0;
    };

    Mark mark() const;
    void bring_back(const Mark& mark);
    bool again() const { return savings_.planned(); }
    int level() const { return zine_.edition.sections.empty() ? 1 : 2; }
    void turn_leaf(Start start);
    void turn_over(const PieceSetter& ended, const Piece& next);
    void build(const PieceSetter& setter, std::shared_ptr<const Piece> piece);
    Sharing sharing_of(std::uint32_t index, PieceSetter& piece, int below) const;
    void note(std::uint32_t piece, const PieceRun& run);
    Start start_of(std::uint32_t piece) const;
    const Piece& without_poster(const Piece& piece);
    void still_before(std::uint32_t piece, Start start);
    std::optional<End> pieces(std::uint32_t first, std::uint32_t last, StructureId parent, const std::string& section);

    ZinePages& zine_;
    PageFit& fit_;
    PageSavings savings_;
    std::optional<PiecesAhead> ahead_;
    std::vector<Mark> marks_; ///< where each section begins, or the only run of reviews
    std::vector<SectionOpener> openers_;
};

} // namespace halfstar::layout

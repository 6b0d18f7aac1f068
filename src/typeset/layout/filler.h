// A filler: pages that an issue is filled up with where its sheets have more than it takes. Each is a subject of its own
// and says how many pages it could take; fillers.h chooses among them.
#pragma once

#include "typeset/layout/contents.h"
#include "typeset/layout/plate.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::layout {

class FillerSetter {
public:
    /// `desk` is the edition's. The pages on which reviews begin are known by then.
    FillerSetter(Desk desk, const Beginnings& beginnings, std::string_view title);
    virtual ~FillerSetter() = default;
    FillerSetter(const FillerSetter&) = delete;
    FillerSetter& operator=(const FillerSetter&) = delete;

    /// The least count above `pages` that it can take; none where it has nothing more to show.
    virtual std::optional<std::size_t> more_than(std::size_t pages) const = 0;
    /// Sets it on `count` pages from `page` on, which the composition has.
    void set(std::size_t page, std::size_t count);

protected:
    /// Below the head, which stands already: page after page through `row_of` and `plate_on`.
    virtual void fill(std::size_t page, std::size_t count) = 0;

    Desk& desk() { return desk_; }
    const Desk& desk() const { return desk_; }
    const Beginnings& beginnings() const { return beginnings_; }
    StructureId parent() const { return parent_; }
    /// The first row that is free on page `index` of it, and how many there are down to the last.
    int first_row(std::size_t index) const { return index == 0 ? head_rows_ : 0; }
    int rows(std::size_t index) const { return last_row(desk_.page()) - first_row(index) + 1; }
    bool pasted() const { return desk_.page().display == Display::pasted; }
    /// "The Lighthouse, page 12", its title as long as the plate's frame holds on a line.
    std::string source_of(std::uint32_t piece, const Plate& plate, const WordLook& look) const;
    /// The same edition's desk, with a piece of it: its language, its pictures.
    Desk desk_of(std::uint32_t piece) const;

private:
    int measured_head() const;

    Desk desk_;
    const Beginnings& beginnings_;
    StructureId parent_ = 0;
    int head_rows_ = 0;
};

using OwnFiller = std::unique_ptr<FillerSetter>;

/// All films with their drawn stars, the best first, and the pages of their reviews.
OwnFiller ratings_filler(const Desk& desk, const Beginnings& beginnings);
/// Sentences of the reviews, set large: those marked as pull quotes, else their summaries or first sentences.
OwnFiller quotes_filler(const Desk& desk, const Beginnings& beginnings);
/// The reviews' pictures with their captions.
OwnFiller stills_filler(const Desk& desk, const Beginnings& beginnings);
/// Faint lines to write on, as many pages as are wanted.
OwnFiller notes_filler(const Desk& desk, const Beginnings& beginnings);

} // namespace halfstar::layout

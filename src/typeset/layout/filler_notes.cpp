// Pages to write on: lines as far apart as handwriting needs, of a colour that a pencil stands out from.
#include "typeset/layout/filler.h"

#include "design/style/load.h"

namespace halfstar::layout {

namespace {

constexpr double writing = 22; ///< points, at least, from line to line
constexpr int first_line = 2;  ///< rows below the head

class NotesFiller : public FillerSetter {
public:
    NotesFiller(const Desk& desk, const Beginnings& beginnings) : FillerSetter(desk, beginnings, "blank-notes") {}

    std::optional<std::size_t> more_than(std::size_t pages) const override { return pages + 1; }

protected:
    void fill(std::size_t page, std::size_t count) override {
        for (std::size_t i = 0; i < count; ++i) {
            Plate plate(desk(), page + i, parent());
            const int last = last_row(desk().page());
            // Counted from the foot, so that the lines of facing pages meet.
            for (int row = last; row >= first_row(i) + (i == 0 ? first_line : 1); row -= step())
                plate.rule(plate.frame(), plate.row(row), desk().style().hairline, faint(plate));
        }
    }

private:
    int step() const {
        int rows = 1;
        while (desk().grid() * rows < Length::points(writing)) ++rows;
        return rows;
    }

    /// Half as dark as ink; what is pasted up has no grays, since copiers have none.
    Paint faint(const Plate& plate) const {
        Paint paint = plate.ink();
        if (pasted()) return paint;
        for (std::uint8_t Paint::*part : {&Paint::red, &Paint::green, &Paint::blue})
            paint.*part = static_cast<std::uint8_t>((paint.*part + 255) / 2);
        return paint;
    }
};

} // namespace

OwnFiller notes_filler(const Desk& desk, const Beginnings& beginnings) {
    return std::make_unique<NotesFiller>(desk, beginnings);
}

} // namespace halfstar::layout

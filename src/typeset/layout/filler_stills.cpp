// Pages of the reviews' pictures, each whole, with its caption, the film and the page it is from.
#include "typeset/layout/filler.h"

#include "typeset/layout/blocks.h"

#include "document/tree.h"

#include <algorithm>
#include <array>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int rows_each = 11;   ///< that a picture with its caption takes at least
constexpr int caption_rows = 2; ///< at most
constexpr int between = 2;      ///< rows from a caption to the next picture
constexpr std::size_t most_on_a_page = 3;

struct Still {
    std::uint32_t piece = 0, picture = 0;
    std::string alternative, caption;
};

/// The figures of a piece, or its poster where it has none.
std::vector<Still> stills_of(const Piece& piece, std::uint32_t index) {
    std::vector<Still> stills;
    const auto take = [&](const Image& image, std::string caption) {
        if (image.picture && *image.picture < piece.pictures.size())
            stills.push_back({index, *image.picture, image.alternative, std::move(caption)});
    };
    for (const Block& block : piece.body)
        if (const auto* figure = std::get_if<Figure>(&block.node)) take(figure->image, plain_text(figure->caption));
    if (stills.empty() && piece.poster) take(*piece.poster, piece.poster_caption);
    return stills;
}

/// Each picture once, however many pieces show it.
std::vector<Still> stills_in(const Desk& desk) {
    std::vector<Still> stills;
    std::vector<std::array<std::uint8_t, 32>> known;
    for (std::uint32_t i = 0; i < desk.edition.pieces.size(); ++i)
        for (Still& still : stills_of(*whole_piece(desk.edition, desk.stored, i), i)) {
            const auto& digest = desk.edition.pieces[i].pictures[still.picture].digest;
            if (std::find(known.begin(), known.end(), digest) != known.end()) continue;
            known.push_back(digest);
            stills.push_back(std::move(still));
        }
    return stills;
}

class StillsFiller : public FillerSetter {
public:
    StillsFiller(const Desk& desk, const Beginnings& beginnings)
        : FillerSetter(desk, beginnings, "stills"), stills_(stills_in(desk)) {}

    std::optional<std::size_t> more_than(std::size_t pages) const override {
        std::size_t held = 0;
        for (std::size_t i = 0; i < pages; ++i) held += most_on(i);
        if (held >= stills_.size()) return std::nullopt;
        return pages + 1;
    }

protected:
    /// From all over the issue where there are more than have room.
    void fill(std::size_t page, std::size_t count) override {
        std::size_t room = 0;
        for (std::size_t i = 0; i < count; ++i) room += most_on(i);
        const std::size_t shown = std::min(room, stills_.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t left = count - i, on_page = std::min(most_on(i), (shown - next + left - 1) / left);
            for (std::size_t k = 0; k < on_page; ++k, ++next)
                set_still(page + i, stills_[next * stills_.size() / shown], rows_for(i, k, on_page));
        }
    }

private:
    std::size_t most_on(std::size_t index) const {
        return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(0, rows(index) / rows_each)), 1, most_on_a_page);
    }

    struct Rows {
        int first = 0, count = 0;
    };
    /// What the page has for the one that is `k` of so many.
    Rows rows_for(std::size_t index, std::size_t k, std::size_t on_page) const {
        const int each = rows(index) / static_cast<int>(on_page);
        return {first_row(index) + each * static_cast<int>(k), each - (k + 1 < on_page ? between : 0)};
    }

    void set_still(std::size_t page, const Still& still, const Rows& rows) {
        const Piece& piece = desk().edition.pieces[still.piece];
        Plate plate(desk(), page, parent());
        const Column frame = plate.frame();
        const int picture_rows = std::max(1, rows.count - caption_rows);
        const Length top = plate.row(rows.first) - desk().grid();
        const Size size = fitted_picture(piece.pictures[still.picture], frame.width, desk().grid() * picture_rows);
        const StructureId figure = plate.figure(still.alternative.empty() ? piece.title.value : still.alternative);
        Desk own = desk_of(still.piece);
        const Rect rect{left_of(frame, size.width), top, size.width, size.height};
        plate.place(Item{picture_item(own, still.picture, rect), desk().structure.add_leaf(figure)});
        const int below = static_cast<int>(whole_rows(desk(), size.height).units / desk().grid().units);
        set_caption(plate, still, rows.first + below, figure);
    }

    Length left_of(const Column& frame, Length width) const {
        if (desk().page().axis == Axis::centre) return frame.x + (frame.width - width) / 2;
        return desk().right_to_left() ? frame.x + frame.width - width : frame.x;
    }

    /// The picture's own words on a line, and where it is from on the next.
    void set_caption(Plate& plate, const Still& still, int row, StructureId figure) {
        const Setting setting = desk().page().axis == Axis::centre ? Setting::centred : Setting::ragged;
        const WordLook look(Element::caption, setting);
        const StructureId caption = desk().structure.add(figure, StructureRole::caption);
        const Length width = plate.frame().width;
        if (!still.caption.empty())
            plate.lines(plate.shortened(still.caption, look, width), look, plate.frame(), plate.row(row++), caption);
        const std::string& key = desk().edition.pieces[still.piece].key;
        plate.lines(source_of(still.piece, plate, look), look.leading_to(piece_anchor(key)), plate.frame(),
                    plate.row(row), caption);
    }

    std::vector<Still> stills_;
};

} // namespace

OwnFiller stills_filler(const Desk& desk, const Beginnings& beginnings) {
    return std::make_unique<StillsFiller>(desk, beginnings);
}

} // namespace halfstar::layout

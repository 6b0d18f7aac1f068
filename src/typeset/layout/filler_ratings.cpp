// The table of all ratings: a row a film, the best first, with its stars and the page of its review.
#include "typeset/layout/filler.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr double star_centre = 0.36; ///< of the text size above the baseline
constexpr double head_rule_drop = 0.4; ///< of a row, below the head's baseline
constexpr int head_rows = 2;         ///< of the table's head, with what is free below it

struct RatedFilm {
    const Work* work = nullptr;
    std::uint32_t piece = 0;
    double part = 0; ///< of the scale, from 0 to 1
};

double part_of(const Rating& rating) {
    const double scale = std::max(1, rating.best - rating.worst);
    return (rating.value - rating.worst) / scale;
}

/// In the index's order where they are rated alike.
std::vector<RatedFilm> rated_films(const Edition& edition) {
    std::vector<RatedFilm> films;
    for (const IndexEntry& entry : edition.films)
        for (const IndexReference& reference : entry.references) {
            const Piece& piece = edition.pieces[reference.work.piece];
            const Work& work = piece.film(reference.work.work);
            if (work.rating && work.rating->value.is_counted())
                films.push_back({&work, reference.work.piece, part_of(work.rating->value)});
        }
    std::stable_sort(films.begin(), films.end(), [](const auto& a, const auto& b) { return a.part > b.part; });
    return films;
}

class RatingsFiller : public FillerSetter {
public:
    RatingsFiller(const Desk& desk, const Beginnings& beginnings)
        : FillerSetter(desk, beginnings, "all-ratings"), films_(rated_films(desk.edition)) {
        const Length leading = desk.spec(Element::contents_entry).leading, grid = desk.grid();
        step_ = static_cast<int>(std::max<std::int64_t>(1, (leading.units * 10 + grid.units * 3) / (grid.units * 10)));
    }

    /// All of it, or none.
    std::optional<std::size_t> more_than(std::size_t pages) const override {
        if (films_.empty() || pages > 0) return std::nullopt;
        std::size_t needed = 0;
        for (std::size_t held = 0; held < films_.size(); ++needed) held += held_on(needed);
        return needed;
    }

protected:
    void fill(std::size_t page, std::size_t count) override {
        const StructureId table = desk().structure.add(parent(), StructureRole::table);
        std::size_t film = 0;
        for (std::size_t i = 0; i < count; ++i) {
            Plate plate(desk(), page + i, parent());
            measure(plate);
            int row = first_row(i);
            if (i == 0) head(plate, row, desk().structure.add(table, StructureRole::table_row));
            if (i == 0) row += head_rows;
            // Pages hold alike many, so that no two films are left to stand alone on the last.
            const std::size_t share = (films_.size() - film + count - i - 1) / (count - i);
            for (const std::size_t end = film + std::min(share, held_on(i)); film < end; ++film, row += step_)
                entry(plate, films_[film], row, desk().structure.add(table, StructureRole::table_row));
        }
    }

private:
    std::size_t held_on(std::size_t index) const {
        const int free = rows(index) - (index == 0 ? head_rows : 0);
        return static_cast<std::size_t>(std::max(1, free / step_));
    }

    /// What the columns of stars and of pages take at the end of a row.
    void measure(const Plate& plate) {
        const auto word = [&](std::string_view key) {
            return plate.width_of(std::string(desk().words.word(key)), Element::table_head);
        };
        const std::string widest = std::to_string(desk().composition.pages.size());
        pages_ = std::max(word("page"), plate.width_of(widest, Element::contents_folio)) + desk().grid() / 4;
        stars_ = std::max(word("rating"), stars_width(20, 5, star_spec(desk().types(), StarLook::list)));
        frame_ = plate.frame();
    }

    /// A part of the row that ends so far before its end; on the other side in what is read to the left.
    Column part(Length before_end, Length width) const {
        const Length from = frame_.width - before_end - width;
        return {frame_.x + (desk().right_to_left() ? before_end : from), width};
    }
    Column title_part() const {
        const Length taken = pages_ + stars_ + desk().grid() * 2;
        return part(taken, frame_.width - taken);
    }
    Column stars_part() const { return part(pages_ + desk().grid(), stars_); }
    Column page_part() const { return part({}, pages_); }

    StructureId cell(StructureId row, StructureRole role = StructureRole::cell) { return desk().structure.add(row, role); }

    void head(Plate& plate, int row, StructureId parent) {
        const auto word = [&](std::string_view key, const Column& column, Setting setting) {
            plate.lines(std::string(desk().words.word(key)), WordLook(Element::table_head, setting), column, plate.row(row),
                        cell(parent, StructureRole::header_cell));
        };
        word("title", title_part(), Setting::ragged);
        word("rating", stars_part(), Setting::ragged);
        word("page", page_part(), Setting::ranged_right);
        plate.rule(frame_, plate.row(row) + desk().grid().scaled(head_rule_drop), desk().style().hairline, plate.ink());
    }

    void entry(Plate& plate, const RatedFilm& film, int row, StructureId parent) {
        const std::string anchor = piece_anchor(desk().edition.pieces[film.piece].key);
        const WordLook look = WordLook(Element::contents_entry).leading_to(anchor);
        const Column title = title_part();
        const std::string words = plate.shortened(film.work->title.value, look, title.width);
        plate.lines(words, look, title, plate.row(row), cell(parent));
        leader(plate, row, plate.width_of(words, look));
        stars(plate, film.work->rating->value, row, cell(parent));
        const WordLook number = WordLook(Element::contents_folio, Setting::ranged_right).leading_to(anchor);
        plate.lines(std::to_string(beginnings().pieces.at(film.piece) + 1), number, page_part(), plate.row(row), cell(parent));
    }

    void leader(Plate& plate, int row, Length words) {
        const Column title = title_part(), drawn = stars_part();
        const bool leftwards = desk().right_to_left();
        const Length left = leftwards ? drawn.x + drawn.width : title.x + words;
        const Length right = leftwards ? title.x + title.width - words : drawn.x;
        plate.place(PlacedLeader{left, right, plate.row(row)});
    }

    void stars(Plate& plate, const Rating& rating, int row, StructureId parent) {
        const Column column = stars_part();
        if (rating.form == RatingForm::letter) {
            plate.lines(rating.written, Element::contents_entry, column, plate.row(row), parent);
            return;
        }
        const Drawn drawn = drawn_of(rating);
        const Length width = stars_width(drawn.quarters, drawn.stars, star_spec(desk().types(), StarLook::list));
        const Length x = desk().right_to_left() ? column.x + column.width - width : column.x;
        const Length centre = plate.row(row) - desk().spec(Element::contents_entry).size.scaled(star_centre);
        plate.place(PlacedStars{{x, centre}, static_cast<std::uint8_t>(drawn.quarters),
                                static_cast<std::uint8_t>(drawn.stars), StarLook::list});
        plate.unseen(desk().words.spoken_rating(rating), column, plate.row(row), parent);
    }

    std::vector<RatedFilm> films_;
    int step_ = 1; ///< rows from film to film
    Length pages_, stars_;
    Column frame_;
};

} // namespace

OwnFiller ratings_filler(const Desk& desk, const Beginnings& beginnings) {
    return std::make_unique<RatingsFiller>(desk, beginnings);
}

} // namespace halfstar::layout

#include "compose/scale_inference.h"

#include "compose/date_order.h"
#include "unit/compose/pieces.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar;

namespace {

std::vector<std::int32_t> times(std::size_t count, std::vector<std::int32_t> values) {
    std::vector<std::int32_t> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(values[i % values.size()]);
    return all;
}

Piece rated(Rating rating) {
    Piece piece;
    piece.works.emplace_back();
    piece.works.back().rating = Fact<Rating>{std::move(rating), {}};
    return piece;
}

Rating bare(std::int32_t value) {
    return {std::to_string(value / 100), RatingForm::number, value, 0, 500, ScaleSource::inferred};
}

/// Scale lines and codes.
std::string settled(std::vector<Piece>& pieces) {
    RatedFolder folder{"reviews", {}};
    for (Piece& piece : pieces)
        folder.pieces.push_back(&piece);
    Diagnostics diagnostics;
    std::string said;
    for (const FolderScale& scale : settle_scales(folder, diagnostics))
        said += std::to_string(scale.best / 100) + " x" + std::to_string(scale.ratings) + " " + scale.lowest + "-" +
                scale.highest + "; ";
    for (const Diagnostic& one : diagnostics.all())
        said += std::string(code_name(one.code));
    return said;
}

} // namespace

TEST_CASE("the scale is the likeliest that the numbers allow, and doubt is told") {
    struct Row {
        std::vector<std::int32_t> values;
        WrittenAs as;
        std::int32_t best, other;
    };
    for (const Row& row : std::vector<Row>{
             {{400}, WrittenAs::numbers, 500, 1000},
             {{800}, WrittenAs::numbers, 1000, 0},
             {{1500}, WrittenAs::numbers, 2000, 10'000},
             {{8800}, WrittenAs::numbers, 10'000, 0},
             {times(8, {100, 350, 500}), WrittenAs::numbers, 500, 0},
             {times(7, {100, 350, 500}), WrittenAs::numbers, 500, 1000},
             {times(8, {100, 350, 400}), WrittenAs::numbers, 500, 400},
             {times(60, {100, 350, 400}), WrittenAs::numbers, 400, 500},
             {times(30, {100, 200, 300}), WrittenAs::numbers, 300, 500},
             {times(30, {100, 450, 700}), WrittenAs::numbers, 1000, 0},
             {{300}, WrittenAs::stars, 500, 0},
             {{700}, WrittenAs::stars, 1000, 0},
             {times(60, {100, 400}), WrittenAs::stars, 400, 500}}) {
        CAPTURE(row.values.size());
        const ScaleGuess guess = guess_scale(row.values, row.as);
        CHECK(guess.best == row.best);
        CHECK(guess.other == row.other);
    }
}

TEST_CASE("bare ratings of a folder get one scale, in whatever order they come") {
    std::vector<Piece> one = {rated(bare(400)), rated(bare(800))}, other = {rated(bare(800)), rated(bare(400))};
    CHECK(settled(one) == "10 x2 4-8; ");
    CHECK(settled(other) == "10 x2 4-8; ");
    CHECK(one[0].works[0].rating->value.best == 1000);
    CHECK(other[1].works[0].rating->value.best == 1000);
}

TEST_CASE("ratings that name their scale keep it and tell the others") {
    std::vector<Piece> pieces = {rated(bare(400)), rated({"3/5", RatingForm::number, 300, 0, 500}),
                                 rated({"B+", RatingForm::letter, 1000, 100, 1300})};
    CHECK(settled(pieces) == "5 x1 3/5-3/5; 5 x1 4-4; 13 x1 B+-B+; ");
    std::vector<Piece> mixed = {rated(bare(400)), rated({"8/10", RatingForm::number, 800, 0, 1000})};
    CHECK(settled(mixed).find("ambiguous") == std::string::npos);
    CHECK(mixed[0].works[0].rating->value.best == 1000);
    std::vector<Piece> alone = {rated(bare(400))};
    CHECK(settled(alone) == "5 x1 4-4; ambiguous-scale");
}

TEST_CASE("other dates of a folder tell which number is the day") {
    const auto dated = [](int month, int day, NumericOrder order) {
        Piece piece;
        Date date;
        date.year = 2019;
        date.month = month;
        date.day = day;
        date.order = order;
        piece.published = Fact<Date>{date, {}};
        return piece;
    };
    Piece open = dated(4, 3, NumericOrder::either), sure = dated(3, 15, NumericOrder::month_first);
    Diagnostics diagnostics;
    settle_date_order({"reviews", {&open, &sure}}, diagnostics);
    CHECK(open.published->value.month == 3);
    CHECK(open.published->value.day == 4);
    CHECK(diagnostics.empty());
    Piece alone = dated(4, 3, NumericOrder::either);
    settle_date_order({"reviews", {&alone}}, diagnostics);
    CHECK(alone.published->value.day == 3);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::ambiguous_date);
}

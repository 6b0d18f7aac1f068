#include "unit/typeset/sheets/paper_folding.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const Size a4{Length::millimetres(297), Length::millimetres(210)};

constexpr Scheme schemes[] = {Scheme::booklet, Scheme::signatures, Scheme::quarter, Scheme::mini8, Scheme::mini16, Scheme::perfect};

/// What is wrong with what was bound; empty when pages come from the first to the last, upright, and nothing but blanks after them.
std::string fault_in(const Reading& read, std::uint32_t pages) {
    std::uint32_t next = 0;
    for (const PrintedFace& face : read) {
        if (!face.page) continue;
        if (*face.page != next) return "page " + std::to_string(*face.page) + " comes for " + std::to_string(next);
        if (face.turned) return "page " + std::to_string(next) + " stands on its head";
        ++next;
    }
    return next == pages ? "" : "only " + std::to_string(next) + " pages";
}

SheetPlan planned(const Imposition& imposition, std::uint32_t pages, bool right_to_left = false) {
    const Size trim = trim_on(imposition.scheme, *imposition.paper);
    const Result<SheetPlan> plan = plan_sheets(imposition, pages, trim, {}, right_to_left);
    REQUIRE(plan);
    return *plan;
}

void check_bound(const Imposition& imposition, std::uint32_t pages, bool right_to_left) {
    CAPTURE(static_cast<int>(imposition.scheme));
    CAPTURE(static_cast<int>(imposition.flip));
    CAPTURE(imposition.cover_apart);
    CAPTURE(pages);
    CAPTURE(right_to_left);
    const SheetPlan plan = planned(imposition, pages, right_to_left);
    CHECK(fault_in(bound(plan, imposition, trim_on(imposition.scheme, *imposition.paper), right_to_left), pages) == "");
}

} // namespace

TEST_CASE("folded, cut and nested, pages come in order and upright, in every scheme, for every count and flip") {
    for (const Scheme scheme : schemes)
        for (const Flip flip : {Flip::short_edge, Flip::long_edge, Flip::by_hand})
            for (std::uint32_t pages = 1; pages <= 70; ++pages)
                for (const bool right_to_left : {false, true}) {
                    Imposition imposition;
                    imposition.scheme = scheme;
                    imposition.paper = a4;
                    imposition.flip = flip;
                    check_bound(imposition, pages, right_to_left);
                }
}

TEST_CASE("with the cover apart pages come in order too") {
    for (const Scheme scheme : {Scheme::booklet, Scheme::signatures, Scheme::quarter, Scheme::perfect})
        for (std::uint32_t pages = 8; pages <= 70; ++pages) {
            Imposition imposition;
            imposition.scheme = scheme;
            imposition.paper = a4;
            imposition.cover_apart = true;
            imposition.flip = scheme == Scheme::quarter ? Flip::long_edge : Flip::short_edge;
            check_bound(imposition, pages, false);
        }
}

TEST_CASE("a sheet turned about the wrong edge is found") {
    Imposition imposition;
    imposition.paper = a4;
    const SheetPlan plan = planned(imposition, 16);
    imposition.flip = Flip::long_edge; // but it was planned for the short one
    CHECK(fault_in(bound(plan, imposition, trim_on(Scheme::booklet, a4), false), 16) != "");
}

TEST_CASE("signatures of any size") {
    for (const std::uint32_t size : {4u, 8u, 12u, 32u, 128u})
        for (const std::uint32_t pages : {1u, 4u, 20u, 36u, 70u}) {
            Imposition imposition;
            imposition.scheme = Scheme::signatures;
            imposition.signature = size;
            imposition.paper = a4;
            check_bound(imposition, pages, false);
        }
}

TEST_CASE("no scheme wastes a sheet") {
    const auto sheets = [](Scheme scheme, std::uint32_t pages) {
        Imposition imposition;
        imposition.scheme = scheme;
        imposition.paper = a4;
        return planned(imposition, pages).sheets;
    };
    CHECK(sheets(Scheme::booklet, 24) == 6);
    CHECK(sheets(Scheme::signatures, 36) == 9);
    CHECK(sheets(Scheme::quarter, 24) == 3);
    CHECK(sheets(Scheme::quarter, 28) == 4);
    CHECK(sheets(Scheme::mini8, 9) == 2);
    CHECK(sheets(Scheme::mini16, 16) == 1);
    CHECK(sheets(Scheme::perfect, 22) == 6);
}

TEST_CASE("by hand all fronts come first, then the backs from the last") {
    Imposition imposition;
    imposition.paper = a4;
    imposition.flip = Flip::by_hand;
    const SheetPlan plan = planned(imposition, 12);
    REQUIRE(plan.sides.size() == 6);
    CHECK_FALSE(plan.sides[2].back);
    CHECK(plan.sides[3].back);
    CHECK(plan.sides[3].sheet == 2);
    CHECK(plan.sides[5].sheet == 0);
}

TEST_CASE("pages of a booklet meet at the fold and stay on the paper") {
    Imposition imposition;
    imposition.paper = a4;
    const Size a5{Length::millimetres(148), Length::millimetres(210)};
    const Result<SheetPlan> plan = plan_sheets(imposition, 16, a5, {}, false);
    REQUIRE(plan);
    for (const SheetSide& side : plan->sides) {
        REQUIRE(side.pages.size() == 2);
        CHECK(side.pages[0].at.x + a5.width == a4.width / 2);
        CHECK(side.pages[1].at.x == a4.width / 2);
        CHECK(side.pages[0].at.x.units >= 0);
    }
}

TEST_CASE("creep moves inner pages to the fold, and no page's ink beyond it") {
    Imposition imposition;
    imposition.paper = a4;
    imposition.caliper = Length::millimetres(1);
    const Size a5{Length::millimetres(148), Length::millimetres(210)};
    const FoldMargins margins(64, Length::millimetres(8));
    const Result<SheetPlan> plan = plan_sheets(imposition, 64, a5, margins, false);
    REQUIRE(plan);
    const auto shift = [&](const SheetSide& side) { return side.pages[0].at.x + a5.width - a4.width / 2; };
    for (const SheetSide& side : plan->sides) {
        CHECK(shift(side) == std::min(Length::millimetres(1) * side.sheet, Length::millimetres(8)));
        CHECK(side.pages[1].at.x == a4.width / 2 - shift(side));
    }
}

TEST_CASE("what cannot be is an error") {
    Imposition imposition;
    imposition.paper = Size{Length::millimetres(200), Length::millimetres(140)};
    const Size a5{Length::millimetres(148), Length::millimetres(210)};
    CHECK_FALSE(plan_sheets(imposition, 8, a5, {}, false));
    imposition.scheme = Scheme::mini8;
    imposition.paper = a4;
    imposition.cover_apart = true;
    CHECK_FALSE(plan_sheets(imposition, 8, trim_on(Scheme::mini8, a4), {}, false));
}

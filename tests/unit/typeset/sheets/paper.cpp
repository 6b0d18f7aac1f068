#include <halfstar/imposition.h>

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

Size mm(double width, double height) { return {Length::millimetres(width), Length::millimetres(height)}; }

} // namespace

TEST_CASE("schemes by their words") {
    CHECK(scheme_of_words("booklet")->scheme == Scheme::booklet);
    CHECK(scheme_of_words("Mini8")->scheme == Scheme::mini8);
    CHECK(scheme_of_words("signature")->signature == 16);
    CHECK(scheme_of_words("signature:24")->signature == 24);
    for (const char* wrong : {"", "book", "signature:", "signature:6", "signature:0", "signature:16x", "signature:400"}) {
        CAPTURE(wrong);
        CHECK_FALSE(scheme_of_words(wrong));
    }
}

TEST_CASE("papers by their names and by their sides, lying on their long edge") {
    CHECK(*paper_of_words("a4") == mm(297, 210));
    CHECK(*paper_of_words("Tabloid") == Size{Length::points(1224), Length::points(792)});
    CHECK(*paper_of_words("210x297") == mm(297, 210));
    CHECK(*paper_of_words("21x29.7cm") == mm(297, 210));
    CHECK(paper_of_words("8.5x11in")->width.to_points() == doctest::Approx(792));
    for (const char* wrong : {"", "A9", "x", "10x10", "210x", "x297", "nanx300", "210x297ft", "99999x10"}) {
        CAPTURE(wrong);
        CHECK_FALSE(paper_of_words(wrong));
    }
    CHECK(name_of_paper(mm(210, 297)) == "A4");
    CHECK(name_of_paper(mm(148.5, 210)) == "148.5 x 210 mm");
}

TEST_CASE("the trim follows from scheme and sheet") {
    CHECK(trim_on(Scheme::booklet, mm(297, 210)) == Size{Length::millimetres(297) / 2, Length::millimetres(210)});
    CHECK(trim_on(Scheme::quarter, mm(297, 210)) == Size{Length::millimetres(210) / 2, Length::millimetres(297) / 2});
    CHECK(trim_on(Scheme::mini8, mm(210, 297)) == Size{Length::millimetres(297) / 4, Length::millimetres(210) / 2});
    CHECK(trim_on(Scheme::perfect, {Length::points(1224), Length::points(792)}) == Size{Length::points(612), Length::points(792)});
}

TEST_CASE("the paper follows from the trim where none is asked for") {
    CHECK(paper_for(Scheme::booklet, mm(148, 210)) == mm(297, 210));
    CHECK(paper_for(Scheme::booklet, {Length::points(396), Length::points(612)}) == Size{Length::points(792), Length::points(612)});
    CHECK(paper_for(Scheme::quarter, mm(105, 148)) == mm(210, 297));
    const Size square{Length::points(300), Length::points(300)};
    CHECK(paper_for(Scheme::booklet, square) == Size{Length::points(600), Length::points(300)});
}

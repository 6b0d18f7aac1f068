// What is said of an issue's count of pages.
#include "export/page_fit.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("nothing is said where nothing was done") {
    PageFit fit;
    fit.own = fit.tight = fit.pages = 44;
    CHECK(fit_said(fit).empty());
}

TEST_CASE("what was done to an issue's pages is said in a line") {
    PageFit fit;
    fit.own = 43;
    fit.pages = 44;
    fit.fillers = {{Filler::notes, 1}};
    CHECK(fit_said(fit) == "brought from 43 to 44 pages: 1 page of notes");
    fit.own = 46;
    fit.shorter = 1;
    fit.run_on = 3;
    fit.blank = 2;
    CHECK(fit_said(fit) == "brought from 46 to 44 pages: 1 review some lines shorter; 3 reviews begin below another; "
                           "1 page of notes; 2 blank pages");
    CHECK(fit.filled() == 3);
}

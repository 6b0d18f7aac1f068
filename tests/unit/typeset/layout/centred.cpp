// Pages whose axis is the middle of the measure: openers, plates and furniture of the style `book`.
#include "plate_setting.h"
#include "zine_setting.h"

#include <cmath>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const Style& book() { return style_called("book"); }

const PageSpec& book_page() { return *find_page(book(), "zine-a5"); }

LaidOut bind(Edition edition, const PageSpec& page = book_page()) {
    return lay_out_in(book(), page, std::move(edition));
}

double row(double rows) { return (book_page().first_baseline + book_page().grid.scaled(rows)).to_points(); }

/// The middle of the measure on a page, and of the ink-bearing runs on a baseline.
double axis(std::uint32_t page) {
    const PageSpec& spec = book_page();
    const Length left = page % 2 == 0 ? spec.inner : spec.outer;
    return (left + (spec.trim.width - spec.inner - spec.outer) / 2).to_points();
}

double middle_of(const Page& page, double baseline) {
    double left = 10000, right = 0;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run && run->visibility == Visibility::visible && std::abs(run->origin.y.to_points() - baseline) < 0.02 &&
            !run->glyphs.empty()) {
            left = std::min(left, run->origin.x.to_points());
            const Glyph& last = run->glyphs.back();
            right = std::max(right, (run->origin.x + last.x + last.advance).to_points());
        }
    return (left + right) / 2;
}

/// The baseline of the line that has these words, or -1.
double baseline_with(const Page& page, const std::string& words) {
    for (const auto& [y, line] : lines_of(page))
        if (line.find(words) != std::string::npos) return y;
    return -1;
}

std::size_t shapes_on(const Page& page) {
    return static_cast<std::size_t>(std::count_if(page.items.begin(), page.items.end(), [](const Item& item) {
        return std::holds_alternative<Shape>(item.node);
    }));
}

Edition two_sections(int first, int second) {
    Edition edition = edition_of({review("Cleo", first), review("Varda", second, 7)});
    edition.sections = {section("a", "Spring", 0, 1), section("b", "Summer", 1, 2)};
    return edition;
}

} // namespace

TEST_CASE("on the axis title, year, credits and stars stand one below the other") {
    const LaidOut laid = bind(edition_of({review("Cleo", 60)}));
    const Page page = laid.document->page(0);
    CHECK(baseline_with(page, "Cleo") == doctest::Approx(row(2)));
    CHECK(baseline_with(page, "2019") == doctest::Approx(row(3.5)));
    CHECK(baseline_with(page, "Agnes Varda") == doctest::Approx(row(5)));
    CHECK(baseline_with(page, "Ada Quill") == doctest::Approx(row(6)));
    for (const double rows : {2.0, 3.5, 5.0, 6.0})
        CHECK(middle_of(page, row(rows)) == doctest::Approx(axis(0)).epsilon(0.003));
    CHECK(laid.diagnostics.all().empty());
}

TEST_CASE("missing stars are not drawn on a page that outlines none") {
    Edition edition = edition_of({review("Cleo", 60)});
    edition.pieces.front().works.front().rating->value.value = 200;
    const LaidOut laid = bind(edition);
    CHECK(shapes_on(laid.document->page(0)) == 2);
}

TEST_CASE("sections begin on rectos where the style says so") {
    for (const int sentences : {20, 120}) {
        const LaidOut laid = bind(two_sections(sentences, 20));
        CHECK(*page_of(*laid.document, "section-a") % 2 == 0);
        CHECK(*page_of(*laid.document, "section-b") % 2 == 0);
    }
}

TEST_CASE("pieces share a page only where the style lets them") {
    const Edition edition = edition_of({review("Cleo", 4), review("Varda", 4, 7)});
    const LaidOut apart = bind(edition);
    CHECK(*page_of(*apart.document, "piece-Cleo") != *page_of(*apart.document, "piece-Varda"));
    PageSpec page = book_page();
    page.pieces_start = Start::shared_page;
    const LaidOut together = bind(edition, page);
    CHECK(*page_of(*together.document, "piece-Cleo") == *page_of(*together.document, "piece-Varda"));
    page.pieces_start = Start::recto;
    const LaidOut rectos = bind(edition, page);
    CHECK(*page_of(*rectos.document, "piece-Varda") == 2);
}

TEST_CASE("versos are headed by their section and rectos by their film") {
    const LaidOut laid = bind(two_sections(300, 20));
    const double head = row(-2);
    const auto words_at = [&](std::uint32_t index) {
        for (const auto& [y, line] : lines_of(laid.document->page(index)))
            if (std::abs(y - head) < 0.02) return line;
        return std::string();
    };
    CHECK(words_at(0).empty());
    CHECK(words_at(1).empty());
    CHECK(words_at(2) == "Cleo");
    CHECK(words_at(3) == "Spring");
}

TEST_CASE("folios stand at the outer edge of the measure, and as far down as the style has them") {
    const LaidOut laid = bind(edition_of({review("Cleo", 200)}));
    const PageSpec& page = book_page();
    const auto first = runs_of(laid.document->page(0), "1"), second = runs_of(laid.document->page(1), "2");
    REQUIRE(first.size() == 1);
    REQUIRE(second.size() == 1);
    CHECK(second.front().origin.x == page.outer);
    const Glyph& last = first.front().glyphs.back();
    CHECK(first.front().origin.x + last.x + last.advance == page.trim.width - page.outer);
    CHECK(first.front().origin.y.to_points() == doctest::Approx(row(30) + 33.75));
}

TEST_CASE("credits on the axis end a review as a sentence below a short rule") {
    const LaidOut laid = bind(edition_of({credited(review("Cleo", 60))}));
    const Page page = laid.document->page(laid.document->page_count() - 1);
    const double last = baseline_with(page, "Claire");
    CHECK(last > 0);
    CHECK(last <= row(30) + 0.01);
    CHECK(std::any_of(page.items.begin(), page.items.end(), [](const Item& item) {
        const auto* rule = std::get_if<Rule>(&item.node);
        return rule != nullptr && rule->rect.width == book().short_rule_length;
    }));
}

TEST_CASE("every plate on the axis keeps its words on it and within the trim") {
    Edition edition = row_c();
    edition.parts = {IssuePart::cover,   IssuePart::masthead, IssuePart::contents, IssuePart::reviews,
                     IssuePart::numbers, IssuePart::films,    IssuePart::colophon, IssuePart::back};
    const LaidOut laid = bind(edition);
    CHECK(laid.diagnostics.all().empty());
    const Page cover = laid.document->page(0);
    CHECK(middle_of(cover, baseline_with(cover, "ROW C")) ==
          doctest::Approx((book_page().trim.width / 2).to_points()).epsilon(0.01));
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
                CHECK(run->origin.x >= Length::millimetres(11));
                CHECK(run->origin.y < book_page().trim.height - Length::millimetres(11));
            }
    const std::string said = read_aloud(*laid.document);
    for (const char* words : {"Row C", "Contents", "Spring", "Cats", "Adam Driver", "Index of films"})
        CHECK(said.find(words) != std::string::npos);
}

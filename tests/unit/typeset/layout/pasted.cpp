// Display that is pasted up: what covers, charts and epigraphs of the style xerox say and draw, and that strips stay on
// their pages.
#include "plate_setting.h"
#include "zine_setting.h"

#include "design/pictures/drawn.h"
#include "design/pictures/screen.h"
#include "design/style/fitted_page.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::layout;
using namespace halfstar::testing;

namespace {

const Paint white{255, 255, 255, 0}, black{0, 0, 0, 0};

LaidOut plate(const PlateSetter& set, Edition edition = row_c()) {
    return lay_out_plate(std::move(edition), 0, set, "plates-a5", style_called("xerox"));
}
LaidOut cover(Edition edition = row_c()) { return plate(set_cover_plate, std::move(edition)); }
LaidOut numbers(std::size_t part, Edition edition = row_c()) {
    return plate([part](Desk& desk, std::size_t page, StructureId parent) { set_numbers(desk, page, parent, part); },
                 std::move(edition));
}
LaidOut back(Edition edition = row_c()) { return plate(set_back_cover, std::move(edition)); }

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::size_t count_pictures(const Page& page) {
    return static_cast<std::size_t>(std::count_if(page.items.begin(), page.items.end(), [](const Item& item) {
        return std::holds_alternative<PictureItem>(item.node);
    }));
}

std::vector<GlyphRun> turned_runs(const Page& page) {
    std::vector<GlyphRun> runs;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && run->turn != 0) runs.push_back(*run);
    return runs;
}

/// Nothing is drawn beyond the margins by more than a strip's corner.
void check_on_page(const Page& page) {
    const Length edge = Length::millimetres(8) - Length::points(8);
    for (const Item& item : page.items)
        if (const auto* shape = std::get_if<Shape>(&item.node))
            for (const PathStep& step : shape->path)
                if (step.kind == PathStep::Kind::line || step.kind == PathStep::Kind::move) {
                    CHECK(step.points[0].x >= edge);
                    CHECK(step.points[0].x <= page.trim.width - edge);
                    CHECK(step.points[0].y >= edge);
                    CHECK(step.points[0].y <= page.trim.height - edge);
                }
}

/// All ink is black or white.
void check_paints(const Page& page) {
    const auto pure = [](const Paint& paint) { return paint == black || paint == white; };
    for (const Item& item : page.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) CHECK(pure(run->paint));
        if (const auto* shape = std::get_if<Shape>(&item.node)) CHECK((!shape->fill || pure(*shape->fill)));
    }
}

Edition with_poster(std::uint32_t width, std::uint32_t height) {
    Edition edition = row_c();
    Piece& best = edition.pieces[edition.statistics.best.front().piece];
    Picture picture;
    picture.path = "/poster.png";
    picture.width = width;
    picture.height = height;
    best.pictures.push_back(picture);
    best.poster = Image{"poster.png", {}, "A hand on a window", 0};
    return edition;
}

} // namespace

TEST_CASE("a pasted cover says title, number, count, subtitle, films, month and price") {
    const LaidOut laid = cover();
    CHECK(laid.diagnostics.all().empty());
    const std::string read = read_aloud(*laid.document);
    for (const char* said : {"Row C", "Number 4: 61 films", "A year at the pictures, reviewed", "Atlantics / Parasite",
                             "December 2019", "Free"})
        CHECK_MESSAGE(has(read, said), read);
    const Page page = laid.document->page(0);
    CHECK(turned_runs(page).size() >= 2);
    check_on_page(page);
    check_paints(page);
}

TEST_CASE("without a poster the cover's picture is a drawn auditorium in dots") {
    const LaidOut laid = cover();
    CHECK(count_pictures(laid.document->page(0)) == 1);
    REQUIRE(laid.document->screened().size() == 1);
    CHECK(is_drawn(laid.document->screened().front().plain));
}

TEST_CASE("the cover's picture is the poster of the best film, whole in one direction and never stretched") {
    for (const auto& [width, height] : {std::pair(600u, 900u), std::pair(1600u, 400u)}) {
        Edition edition = with_poster(width, height);
        const std::uint32_t best = edition.statistics.best.front().piece;
        const Picture poster = edition.pieces[best].pictures.front();
        const LaidOut laid = cover(std::move(edition));
        REQUIRE(laid.document->screened().size() == 1);
        const ScreenedPicture& screened = laid.document->screened().front();
        CHECK(screened.plain == poster);
        CHECK(screened.size.width.to_points() / screened.size.height.to_points() ==
              doctest::Approx(static_cast<double>(width) / height).epsilon(0.001));
        CHECK(has(laid.document->structure().alternatives.begin()->second, "A hand on a window"));
    }
}

TEST_CASE("a pasted cover takes long titles, and lives without all that an issue may lack") {
    Edition bare;
    bare.title = "The Annual Report of the Society for Looking at Things in the Dark";
    bare.language = "en";
    const LaidOut laid = cover(bare);
    CHECK(laid.diagnostics.all().empty());
    CHECK(has(read_aloud(*laid.document), "Society"));
    CHECK(turned_runs(laid.document->page(0)).empty());
    check_on_page(laid.document->page(0));
    CHECK(back(bare).diagnostics.all().empty());
    CHECK(numbers(0, bare).diagnostics.all().empty());
}

TEST_CASE("the pasted year in numbers counts films, ratings, days and people") {
    const LaidOut first = numbers(0), second = numbers(1);
    CHECK(has(read_aloud(*first.document), "61"));
    CHECK(has(read_aloud(*first.document), "films seen in 2019"));
    CHECK(has(read_aloud(*first.document), "average 3.3"));
    const std::string read = read_aloud(*second.document);
    for (const char* said : {"Every day we went", "Most seen", "Adam Driver", "The best: Atlantics", "The worst: Cats"})
        CHECK_MESSAGE(has(read, said), read);
    CHECK(has(second.document->structure().alternatives.begin()->second, "January: 4"));
    for (const LaidOut* laid : {&first, &second}) {
        check_on_page(laid->document->page(0));
        check_paints(laid->document->page(0));
    }
}

TEST_CASE("counts stand inside bars that have room for them, in the ground's colour") {
    const LaidOut laid = numbers(0);
    const Page page = laid.document->page(0);
    const auto painted = [&](const std::string& words) -> Paint {
        for (const Item& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && run->text == words) return run->paint;
        return {};
    };
    CHECK(painted("14") == black);
    CHECK(painted("1") == white); // of bars as high as one film
}

TEST_CASE("strips beside high bars of low ratings leave them their room") {
    Edition edition = row_c();
    edition.statistics.ratings.front().count = 40;
    const LaidOut laid = numbers(0, std::move(edition));
    const Page page = laid.document->page(0);
    Length strips, bars = page.trim.height;
    for (const GlyphRun& run : turned_runs(page)) strips = std::max(strips, run.origin.y);
    for (const Item& item : page.items)
        if (const auto* shape = std::get_if<Shape>(&item.node); shape != nullptr && shape->fill == white && item.leaf != 0)
            bars = std::min(bars, shape->path.front().points[0].y);
    CHECK(strips < bars);
}

TEST_CASE("a pasted back cover has tickets of the best and the worst film") {
    const LaidOut laid = back();
    CHECK(laid.diagnostics.all().empty());
    const std::string read = read_aloud(*laid.document);
    for (const char* said : {"This is a film.", "Atlantics", "This is another.", "Cats", "Now start a zine.", "Row C"})
        CHECK_MESSAGE(has(read, said), read);
    check_on_page(laid.document->page(0));
}

TEST_CASE("an epigraph is read as it was written and stands on strips of one slant") {
    Piece piece = review("Quoted", 30);
    piece.epigraph = Epigraph{words("I must declare an interest, and it is a long one, in everything that is set on paper "
                                    "and cut out with scissors, so that it takes two lines."),
                              words("Ada Quill"), 1, {}};
    const Style& style = style_called("xerox");
    const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"), edition_of({std::move(piece)}));
    CHECK(has(read_aloud(*laid.document), "cut out with scissors, so that it takes two lines."));
    const std::vector<GlyphRun> runs = turned_runs(laid.document->page(0));
    REQUIRE(runs.size() >= 3);
    for (const GlyphRun& run : runs) CHECK(run.turn == runs.front().turn);
}

TEST_CASE("what comes overleaf is announced on an empty foot, as an artifact") {
    Edition edition = edition_of({review("Short", 4), review("Long", 400)});
    edition.sections = {section("a", "Spring", 0, 1), section("b", "Summer", 1, 2)};
    const Style& style = style_called("xerox");
    const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"), std::move(edition));
    const auto artifacts = [&](std::uint32_t page) {
        std::string said;
        for (const Item& item : laid.document->page(page).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && item.leaf == 0 && run->turn != 0)
                said += run->text;
        return said;
    };
    CHECK(artifacts(1) == "Summer");
    CHECK(artifacts(laid.document->page_count() - 1).empty());
}

TEST_CASE("what comes overleaf is pasted below a review's credits") {
    Style style = style_called("xerox");
    const std::string design = zine_page_of(style, {Length::millimetres(74), Length::millimetres(105)});
    std::size_t announced = 0;
    for (int sentences = 4; sentences < 40; sentences += 4) {
        const LaidOut laid = lay_out_in(style, *find_page(style, design),
                                        edition_of({credited(review("Short", sentences)), review("Long", 400)}));
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const auto strips = turned_runs(laid.document->page(i));
            const auto credits = runs_of(laid.document->page(i), "Claire Mathon");
            if (strips.empty() || credits.empty()) continue;
            ++announced;
            for (const GlyphRun& strip : strips) CHECK(strip.origin.y > credits.front().origin.y);
        }
    }
    CHECK(announced > 0);
}

TEST_CASE("what comes overleaf leaves what is read free, with the whole height of its strips") {
    const Style& style = style_called("xerox");
    std::size_t announced = 0;
    for (int sentences = 20; sentences < 70; ++sentences) {
        const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"),
                                        edition_of({credited(review("Short", sentences)), review("Long", 400)}));
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const Page page = laid.document->page(i);
            const std::vector<GlyphRun> strips = turned_runs(page);
            Length lowest{};
            for (const Item& item : page.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && item.leaf != 0)
                    lowest = std::max(lowest, run->origin.y);
            if (strips.empty()) continue;
            ++announced;
            CHECK_MESSAGE(strips.front().origin.y - strips.front().size > lowest, sentences);
        }
    }
    CHECK(announced > 4);
}

TEST_CASE("the drawn auditorium is the same every time, and has a bright screen and dark heads") {
    const Picture picture = drawn_auditorium({Length::points(300), Length::points(300)});
    const Pixels pixels = drawn_pixels(picture);
    CHECK(pixels.samples == drawn_pixels(picture).samples);
    REQUIRE(pixels.samples.size() == std::size_t{picture.width} * picture.height);
    const auto at = [&](double x, double y) {
        return pixels.samples[static_cast<std::size_t>(y * picture.height) * picture.width +
                              static_cast<std::size_t>(x * picture.width)];
    };
    CHECK(at(0.5, 0.3) == 255);
    CHECK(at(0.52, 0.68) == 0);
    const Pixels dots = screen_pixels(pixels, Length::points(4.6), {Length::points(300), Length::points(300)});
    CHECK(std::all_of(dots.samples.begin(), dots.samples.end(), [](auto one) { return one == 0 || one == 255; }));
}

TEST_CASE("numbers stand before the entries of the contents and ratings behind them, letters too") {
    Edition edition = edition_of({review("Rated", 4), review("Graded", 4)}, {IssuePart::contents, IssuePart::reviews});
    edition.pieces[1].works.front().rating = {Rating{"B+", RatingForm::letter, 800, 0, 1000}, {}};
    const Style& style = style_called("xerox");
    const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"), std::move(edition));
    CHECK(laid.diagnostics.all().empty());
    Length number, title, grade;
    for (const Item& item : laid.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
            if (run->text == "2" || run->text == "3") number = run->origin.x;
            if (run->text.rfind("Graded", 0) == 0) title = run->origin.x;
            if (run->text == "B+") grade = run->origin.x;
        }
    CHECK(number < title);
    CHECK(title - number == style.leaders.numbers_before);
    CHECK(title < grade);
}

TEST_CASE("a subtitle too long for one strip takes two") {
    Edition edition = row_c();
    edition.subtitle = "Everything that we saw and most of what we slept through in one long winter";
    const LaidOut laid = cover(std::move(edition));
    const std::vector<GlyphRun> runs = turned_runs(laid.document->page(0));
    std::vector<Length> baselines;
    for (const GlyphRun& run : runs)
        if (has(run.text, "Everything") || has(run.text, "winter")) baselines.push_back(run.origin.y);
    REQUIRE(baselines.size() == 2);
    CHECK(baselines[1] - baselines[0] > Length::points(15));
}

// What the style xerox asks of layout: heads in blocks, boxes, strips, screened pictures, pieces that run on.
#include "zine_setting.h"

#include "typeset/items.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

const Style& xerox() { return style_called("xerox"); }

LaidOut lay_out_xerox(Edition edition) {
    return lay_out_in(xerox(), *find_page(xerox(), "zine-a5"), std::move(edition));
}

const PageSpec& page_design() { return *find_page(xerox(), "zine-a5"); }

bool is_white(const Paint& paint) { return paint.red == 255 && paint.green == 255 && paint.blue == 255; }
bool is_black(const Paint& paint) { return paint.red == 0 && paint.green == 0 && paint.blue == 0; }

bool holds(const Rect& rect, Point point) {
    return point.x >= rect.x && point.x <= rect.right() && point.y >= rect.y && point.y <= rect.bottom();
}

/// A point within a strip: shapes are convex here, walked clockwise as they are seen.
bool holds(const Path& path, Point point) {
    for (std::size_t i = 0; i + 2 < path.size(); ++i) {
        const Point a = path[i].points[0], b = path[i + 1].points[0];
        const double across = (b.x - a.x).to_points() * (point.y - a.y).to_points() -
                              (b.y - a.y).to_points() * (point.x - a.x).to_points();
        if (across < 0) return false;
    }
    return true;
}

/// Whether something black that was painted before lies under a point and nothing white over it.
bool on_black(const std::vector<Item>& before, Point point) {
    bool black = false;
    for (const Item& item : before) {
        if (const auto* rule = std::get_if<Rule>(&item.node); rule && holds(rule->rect, point))
            black = is_black(rule->paint);
        if (const auto* shape = std::get_if<Shape>(&item.node); shape && shape->fill && holds(shape->path, point))
            black = is_black(*shape->fill);
    }
    return black;
}

/// White words stand on black, black ones on paper, on every page.
void check_contrast(const PagedDocument& document) {
    for (std::uint32_t i = 0; i < document.page_count(); ++i) {
        CAPTURE(i);
        const std::vector<Item> items = document.page(i).items;
        for (std::size_t at = 0; at < items.size(); ++at) {
            const auto* run = std::get_if<GlyphRun>(&items[at].node);
            if (run == nullptr || run->visibility == Visibility::invisible) continue;
            CAPTURE(run->text);
            CHECK((is_white(run->paint) || is_black(run->paint)));
            const std::vector<Item> before(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(at));
            const Item middle = swung(Item{Anchor{{}, {run->origin.x + run->size / 8, run->origin.y - run->size / 4}}, 0},
                                      run->origin, run->turn);
            CHECK(on_black(before, std::get<Anchor>(middle.node).at) == is_white(run->paint));
        }
    }
}

Edition issue() {
    Edition edition = edition_of({credited(review("Cleo from Five to Seven", 90)), credited(review("Us", 60, 7)),
                                  review("1917", 30, 3)},
                                 {IssuePart::cover, IssuePart::masthead, IssuePart::contents, IssuePart::reviews,
                                  IssuePart::colophon, IssuePart::back});
    edition.sections = {section("spring", "Spring", 0, 3)};
    return edition;
}

} // namespace

TEST_CASE("xerox: white words stand on black and black ones on paper, on every page") {
    const LaidOut laid = lay_out_xerox(issue());
    check_contrast(*laid.document);
}

TEST_CASE("xerox: nothing is painted in the outer eight millimetres") {
    const LaidOut laid = lay_out_xerox(issue());
    const Length margin = Length::millimetres(8) - Length::points(0.5);
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
        const Page page = laid.document->page(i);
        CAPTURE(i);
        for (const Item& item : page.items) {
            const auto* rule = std::get_if<Rule>(&item.node);
            if (rule == nullptr) continue;
            CHECK(rule->rect.x >= margin);
            CHECK(rule->rect.y >= margin);
            CHECK(rule->rect.right() <= page.trim.width - margin);
            CHECK(rule->rect.bottom() <= page.trim.height - margin);
        }
    }
}

TEST_CASE("xerox: a title is as wide as its block, or as high") {
    for (const char* title : {"Cleo from Five to Seven", "1917", "Us", "Once Upon a Time in Hollywood"}) {
        CAPTURE(title);
        const LaidOut laid = lay_out_xerox(edition_of({review(title, 20)}));
        const PageSpec& page = page_design();
        Length left = page.trim.width, top = page.trim.height, size{};
        for (const Item& item : laid.document->page(0).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->size > Length::points(24)) {
                left = std::min(left, run->origin.x);
                top = std::min(top, run->origin.y);
                size = std::max(size, run->size);
            }
        CHECK(size >= Length::points(40));
        CHECK(left >= page.inner);
        CHECK(left <= page.inner + page.opener.block.inset * 2);
        CHECK(top - size.scaled(0.7) >= Length::millimetres(8));
    }
}

TEST_CASE("xerox: the bar says year, director and stars") {
    const LaidOut laid = lay_out_xerox(edition_of({review("Cleo", 20)}));
    const auto facts = runs_of(laid.document->page(0), "2019 / Agnes Varda");
    std::string said;
    for (const Item& item : laid.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->size == Length::points(14)) said += run->text;
    CHECK(said == "2019 / Agnes Varda");
    CHECK(read_aloud(*laid.document).find("4.5 out of 5") != std::string::npos);
}

TEST_CASE("xerox: the folio stands in a box in the lower outer corner, and the film beside it") {
    const LaidOut laid = lay_out_xerox(edition_of({review("Cleo", 200)}));
    REQUIRE(laid.document->page_count() >= 2);
    const PageSpec& page = page_design();
    for (std::uint32_t i = 0; i < 2; ++i) {
        const Length left = i == 0 ? page.trim.width - page.outer - page.folio.width : page.outer;
        const Rect box{left, page.trim.height - page.outer - page.folio.height, page.folio.width, page.folio.height};
        const auto folio = runs_of(laid.document->page(i), std::to_string(i + 1));
        REQUIRE(!folio.empty());
        CHECK(holds(box, folio.back().origin));
        bool beside = false;
        for (const GlyphRun& run : runs_of(laid.document->page(i), "Cleo"))
            beside = beside || (run.origin.y == folio.back().origin.y && !holds(box, run.origin));
        CHECK(beside);
    }
}

TEST_CASE("xerox: a long piece begins below the one before it") {
    const LaidOut laid = lay_out_xerox(edition_of({review("Cleo", 6), review("Vagabond", 200, 5)}));
    CHECK(page_of(*laid.document, "piece-Cleo") == page_of(*laid.document, "piece-Vagabond"));
    CHECK(laid.document->page_count() > 1);
    const std::string aloud = read_aloud(*laid.document);
    CHECK(aloud.find("Cleo") < aloud.find("Vagabond"));
}

TEST_CASE("xerox: the name of a section reads upwards, and its films stand on strips") {
    const LaidOut laid = lay_out_xerox(issue());
    const auto opener = page_of(*laid.document, "section-spring");
    REQUIRE(opener);
    const Page page = laid.document->page(*opener);
    const auto names = runs_of(page, "Spring");
    REQUIRE(names.size() == 1);
    CHECK(names[0].turn == 90000);
    CHECK(names[0].size > Length::points(150));
    const auto films = runs_of(page, "Us");
    REQUIRE(films.size() == 1);
    CHECK(films[0].turn != 0);
    CHECK(std::abs(films[0].turn) <= 2200);
    CHECK(is_black(films[0].paint));
}

TEST_CASE("pictures are screened where the style says so") {
    Piece piece = review("Cleo", 20);
    Picture still;
    still.path = "still.png";
    still.width = 600;
    still.height = 300;
    piece.pictures = {still};
    Image poster;
    poster.picture = 0;
    poster.alternative = "Cleo";
    piece.poster = poster;
    const LaidOut laid = lay_out_xerox(edition_of({piece}));
    REQUIRE(laid.document->screened().size() == 1);
    const ScreenedPicture& screened = laid.document->screened().front();
    CHECK(screened.plain == still);
    CHECK(screened.pitch == xerox().screen);
    std::vector<PictureItem> items;
    for (const Item& item : laid.document->page(0).items)
        if (const auto* picture = std::get_if<PictureItem>(&item.node)) items.push_back(*picture);
    REQUIRE(items.size() == 1);
    CHECK(laid.document->pictures()[items[0].picture] == screened.picture);
    CHECK(items[0].rect.width == screened.size.width);
    CHECK(lay_out_issue(edition_of({piece})).document->screened().empty());
}

TEST_CASE("what is swung turns anticlockwise about its centre") {
    const Point centre{Length::points(10), Length::points(10)};
    const auto swing = [&](Point at, std::int32_t turn) {
        return std::get<Anchor>(swung(Item{Anchor{{}, at}, 0}, centre, turn).node).at;
    };
    const Point right{Length::points(30), Length::points(10)};
    CHECK(swing(right, 90000) == Point{Length::points(10), Length::points(-10)});
    CHECK(swing(right, 0) == right);
    Item link = swung(Item{LinkArea{{Length::points(10), Length::points(6), Length::points(20), Length::points(4)}, {}, {}, {}}, 0}, centre, 90000);
    const Rect area = std::get<LinkArea>(link.node).rect;
    CHECK(area.width == Length::points(4));
    CHECK(area.height == Length::points(20));
}

// What leads through a zine: its contents and its indexes.
#include "zine_setting.h"

#include "typeset/dump.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

IndexEntry entry(std::string words, std::vector<IndexReference> references) {
    IndexEntry entry;
    entry.initial = words.substr(0, 1);
    entry.name = words;
    entry.words = std::move(words);
    entry.references = std::move(references);
    return entry;
}

Edition many(std::size_t count, std::vector<IssuePart> parts) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < count; ++i)
        pieces.push_back(review("Film " + std::to_string(i), 60, static_cast<int>(i)));
    return edition_of(std::move(pieces), std::move(parts));
}

/// The numbers that stand over or behind links to an anchor, over all pages.
std::vector<std::string> numbers_to(const PagedDocument& document, const std::string& anchor) {
    std::vector<std::string> numbers;
    for (std::uint32_t i = 0; i < document.page_count(); ++i) {
        const Page page = document.page(i);
        for (const LinkArea& link : links_of(page)) {
            if (link.anchor != anchor) continue;
            for (const Item& item : page.items) {
                const auto* run = std::get_if<GlyphRun>(&item.node);
                if (run == nullptr || run->text.find_first_not_of("0123456789") != std::string::npos) continue;
                const bool inside = run->origin.x >= link.rect.x && run->origin.x <= link.rect.right() &&
                                    run->origin.y > link.rect.y && run->origin.y < link.rect.bottom();
                if (inside) numbers.push_back(run->text);
            }
        }
    }
    return numbers;
}

} // namespace

TEST_CASE("the contents say on which page each piece begins, over as many pages as it takes") {
    Edition edition = many(60, {IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::numbers});
    edition.sections = {section("spring", "Spring", 0, 20), section("summer", "Summer", 20, 60)};
    const LaidOut laid = lay_out_issue(edition);
    CHECK(*page_of(*laid.document, "part-reviews") - *page_of(*laid.document, "part-contents") >= 2);
    for (const int i : {0, 19, 20, 41, 59}) {
        const std::string anchor = "piece-Film-" + std::to_string(i);
        CAPTURE(anchor);
        const auto page = page_of(*laid.document, anchor);
        REQUIRE(page);
        CHECK(numbers_to(*laid.document, anchor) == std::vector<std::string>{std::to_string(*page + 1)});
    }
    const auto numbers = page_of(*laid.document, "part-numbers");
    REQUIRE(numbers);
    CHECK(numbers_to(*laid.document, "part-numbers") == std::vector<std::string>{std::to_string(*numbers + 1)});
}

TEST_CASE("a row of the contents is a title, its maker, dots and a number, its stars in the side column") {
    const LaidOut laid = lay_out_issue(many(3, {IssuePart::contents, IssuePart::reviews}));
    const Page page = laid.document->page(0);
    const auto title = runs_of(page, "Film 1");
    REQUIRE(title.size() == 1);
    CHECK(row_of(title.front().origin.y) == 6);
    const auto maker = runs_of(page, "Agnes Varda");
    REQUIRE(maker.size() == 3);
    CHECK(maker.front().face != title.front().face);
    const std::int64_t pitch = programme().leaders.pitch.units;
    std::size_t leaders = 0, stars = 0;
    for (const Item& item : page.items) {
        const auto* shape = std::get_if<Shape>(&item.node);
        if (shape == nullptr) continue;
        CHECK(item.leaf == 0);
        const Length x = shape->path.front().points[0].x;
        if (x > zine_page().inner + Length::points(244)) {
            ++stars;
            continue;
        }
        ++leaders;
        CHECK(x.units % pitch == 0); // the first dot's topmost point stands over its centre
    }
    CHECK(leaders == 3);
    CHECK(stars >= 15);
}

TEST_CASE("an entry too long for its row goes on below, its number on its last line") {
    Edition edition = many(2, {IssuePart::contents, IssuePart::reviews});
    edition.pieces[0].title.value = "The Assassination of Jesse James by the Coward Robert Ford";
    const LaidOut laid = lay_out_issue(edition);
    const Page page = laid.document->page(0);
    const auto next = runs_of(page, "Film 1");
    REQUIRE(next.size() == 1);
    CHECK(row_of(next.front().origin.y) == 7);
    const auto number = runs_of(page, "2");
    REQUIRE(!number.empty());
    CHECK(row_of(number.front().origin.y) == 6);
}

TEST_CASE("a section's head stands in colour, a row free before it, and keeps an entry") {
    Edition edition = many(40, {IssuePart::contents, IssuePart::reviews});
    edition.sections = {section("a", "Spring", 0, 29), section("b", "Summer", 29, 40)};
    const LaidOut laid = lay_out_issue(edition);
    const Page first = laid.document->page(0), second = laid.document->page(1);
    const auto spring = runs_of(first, "Spring");
    REQUIRE(spring.size() == 1);
    CHECK(spring.front().paint.spot == 1);
    CHECK(runs_of(first, "Summer").empty());
    const auto summer = runs_of(second, "Summer");
    REQUIRE(summer.size() == 1);
    CHECK(row_of(summer.front().origin.y) <= 2);
}

TEST_CASE("the contents are items of a list in the structure, entries below their section") {
    Edition edition = many(2, {IssuePart::contents, IssuePart::reviews});
    edition.sections = {section("a", "Spring", 0, 2)};
    const LaidOut laid = lay_out_issue(edition);
    const auto& nodes = laid.document->structure().nodes;
    std::vector<std::string> items;
    for (StructureId i = 0; i < nodes.size(); ++i)
        if (nodes[i].role == StructureRole::contents_item) items.push_back(read_aloud(*laid.document, i));
    REQUIRE(items.size() == 3);
    CHECK(items[0].find("Spring") == 0);
    CHECK(items[0].find("Film 1") != std::string::npos);
    CHECK(items[1].find("Film 0") == 0);
    CHECK(items[1].find("Agnes Varda") != std::string::npos);
    CHECK(items[1].find("3") != std::string::npos);
}

TEST_CASE("an index leads to the pages where reviews begin, each page once, each a link") {
    Edition edition = many(4, {IssuePart::cover, IssuePart::reviews, IssuePart::people});
    edition.people = {
        entry("Varda, Agnes", {{{0, 0}, {Role::director}}, {{2, 0}, {Role::director}}, {{2, 1}, {Role::director}}})};
    const LaidOut laid = lay_out_issue(edition);
    const std::string first = std::to_string(*page_of(*laid.document, "piece-Film-0") + 1);
    const std::string third = std::to_string(*page_of(*laid.document, "piece-Film-2") + 1);
    CHECK(numbers_to(*laid.document, "piece-Film-0") == std::vector<std::string>{first});
    CHECK(numbers_to(*laid.document, "piece-Film-2") == std::vector<std::string>{third});
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Varda, Agnes  " + first + ", " + third) != std::string::npos);
    CHECK(read.find("directed") == std::string::npos);
}

TEST_CASE("a person of several roles has a sub-entry for each, whose pages are links") {
    Edition edition = many(2, {IssuePart::reviews, IssuePart::people});
    edition.people = {entry("Gerwig, Greta", {{{0, 0}, {Role::director, Role::writer}}, {{1, 0}, {Role::cast}}})};
    const std::string read = read_aloud(*lay_out_issue(edition).document);
    std::size_t at = read.find("Gerwig, Greta");
    for (const char* line : {"directed  1", "written  1", "with  3"}) {
        CAPTURE(line);
        at = read.find(line, at);
        CHECK(at != std::string::npos);
    }
    CHECK(read.find("Gerwig, Greta  ") == std::string::npos);
}

TEST_CASE("sub-entries are indented, and none opens a column without its person") {
    Edition edition = many(2, {IssuePart::reviews, IssuePart::people});
    for (int i = 0; i < 60; ++i)
        edition.people.push_back(
            entry("Person " + std::to_string(100 + i), {{{0, 0}, {Role::director}}, {{1, 0}, {Role::writer}}}));
    const LaidOut laid = lay_out_issue(edition);
    for (std::uint32_t i = *page_of(*laid.document, "part-people"); i < laid.document->page_count(); ++i) {
        std::map<int, std::map<Length, std::string>> rows; // of a row, what begins at each place
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0)
                rows[row_of(run->origin.y)][run->origin.x] += run->text;
        std::map<bool, std::map<Length, int>> edges; // of sub-entries and of people
        for (const auto& [row, runs] : rows)
            for (const auto& [x, words] : runs)
                if (words.starts_with("Person") || words.starts_with("directed") || words.starts_with("written"))
                    ++edges[words.starts_with("Person")][x];
        if (edges.empty()) continue;
        REQUIRE(edges[true].size() == edges[false].size());
        for (auto person = edges[true].begin(), role = edges[false].begin(); person != edges[true].end(); ++person, ++role)
            CHECK(role->first == person->first + zine_page().grid);
        CHECK(rows.begin()->second.begin()->second.find("written") == std::string::npos);
    }
}

TEST_CASE("roles that lead to the same pages need no sub-entries") {
    Edition edition = many(2, {IssuePart::reviews, IssuePart::people});
    edition.people = {entry("Gerwig, Greta", {{{0, 0}, {Role::director, Role::writer}}, {{1, 0}, {Role::writer, Role::director}}})};
    const std::string read = read_aloud(*lay_out_issue(edition).document);
    CHECK(read.find("Gerwig, Greta  1, 3") != std::string::npos);
    CHECK(read.find("directed") == std::string::npos);
}

TEST_CASE("an index stands in two columns, alike in height, and no initial is the last of one") {
    Edition edition = many(1, {IssuePart::reviews, IssuePart::films});
    for (int i = 0; i < 130; ++i)
        edition.films.push_back(
            entry(std::string(1, static_cast<char>('A' + i / 6)) + "film " + std::to_string(i), {{{0, 0}, {}}}));
    const LaidOut laid = lay_out_issue(edition);
    const std::uint32_t begin = *page_of(*laid.document, "part-films");
    for (std::uint32_t i = begin; i < laid.document->page_count(); ++i) {
        std::map<Length, std::map<int, Length>> columns; // left edge to rows to size
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node);
                run && item.leaf != 0 && run->size < Length::points(12) && run->text.find_first_of("0123456789") != 0)
                columns[run->origin.x][row_of(run->origin.y)] = run->size;
        std::vector<int> feet;
        for (const auto& [x, rows] : columns)
            if (rows.size() > 3) {
                feet.push_back(rows.rbegin()->first);
                CHECK(rows.rbegin()->second == Length::points(8.5));
                CHECK(rows.rbegin()->first <= 36);
            }
        REQUIRE(feet.size() == 2);
        CHECK(std::abs(feet[0] - feet[1]) <= 3);
    }
}

TEST_CASE("a short index has the next one below it on its page") {
    Edition edition = many(1, {IssuePart::reviews, IssuePart::films, IssuePart::people});
    edition.films = {entry("Film 0", {{{0, 0}, {}}})};
    edition.people = {entry("Varda, Agnes", {{{0, 0}, {Role::director}}})};
    const LaidOut laid = lay_out_issue(edition);
    CHECK(page_of(*laid.document, "part-films") == page_of(*laid.document, "part-people"));
}

TEST_CASE("an index that stands before the reviews knows their pages as well") {
    Edition edition = many(150, {IssuePart::films, IssuePart::reviews});
    for (std::uint32_t i = 0; i < 150; ++i)
        edition.films.push_back(entry("Film " + std::to_string(i), {{{i, 0}, {}}, {{149 - i, 0}, {}}}));
    const LaidOut laid = lay_out_issue(edition);
    for (const char* anchor : {"piece-Film-0", "piece-Film-77", "piece-Film-149"}) {
        CAPTURE(anchor);
        const std::string number = std::to_string(*page_of(*laid.document, anchor) + 1);
        CHECK(numbers_to(*laid.document, anchor) == std::vector<std::string>{number, number});
    }
}

#include "export/written_index.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("a table of what was written has a line of names and a line a file") {
    WrittenRow row;
    row.file = "a.pdf";
    row.title = "Plain";
    row.pages = 2;
    row.source = "a.md";
    CHECK(written_index({row}) == "file,title,films,year,directors,rating,authors,published,seen,language,pages,source\r\n"
                                  "a.pdf,Plain,,,,,,,,,2,a.md\r\n");
}

TEST_CASE("fields with commas, quotes and line ends stand in quotes") {
    WrittenRow row;
    row.title = "Say \"when\"";
    row.films = "One, two";
    row.authors = "A\nB";
    const std::string table = written_index({row});
    CHECK(table.find(",\"Say \"\"when\"\"\",\"One, two\",") != std::string::npos);
    CHECK(table.find("\"A\nB\"") != std::string::npos);
}

TEST_CASE("what a spreadsheet would take for a formula is words") {
    WrittenRow row;
    row.title = "=HYPERLINK(\"https://example.org\",\"a\")";
    row.films = "@SUM(A1)";
    row.authors = "A = B";
    const std::string table = written_index({row});
    CHECK(table.find(",\"'=HYPERLINK(\"\"https://example.org\"\",\"\"a\"\")\",'@SUM(A1),") != std::string::npos);
    CHECK(table.find(",A = B,") != std::string::npos);
}

TEST_CASE("of several films each fact is a list") {
    Edition edition;
    Piece piece;
    piece.title.value = "Twice";
    for (const char* title : {"First", "Second"}) {
        Work work;
        work.title.value = title;
        work.year = 1960;
        work.credits = {{Role::director, "", "Agnès Varda", "", {}}};
        piece.works.push_back(std::move(work));
    }
    piece.seen = Fact<Date>{Date{2019, 3, 0, "", "", ""}, {}};
    edition.pieces.push_back(std::move(piece));
    const WrittenRow row = row_of(edition);
    CHECK(row.films == "First; Second");
    CHECK(row.year == "1960; 1960");
    CHECK(row.directors == "Agnès Varda; Agnès Varda");
    CHECK(row.seen == "2019-03");
    CHECK(row.published.empty());
}

#include "backends/epub/page_list.h"

#include "backends/epub/epub.h"

#include "../collections.h"
#include "document/tree.h"
#include "zip_listing.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

/// A collection and the print edition that its book lists.
struct Printed {
    fake::Desk desk = fake::collection_desk();
    PrintEdition print{"urn:uuid:6a1d7c1e-3b8f-8d2a-9c51-0f4e2b7a9d64", {}};

    Printed() {
        for (Piece& piece : desk.edition.pieces) number_nodes(piece);
        number_nodes(*desk.edition.letter);
    }
    void begins_with(std::string label, std::string anchor, std::optional<Place> place = {}) {
        print.pages.push_back({std::move(label), std::move(anchor), place, PieceFlow::text});
    }
    void goes_on(std::string label, std::uint32_t piece, NodeOrdinal node, std::uint32_t offset, PieceFlow flow = PieceFlow::text) {
        print.pages.push_back({std::move(label), "", Place{piece, node, offset}, flow});
    }
    Job job() const {
        Job job = desk.job();
        job.print = &print;
        return job;
    }
    Parts parts() {
        MemorySink sink;
        Diagnostics diagnostics;
        REQUIRE(epub::write(job(), sink, diagnostics));
        Parts parts;
        for (const fake::ZipEntry& entry : fake::list_zip(sink.files[""])) parts[entry.path] = entry.text;
        return parts;
    }
    std::string listed() const {
        std::string text;
        const epub::PageList list(job());
        for (const epub::ListedPage& page : list.pages()) text += page.label + " " + page.href + "\n";
        return text;
    }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string mark(const std::string& label) {
    return "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"page-" + label + "\" aria-label=\"" + label + "\"></span>";
}

/// The ordinal of a piece's block.
NodeOrdinal node(const Piece& piece, std::size_t block) { return piece.body[block].ordinal; }

} // namespace

TEST_CASE("a page begins in the middle of a paragraph at its code point") {
    Printed printed;
    printed.goes_on("12", 0, node(printed.desk.edition.pieces[0], 0), 4);
    const Parts parts = printed.parts();
    CHECK(has(parts.at("EPUB/piece-stalker.xhtml"), "<p class=\"opening\">The " + mark("12") + "Zone breathes."));
    CHECK(has(parts.at("EPUB/nav.xhtml"), "<a href=\"piece-stalker.xhtml#page-12\">12</a>"));
    CHECK(has(parts.at("EPUB/toc.ncx"), "<pageTarget type=\"normal\" value=\"12\" id=\"target-12\""));
    CHECK(has(parts.at("EPUB/package.opf"), "refines=\"#print-edition\" property=\"source-of\">pagination<"));
    CHECK(has(parts.at("EPUB/package.opf"), ">printPageNumbers<"));
    CHECK_FALSE(has(parts.at("EPUB/package.opf"), "pageBreakSource"));
}

TEST_CASE("without a print edition a book says nothing of pages") {
    Printed printed;
    const Parts parts = printed.parts();
    for (const char* word : {"page-list", "pagebreak", "printPageNumbers", "pagination"})
        for (const auto& [path, text] : parts) CHECK_FALSE_MESSAGE(has(text, word), path);
}

TEST_CASE("pages begin within every kind of words, each mark once") {
    Printed printed;
    Piece& piece = printed.desk.edition.pieces[1];
    piece.body = fake::everything(std::nullopt);
    piece.notes = fake::two_notes();
    number_nodes(piece);
    int label = 0;
    const auto page = [&](NodeOrdinal ordinal, std::uint32_t offset) { printed.goes_on(std::to_string(++label), 1, ordinal, offset); };
    page(node(piece, 0), 0);
    page(node(piece, 0), 9);  // behind "A very lo"
    page(node(piece, 0), 17); // in code
    page(node(piece, 1), 5);
    page(node(piece, 4), 11); // in lines of code
    page(std::get<Table>(piece.body[6].node).rows[0][1].ordinal, 0);
    page(std::get<Figure>(piece.body[7].node).caption_ordinal, 5);
    page(std::get<Definitions>(piece.body[8].node).items[0].term_ordinal, 0);
    const Parts parts = printed.parts();
    const std::string& text = parts.at("EPUB/piece-mirror.xhtml");
    CHECK(has(text, "<p class=\"opening\">" + mark("1") + "A "));
    CHECK(has(text, " lo" + mark("2") + "ng "));
    CHECK(has(text, "<code>take" + mark("3") + " &lt;1&gt;</code>"));
    CHECK(has(text, ">What " + mark("4") + "they take</h"));
    CHECK(has(text, "if (a &lt; b)\n" + mark("5") + "    stop"));
    CHECK(has(text, "<td class=\"right\">" + mark("6") + "1975</td>"));
    CHECK(has(text, "<figcaption>Seen " + mark("7") + "from"));
    CHECK(has(text, "<dt>" + mark("8") + "Zone</dt>"));
    const std::vector<std::string> broken = fake::broken_links(parts);
    CHECK_MESSAGE(broken.empty(), (broken.empty() ? std::string() : broken.front()));
}

TEST_CASE("what begins with a page is marked before its title") {
    Printed printed;
    printed.begins_with("2", "part-masthead");
    printed.begins_with("3", "part-contents");
    printed.begins_with("4", "piece-letter", Place{printed.desk.edition.letter_index(), 1, 0});
    printed.begins_with("5", "section-spring");
    printed.begins_with("6", "piece-stalker", Place{0, 1, 0});
    printed.begins_with("9", "part-numbers");
    printed.begins_with("10", "part-back");
    CHECK(printed.listed() == "2 title.xhtml#page-2\n3 nav.xhtml#page-3\n4 letter.xhtml#page-4\n5 section-spring.xhtml#page-5\n"
                              "6 piece-stalker.xhtml#page-6\n9 numbers.xhtml#page-9\n");
    const Parts parts = printed.parts();
    CHECK(has(parts.at("EPUB/piece-stalker.xhtml"), mark("6") + "\n<section class=\"piece\""));
    CHECK(has(parts.at("EPUB/nav.xhtml"), "id=\"page-3\""));
}

TEST_CASE("pages of text are kept in their order, and what stands elsewhere in a book is left out") {
    Printed printed;
    printed.desk.edition.parts = {IssuePart::colophon, IssuePart::letter, IssuePart::contents, IssuePart::reviews, IssuePart::numbers};
    const Edition& edition = printed.desk.edition;
    printed.begins_with("1", "part-colophon");
    printed.begins_with("2", "piece-letter", Place{edition.letter_index(), 1, 0});
    printed.begins_with("3", "part-contents");
    printed.goes_on("4", 0, node(edition.pieces[0], 0), 4);
    printed.goes_on("5", 0, 90, 0, PieceFlow::notes);
    printed.goes_on("6", 0, node(edition.pieces[0], 1), 2);
    printed.goes_on("7", 0, 91, 0, PieceFlow::notes);
    CHECK(printed.listed() == "2 letter.xhtml#page-2\n3 nav.xhtml#page-3\n4 piece-stalker.xhtml#page-4\n6 piece-stalker.xhtml#page-6\n"
                              "7 piece-stalker.xhtml#page-7\n");
}

TEST_CASE("the NCX counts contents and pages in one order") {
    Printed printed;
    printed.goes_on("12", 0, node(printed.desk.edition.pieces[0], 0), 4);
    printed.begins_with("13", "piece-mirror", Place{1, 1, 0});
    const std::string ncx = printed.parts().at("EPUB/toc.ncx");
    const std::vector<std::string> orders = fake::attributes(ncx, "playOrder");
    std::set<int> numbers;
    for (const std::string& order : orders) numbers.insert(std::stoi(order));
    CHECK(numbers.size() == orders.size());
    CHECK(*numbers.rbegin() == static_cast<int>(orders.size()));
    const auto order_of = [&](std::string_view id) {
        const std::size_t at = ncx.find("playOrder", ncx.find("id=\"" + std::string(id) + "\""));
        return std::stoi(ncx.substr(at + 11));
    };
    CHECK(order_of("target-12") < order_of("target-13"));
    CHECK(has(ncx, "name=\"dtb:totalPageCount\" content=\"2\""));
    CHECK(has(ncx, "name=\"dtb:maxPageNumber\" content=\"13\""));
}

TEST_CASE("the order that pages are held against is that of the spine") {
    Printed printed;
    const auto spine = [&] {
        const std::string package = printed.parts().at("EPUB/package.opf");
        return fake::attributes(package.substr(package.find("<spine")), "idref");
    };
    CHECK(epub::spine_order(printed.job()) == spine());
    printed.desk.cover = Cover{fake::painted(fake::png_bytes(16, 24, 128)), 16, 24, "Row C"};
    printed.desk.edition.parts = {IssuePart::cover, IssuePart::letter, IssuePart::contents, IssuePart::films, IssuePart::reviews, IssuePart::about};
    CHECK(epub::spine_order(printed.job()) == spine());
    printed.desk.edition.parts = {IssuePart::reviews, IssuePart::contents, IssuePart::people};
    CHECK(epub::spine_order(printed.job()) == spine());
    fake::Desk alone({fake::review()});
    printed.desk = alone;
    CHECK(epub::spine_order(printed.job()) == spine());
}

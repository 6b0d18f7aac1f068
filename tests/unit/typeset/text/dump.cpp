#include "typeset/dump.h"

#include "unit/typeset/text/faces.h"

#include <memory>

namespace {

using namespace faces;

Item item(Item::Node node, StructureId leaf = 0) { return {std::move(node), leaf}; }

GlyphRun run(std::string text) {
    GlyphRun run;
    run.size = Length::points(9.5);
    run.origin = {Length::points(42.52), Length::points(65)};
    run.glyphs.push_back({5, Length{}, Length{}, Length::points(5), 0, 1});
    run.glyphs.push_back({6, Length::points(5), Length{}, Length::points(4.25), 1, 2});
    run.text = std::move(text);
    return run;
}

Page page_of(std::vector<Item> items) {
    Page page;
    page.trim = {Length::millimetres(148), Length::millimetres(210)};
    page.label = "12";
    page.items = std::move(items);
    return page;
}

std::string line(Item::Node node, StructureId leaf = 0) {
    const std::string text = dump_page(page_of({item(std::move(node), leaf)}));
    return text.substr(text.find('\n') + 1);
}

TEST_CASE("a page says its label and trim, then an item a line") {
    CHECK(dump_page(page_of({})) == "page \"12\" 419.528 x 595.276\n");
    CHECK(line(run("ab"), 7) == "run 42.520,65.000 to 51.770 face-0 9.500 #000000 leaf 7 \"ab\"\n");
}

TEST_CASE("faces are shown by name where they are given") {
    const Face* face = vollkorn().face;
    const std::vector<const Face*> all = {face};
    const std::string text = dump_page(page_of({item(run("ab"))}), all);
    CHECK(text.find(" Vollkorn-Regular 9.500 ") != std::string::npos);
}

TEST_CASE("a run says what is unusual about it") {
    GlyphRun odd = run("ab");
    odd.scale = 66519;
    odd.turn = -2200;
    odd.right_to_left = true;
    odd.visibility = Visibility::invisible;
    odd.paint = {0xd8, 0x39, 0x1f, 1};
    CHECK(line(odd) == "run 42.520,65.000 to 51.770 face-0 9.500 #d8391f spot 0 scale 1.01500 turn -2.200 right-to-left "
                       "invisible \"ab\"\n");
}

TEST_CASE("text is quoted and what cannot be seen is shown") {
    CHECK(line(run("a\"b\\c\u00AD\u00A0é\n")).find("\"a\\\"b\\\\c\\u{ad}\\u{a0}é\\n\"") != std::string::npos);
}

TEST_CASE("numbers are rounded halves away from zero and nothing is minus nothing") {
    CHECK(line(Anchor{"x", {Length{-1}, Length{33}}}) == "anchor 0.000,0.001 \"x\"\n");
    CHECK(line(Anchor{"x", {Length{-33}, Length{-65536 * 3 / 2}}}) == "anchor -0.001,-1.500 \"x\"\n");
}

TEST_CASE("each kind of item has its line") {
    const Rect box{Length::points(1), Length::points(2), Length::points(30), Length::points(40)};
    const Path path = {{PathStep::Kind::move, {{box.x, box.y}}},
                       {PathStep::Kind::line, {{box.right(), box.bottom()}}},
                       {PathStep::Kind::close, {}}};
    Shape shape{path, Paint{255, 0, 0, 0}, Paint{}, Length::points(0.5)};
    CHECK(line(Rule{box, {}}) == "rule 1.000,2.000 30.000 x 40.000 #000000\n");
    CHECK(line(shape, 3) == "shape 1.000,2.000 30.000 x 40.000 in 3 steps fill #ff0000 stroke #000000 0.500 leaf 3\n");
    CHECK(line(PictureItem{2, box}, 9) == "picture 1.000,2.000 30.000 x 40.000 number 2 leaf 9\n");
    CHECK(line(ClipBegin{path}) == "clip 1.000,2.000 30.000 x 40.000 in 3 steps\n");
    CHECK(line(ClipEnd{}) == "end clip\n");
    CHECK(line(LinkArea{box, "https://x.org", "", "the site"}) ==
          "link 1.000,2.000 30.000 x 40.000 to \"https://x.org\" for \"the site\"\n");
    CHECK(line(LinkArea{box, "", "n1", ""}) == "link 1.000,2.000 30.000 x 40.000 to anchor \"n1\"\n");
    CHECK(line(ClipBegin{}) == "clip empty in 0 steps\n");
}

/// Two pages with one paragraph over both.
class TwoPages : public PagedDocument {
public:
    TwoPages() {
        tree_.languages[0] = "en";
        tree_.nodes[tree_.add(0, StructureRole::heading)].level = 2;
        tree_.add(0, StructureRole::paragraph);
        tree_.add(1, StructureRole::leaf);
        tree_.add(2, StructureRole::leaf);
    }
    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return 2; }
    Page page(std::uint32_t index) const override {
        if (index == 0) return page_of({item(run("7")), item(run("Title"), 3), item(run("Once up\u00AD"), 4)});
        return page_of({item(run("on a time"), 4)});
    }
    const StructureTree& structure() const override { return tree_; }
    const std::vector<const Face*>& faces() const override { return faces_; }
    const std::vector<Picture>& pictures() const override { return pictures_; }
    const std::vector<ScreenedPicture>& screened() const override { return screened_; }
    const std::vector<Spot>& spots() const override { return spots_; }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

private:
    DocumentInfo info_;
    StructureTree tree_;
    std::vector<const Face*> faces_;
    std::vector<Picture> pictures_;
    std::vector<Spot> spots_;
    std::vector<ScreenedPicture> screened_;
    std::vector<OutlineEntry> outline_;
};

TEST_CASE("the structure is shown with the text of its leaves over all pages") {
    CHECK(dump_structure(TwoPages()) == "document language en\n"
                                        "  heading level 2\n"
                                        "    leaf 3 \"Title\"\n"
                                        "  paragraph\n"
                                        "    leaf 4 \"Once up\\u{ad}on a time\"\n");
}

} // namespace

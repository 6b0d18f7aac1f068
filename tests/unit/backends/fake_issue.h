// A small issue that has a bit of everything a painter meets: faces of all three kinds, scripts in both
// directions, headings, a list, a table, a figure, notes, links, clips, turned and invisible runs.
#pragma once

#include "unit/backends/fake_pages.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace halfstar::fake {

inline const Paint black{26, 26, 26, 0};

class Issue {
public:
    Document document;
    /// Text of all runs in their order, a run a line.
    std::vector<std::string> lines;

    Issue() {
        for (const std::string& path : {vollkorn, spartan, serif_cjk, dejavu, emoji}) {
            faces_.push_back(open_face(path));
            document.face_list.push_back(faces_.back().get());
        }
        DocumentInfo& info = document.document_info;
        info.title = "Half Star No. 3 \u2014 \u201cThe Zone\u201d";
        info.authors = {"Ana D\u00edaz", "Bo Li"};
        info.subject = "Reviews <collected>";
        info.keywords = {"film", "zine"};
        info.language = "en-GB";
        article_ = document.add(0, StructureRole::article);
        front();
        second();
    }

    bool has_faces() const {
        return std::all_of(faces_.begin(), faces_.end(), [](const auto& face) { return face != nullptr; });
    }

private:
    void put(std::size_t page, Item item) { document.pages[page].items.push_back(std::move(item)); }

    GlyphRun run(FaceIndex face, std::string_view text, double size, double x, double y) {
        GlyphRun made = shape(*faces_[face], face, text, size, x, y);
        made.paint = black;
        return made;
    }
    void set(std::size_t page, StructureId leaf, GlyphRun made) {
        lines.push_back(made.text);
        put(page, {std::move(made), leaf});
    }
    void line(std::size_t page, StructureRole role, FaceIndex face, std::string_view text, double size, double y) {
        set(page, document.leaf_in(article_, role), run(face, text, size, 40, y));
    }

    void front() {
        document.pages.push_back(page(419.53, 595.28, "i"));
        const std::string title = "Stalker (\u0421\u0442\u0430\u043b\u043a\u0435\u0440)";
        document.outline_entries.push_back({1, title, 0, Length::points(60)});
        document.outline_entries.push_back({2, "The Zone", 0, Length::points(100)});
        document.outline_entries.push_back({1, "Numbers", 1, Length::points(20)});
        put(0, {Anchor{"stalker", {Length::points(40), Length::points(60)}}, 0});
        const StructureId heading = document.add(article_, StructureRole::heading);
        document.tree.nodes[heading].level = 1;
        set(0, document.add(heading, StructureRole::leaf), run(1, "STALKER", 36, 40, 80));
        line(0, StructureRole::paragraph, 0, "An officer found a fjord of affluence (1979) \\ here. ", 11, 120);
        GlyphRun broken = run(0, "The line ends in a hy-", 11, 40, 134);
        broken.text.replace(broken.text.size() - 1, 1, "\u00AD");
        broken.glyphs.back().text_end += 1;
        const StructureId split = document.leaf_in(article_, StructureRole::paragraph);
        set(0, split, std::move(broken));
        set(0, split, run(0, "phen, and goes on. ", 11, 40, 148));
        line(0, StructureRole::paragraph, 3, "\u0421\u0442\u0430\u043b\u043a\u0435\u0440 \u03b1\u03b2\u03b3 ", 11, 162);
        line(0, StructureRole::paragraph, 3, "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd ", 11, 176);
        line(0, StructureRole::paragraph, 3, "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 ", 11, 190);
        line(0, StructureRole::paragraph, 2, "\u4e03\u4eba\u306e\u4f8d\u3068\U00020BB7\u91ce\u5bb6 ", 11, 204);
        line(0, StructureRole::paragraph, 4, "\U0001F3AC\U0001F37F", 11, 218);
        GlyphRun narrow = run(0, "Set a little narrower, AV To. ", 11, 40, 232);
        narrow.scale = 64225;
        for (Glyph& glyph : narrow.glyphs) {
            glyph.x = glyph.x.scaled(0.98);
        }
        set(0, document.leaf_in(article_, StructureRole::paragraph), std::move(narrow));
        figure();
        rating();
        put(0, {Rule{rect(40, 560, 340, 0.5), black}, 0});
        set(0, 0, run(0, "i", 9, 205, 575));
    }

    void figure() {
        const StructureId figure = document.add(article_, StructureRole::figure);
        document.tree.alternatives[figure] = "A door in the rain \u2013 red";
        const StructureId leaf = document.add(figure, StructureRole::leaf);
        put(0, {ClipBegin{box(40, 250, 100, 60)}, 0});
        put(0, {Shape{box(30, 240, 60, 60), Paint{200, 30, 40, 1}, black, Length::points(1)}, leaf});
        put(0, {ClipEnd{}, 0});
        set(0, document.leaf_in(figure, StructureRole::caption), run(0, "Fig. 1 A door ", 9, 40, 325));
        GlyphRun turned = run(1, "UPWARDS ", 12, 300, 320);
        turned.turn = 90000;
        set(0, document.leaf_in(article_, StructureRole::paragraph), std::move(turned));
    }

    void rating() {
        GlyphRun spoken = run(0, "4.5 out of 5 ", 11, 40, 350);
        spoken.visibility = Visibility::invisible;
        put(0, {Shape{box(40, 342, 50, 8), black, std::nullopt, {}}, 0});
        set(0, document.leaf_in(article_, StructureRole::paragraph), std::move(spoken));
    }

    void second() {
        document.pages.push_back(page(419.53, 595.28, "1"));
        const StructureId paragraph = document.add(article_, StructureRole::paragraph);
        const StructureId link = document.add(paragraph, StructureRole::link);
        const StructureId leaf = document.add(link, StructureRole::leaf);
        set(1, leaf, run(0, "example.org ", 11, 40, 40));
        put(1, {LinkArea{rect(40, 30, 60, 12), "https://example.org/\u00e9?a=(1)", "", "An example"}, leaf});
        const StructureId back = document.add(paragraph, StructureRole::link);
        const StructureId back_leaf = document.add(back, StructureRole::leaf);
        set(1, back_leaf, run(0, "back to Stalker ", 11, 110, 40));
        put(1, {LinkArea{rect(110, 30, 60, 12), "", "stalker", ""}, back_leaf});
        const StructureId note = document.add(article_, StructureRole::note);
        set(1, document.add(note, StructureRole::leaf), run(0, "1 A note. ", 8, 40, 560));
        table();
        const StructureId list = document.add(article_, StructureRole::list);
        const StructureId item = document.add(list, StructureRole::list_item);
        set(1, document.leaf_in(item, StructureRole::label), run(0, "\u2022 ", 11, 40, 120));
        set(1, document.leaf_in(item, StructureRole::list_body), run(0, "An item ", 11, 50, 120));
    }

    void table() {
        const StructureId table = document.add(article_, StructureRole::table);
        const StructureId head = document.add(table, StructureRole::table_row);
        const StructureId row = document.add(table, StructureRole::table_row);
        set(1, document.leaf_in(head, StructureRole::header_cell), run(0, "Film ", 10, 40, 70));
        set(1, document.leaf_in(head, StructureRole::header_cell), run(0, "Stars ", 10, 140, 70));
        set(1, document.leaf_in(row, StructureRole::cell), run(0, "Ran ", 10, 40, 84));
        set(1, document.leaf_in(row, StructureRole::cell), run(0, "5 ", 10, 140, 84));
    }

    static Path box(double x, double y, double width, double height) {
        const auto at = [](double px, double py) { return Point{Length::points(px), Length::points(py)}; };
        return {{PathStep::Kind::move, {at(x, y), {}, {}}},
                {PathStep::Kind::line, {at(x + width, y), {}, {}}},
                {PathStep::Kind::curve, {at(x + width, y), at(x + width, y + height / 2), at(x + width, y + height)}},
                {PathStep::Kind::line, {at(x, y + height), {}, {}}},
                {PathStep::Kind::close, {}}};
    }

    std::vector<std::unique_ptr<Face>> faces_;
    StructureId article_ = 0;
};

} // namespace halfstar::fake

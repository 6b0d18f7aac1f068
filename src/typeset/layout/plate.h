// A plate in the making: a page that is drawn, with lines of words at given places, rules, shapes and charts.
// What is read hangs below the plate's parent in the order in which it is set.
#pragma once

#include "typeset/layout/fitted_title.h"
#include "typeset/layout/opener.h"

#include "design/drawing/charts.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// The style's colour under a title, or white where the title itself has that colour.
Paint ground_of(const TypeCase& types);

/// How words of a plate look: an element, otherwise than the style has it where something is said.
struct WordLook {
    Element element = Element::text;
    std::optional<Length> size;
    std::optional<Paint> paint;
    Setting setting = Setting::ragged;
    std::string anchor; ///< where the words lead within the document; empty: nowhere

    WordLook(Element the_element, Setting the_setting = Setting::ragged) : element(the_element), setting(the_setting) {}
    WordLook sized(Length to) const;
    WordLook painted(Paint with) const;
    WordLook leading_to(std::string the_anchor) const;
};

/// The paints of a chart's shapes by their roles, and the looks of its labels.
struct ChartLook {
    Paint ink, marked;
    std::function<WordLook(const ChartLabel&)> label;
};

/// What stands at the edge where reading begins: the first letter's box, or its ink.
enum class Edge : std::uint8_t { box, ink };

class Plate {
public:
    Plate(Desk& desk, std::size_t page, StructureId parent);

    Desk& desk() const { return desk_; }
    StructureId parent() const { return parent_; }
    const PageColumns& columns() const { return columns_; }
    /// From margin to margin.
    Column frame() const;
    /// As far from both edges of the page as its outer margin: of what has no inner edge.
    Column cover_frame() const;
    /// The frame of a solid page that runs with the others: within its ground, where that leaves an edge.
    Column ground_frame() const;
    /// The solid page's own edges.
    Rect ground_rect() const;
    Length row(int row) const { return row_at(desk_.page(), row); }
    Paint ink() const;
    /// What can be seen on a ground: ink, or `paper` where the ground is ink itself.
    Paint ink_on_ground(Paint paper) const;
    Paint accent() const { return desk_.types().accent(); }

    /// One solid colour to the trim's edges.
    void ground();
    /// The main rule at the head, over both columns.
    void head_rule();
    /// A title reversed out of a block at the head, where the page design has heads in blocks; the rows that it takes.
    int block_title(const std::string& words, int level);
    /// `y` is the rule's middle.
    void rule(const Column& column, Length y, Length thickness, Paint paint);
    void shapes(std::vector<Shape> shapes, StructureId leaf = 0);
    /// Stars, dots, lines of a text: what stands on pages of any kind.
    void place(PageContent content) { page().contents.emplace_back(std::move(content)); }
    /// A picture of dots as a figure that says in words what it shows; of `whole` it is seen what is within `seen`.
    void picture(const ScreenedPicture& picture, const Rect& whole, const Rect& seen, std::string alternative);

    StructureId add(StructureRole role) { return desk_.structure.add(parent_, role); }
    /// A figure that says in words what it shows.
    StructureId figure(std::string alternative);
    StructureId heading(int level);

    TextWriter writer(std::string words, const WordLook& look) const;
    Length width_of(const std::string& words, const WordLook& look) const;
    /// Lines below `below`, the first on `baseline`; how many there are. Nothing is set for no words.
    std::size_t lines(const std::string& words, const WordLook& look, const Column& column, Length baseline,
                      StructureId below, Edge edge = Edge::box);
    /// The same as a paragraph of its own.
    std::size_t paragraph(const std::string& words, const WordLook& look, const Column& column, Length baseline);
    /// All lines of a composed text, the first on `at.y`.
    void put_lines(const Composed& composed, Point at, Length leading) { put(page(), composed, at, leading); }
    /// The words, or as many of them as the width holds and an ellipsis.
    std::string shortened(const std::string& words, const WordLook& look, Length width) const;
    /// How many lines of `width` the words take.
    std::size_t line_count(const std::string& words, const WordLook& look, Length width) const;
    /// A list of names parted by commas, or as many of them as `most` lines hold and an ellipsis; at least one.
    std::string names_within(std::string names, const WordLook& look, Length width, std::size_t most) const;
    /// The look in the size, at most its own, in which the words are no wider than `width`.
    WordLook fitted(const std::string& words, const WordLook& look, Length width) const;
    /// A line that is turned by thousandths of a degree, anticlockwise about the left end of its baseline.
    void turned_line(const std::string& words, const WordLook& look, Point at, std::int32_t turn, StructureId below);
    /// A fitted title as a heading that reads upwards; `at` is the left lower corner of its ink.
    void upward_title(FittedTitle fitted, int level, Point at);
    /// A fitted title as a heading, the ink of its lines' first letters at the column's edge; the last one's baseline.
    Length title(FittedTitle fitted, int level, const Column& column, Length first);
    /// The chart with its first baseline on `baseline`; its labels are read within the figure. Turned to the other side
    /// in what is read to the left.
    void chart(const Chart& chart, Length left, Length baseline, const ChartLook& look, StructureId figure);
    /// What is heard where something is drawn.
    void unseen(const std::string& words, const Column& column, Length baseline, StructureId below);

private:
    ComposedPage& page() { return desk_.composition.pages[page_]; }

    Desk& desk_;
    std::size_t page_;
    StructureId parent_;
    PageColumns columns_;
};

} // namespace halfstar::layout

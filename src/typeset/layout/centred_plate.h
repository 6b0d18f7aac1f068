// A plate whose words, rules and stars stand on one axis: the middle of the measure, or of a cover, which has no
// fold. What the quiet plates of a zine are drawn with.
#pragma once

#include "typeset/layout/plate.h"

#include <string>

namespace halfstar::layout {

class CentredPlate {
public:
    CentredPlate(Desk& desk, std::size_t page, StructureId parent, const Column& column);
    /// On the measure of a page that has its fold at one side.
    CentredPlate(Desk& desk, std::size_t page, StructureId parent);

    Desk& desk() { return plate_.desk(); }
    Plate& plate() { return plate_; }
    const Column& column() const { return column_; }
    /// `halves` half rows below row 0.
    Length at(int halves) const;

    /// The baseline of the last line of a paragraph whose first one is on `y`; `y` itself for no words.
    Length line(const std::string& words, Element element, Length y);
    Length line(const std::string& words, Element element, Length y, StructureId below);
    Length heading(const std::string& words, Element element, Length y, int level);
    /// As large as the element's size or the room lets it be, on so many lines; the last one's baseline.
    Length title(const std::string& words, Element element, const TitleRoom& room, Length first, int level);
    /// The title of a page of the issue, as those of reviews; the last line's baseline.
    Length page_title(const std::string& words, Length first);
    void rule(Length y);
    /// Half a star about `centre_y`.
    void star(Length centre_y, Length radius);

private:
    Plate plate_;
    std::size_t page_;
    Column column_;
};

} // namespace halfstar::layout

#include "typeset/layout/centred_plate.h"

#include "typeset/layout/centred_opener.h"

#include "design/drawing/stars.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double star_outline = 0.05; ///< of a star's radius
constexpr std::size_t title_lines = 3;

} // namespace

CentredPlate::CentredPlate(Desk& desk, std::size_t page, StructureId parent, const Column& column)
    : plate_(desk, page, parent), page_(page), column_(column) {}

CentredPlate::CentredPlate(Desk& desk, std::size_t page, StructureId parent)
    : CentredPlate(desk, page, parent, columns_of(desk, page).text) {}

Length CentredPlate::at(int halves) const {
    const PageSpec& page = plate_.desk().page();
    return page.first_baseline + page.grid * halves / 2;
}

Length CentredPlate::line(const std::string& words, Element element, Length y) {
    return words.empty() ? y : line(words, element, y, plate_.add(StructureRole::paragraph));
}

Length CentredPlate::line(const std::string& words, Element element, Length y, StructureId below) {
    const std::size_t lines = plate_.lines(words, {element, Setting::centred}, column_, y, below);
    return y + desk().spec(element).leading * (static_cast<std::int64_t>(std::max<std::size_t>(lines, 1)) - 1);
}

Length CentredPlate::heading(const std::string& words, Element element, Length y, int level) {
    return words.empty() ? y : line(words, element, y, plate_.heading(level));
}

Length CentredPlate::title(const std::string& words, Element element, const TitleRoom& room, Length first, int level) {
    FittedTitle fitted = fit_title(desk(), words, element, room);
    if (fitted.lines == 0) return first;
    fitted.text.setting = Setting::centred;
    fitted.text.shapes = {{{}, column_.width}};
    const Composed composed = compose(desk(), std::move(fitted.text), plate_.heading(level));
    put(desk().composition.pages[page_], composed, {column_.x, first}, fitted.line_height());
    return first + fitted.line_height() * (static_cast<std::int64_t>(std::max<std::size_t>(composed.lines, 1)) - 1);
}

Length CentredPlate::page_title(const std::string& words, Length first) {
    const TextSpec& spec = desk().spec(Element::title);
    TitleRoom room;
    room.width = column_.width;
    room.largest = spec.size;
    room.leading = spec.leading.to_points() / std::max(1.0, spec.size.to_points());
    room.lines = title_lines;
    room.height = spec.leading * static_cast<std::int64_t>(title_lines);
    return title(words, Element::title, room, first, desk().level);
}

void CentredPlate::rule(Length y) {
    desk().composition.pages[page_].contents.emplace_back(short_rule(desk(), column_, y));
}

void CentredPlate::star(Length centre_y, Length radius) {
    StarSpec spec;
    spec.radius = radius;
    spec.pitch = radius * 2;
    spec.outline = radius.scaled(star_outline);
    const Length left = column_.x + (column_.width - star_width(radius)) / 2;
    plate_.shapes(draw_stars(left, centre_y, 2, 1, spec, plate_.ink()));
}

} // namespace halfstar::layout

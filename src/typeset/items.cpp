#include "typeset/items.h"

#include <halfstar/document.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halfstar {

namespace {

constexpr double degree = std::numbers::pi / 180;

void move(Point& point, Point by) { point = {point.x + by.x, point.y + by.y}; }

void move(Rect& rect, Point by) {
    rect.x += by.x;
    rect.y += by.y;
}

void move(Path& path, Point by) {
    for (PathStep& step : path)
        for (Point& point : step.points) move(point, by);
}

void turn(Point& point, Point centre) { point = {centre.x * 2 - point.x, centre.y * 2 - point.y}; }

void turn(Rect& rect, Point centre) {
    rect.x = centre.x * 2 - rect.x - rect.width;
    rect.y = centre.y * 2 - rect.y - rect.height;
}

void turn(Path& path, Point centre) {
    for (PathStep& step : path)
        for (Point& point : step.points) turn(point, centre);
}

constexpr std::int32_t half_turn = 180000;

} // namespace

Item moved(Item item, Point by) {
    std::visit(overloaded{
                   [&](GlyphRun& run) { move(run.origin, by); },
                   [&](Rule& rule) { move(rule.rect, by); },
                   [&](Shape& shape) { move(shape.path, by); },
                   [&](PictureItem& picture) { move(picture.rect, by); },
                   [&](ClipBegin& clip) { move(clip.path, by); },
                   [&](ClipEnd&) {},
                   [&](LinkArea& area) { move(area.rect, by); },
                   [&](Anchor& anchor) { move(anchor.at, by); },
                   [&](PlacedForm& form) { move(form.at, by); },
               },
               item.node);
    return item;
}

Item swung(Item item, Point centre, std::int32_t turn) {
    const double angle = turn * degree / 1000, cosine = std::cos(angle), sine = std::sin(angle);
    const auto swing = [&](Point point) {
        const Length x = point.x - centre.x, y = point.y - centre.y;
        return Point{centre.x + x.scaled(cosine) + y.scaled(sine), centre.y - x.scaled(sine) + y.scaled(cosine)};
    };
    const auto about = [&](const Rect& rect) {
        const Point corners[] = {swing({rect.x, rect.y}), swing({rect.right(), rect.y}), swing({rect.x, rect.bottom()}),
                                 swing({rect.right(), rect.bottom()})};
        Point low = corners[0], high = corners[0];
        for (const Point& corner : corners) {
            low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
            high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
        }
        return Rect{low.x, low.y, high.x - low.x, high.y - low.y};
    };
    const auto corner = [&](Rect& rect) {
        const Point to = swing({rect.x, rect.y});
        rect.x = to.x, rect.y = to.y;
    };
    const auto path = [&](Path& steps) {
        for (PathStep& step : steps)
            for (Point& point : step.points) point = swing(point);
    };
    std::visit(overloaded{
                   [&](GlyphRun& run) {
                       run.origin = swing(run.origin);
                       run.turn += turn;
                   },
                   [&](Rule& rule) { corner(rule.rect); },
                   [&](Shape& shape) { path(shape.path); },
                   [&](PictureItem& picture) { corner(picture.rect); },
                   [&](ClipBegin& clip) { path(clip.path); },
                   [&](ClipEnd&) {},
                   [&](LinkArea& area) { area.rect = about(area.rect); },
                   [&](Anchor& anchor) { anchor.at = swing(anchor.at); },
                   [&](PlacedForm& form) { form.at = swing(form.at); },
               },
               item.node);
    return item;
}

Item turned(Item item, Point centre) {
    std::visit(overloaded{
                   [&](GlyphRun& run) {
                       turn(run.origin, centre);
                       run.turn += half_turn;
                   },
                   [&](Rule& rule) { turn(rule.rect, centre); },
                   [&](Shape& shape) { turn(shape.path, centre); },
                   [&](PictureItem& picture) { turn(picture.rect, centre); },
                   [&](ClipBegin& clip) { turn(clip.path, centre); },
                   [&](ClipEnd&) {},
                   [&](LinkArea& area) { turn(area.rect, centre); },
                   [&](Anchor& anchor) { turn(anchor.at, centre); },
                   [&](PlacedForm& form) { turn(form.at, centre); },
               },
               item.node);
    return item;
}

} // namespace halfstar

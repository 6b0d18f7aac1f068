#include "typeset/items.h"

#include <halfstar/document.h>

namespace halfstar {

namespace {

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
               },
               item.node);
    return item;
}

} // namespace halfstar

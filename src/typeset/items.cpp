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

} // namespace halfstar

// Outlines of glyphs as paths of lines and cubic curves.
#include "design/fonts/face.h"

#include <hb.h>

#include <memory>

namespace halfstar {
namespace {

/// Collects what HarfBuzz draws, turned from font units with y upwards to the page's.
struct Drawing {
    Path path;
    double scale = 1;
    double x = 0, y = 0; ///< the pen, in font units

    Point point(double px, double py) const { return {{round(px * scale)}, {round(-py * scale)}}; }
    static std::int64_t round(double units) { return static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5); }
    void step(PathStep::Kind kind, Point a, Point b = {}, Point c = {}) { path.push_back({kind, {a, b, c}}); }
    void pen_to(double px, double py) { x = px, y = py; }
};

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    auto& drawing = *static_cast<Drawing*>(data);
    drawing.step(PathStep::Kind::move, drawing.point(x, y));
    drawing.pen_to(x, y);
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    auto& drawing = *static_cast<Drawing*>(data);
    drawing.step(PathStep::Kind::line, drawing.point(x, y));
    drawing.pen_to(x, y);
}

/// A quadratic curve is the cubic whose controls stand two thirds of the way to its own.
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
    auto& drawing = *static_cast<Drawing*>(data);
    const double two_thirds = 2.0 / 3.0;
    drawing.step(PathStep::Kind::curve,
                 drawing.point(drawing.x + two_thirds * (cx - drawing.x), drawing.y + two_thirds * (cy - drawing.y)),
                 drawing.point(x + two_thirds * (cx - x), y + two_thirds * (cy - y)), drawing.point(x, y));
    drawing.pen_to(x, y);
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
              void*) {
    auto& drawing = *static_cast<Drawing*>(data);
    drawing.step(PathStep::Kind::curve, drawing.point(ax, ay), drawing.point(bx, by), drawing.point(x, y));
    drawing.pen_to(x, y);
}

void close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    static_cast<Drawing*>(data)->step(PathStep::Kind::close, {});
}

hb_draw_funcs_t* make_pen() {
    hb_draw_funcs_t* pen = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pen, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(pen, line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(pen, quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(pen, cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(pen, close, nullptr, nullptr);
    hb_draw_funcs_make_immutable(pen);
    return pen;
}

} // namespace

Path Face::outline(std::uint32_t glyph, Length size) const {
    static const std::unique_ptr<hb_draw_funcs_t, void (*)(hb_draw_funcs_t*)> pen(make_pen(), hb_draw_funcs_destroy);
    Drawing drawing;
    drawing.scale = static_cast<double>(size.units) / metrics_.units_per_em;
    hb_font_get_glyph_shape(font_, glyph, pen.get(), &drawing);
    return std::move(drawing.path);
}

} // namespace halfstar

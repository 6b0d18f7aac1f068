// The sheet of pixels that a page is painted on: cairo's, owned and closed here. It draws paths and
// pictures only; glyphs arrive as outlines, so no font machinery of cairo's takes part.
#pragma once

#include "design/pictures/pictures.h"

#include <halfstar/pages.h>

#include <cairo.h>
#include <cstdint>
#include <memory>

namespace halfstar::raster {

struct CairoRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

class Canvas {
public:
    /// White, `width` by `height` pixels, of a sheet whose rows above the `first` are left out; `scale` is pixels a point. But for
    /// pictures, rows are to the bit what they are on the whole sheet: cairo counts edges in fixed-point numbers.
    Canvas(std::uint32_t width, std::uint32_t height, double scale, std::uint32_t first = 0);

    void fill(const Path& path, Paint paint);
    void stroke(const Path& path, Paint paint, Length width);
    void fill(const Rect& rect, Paint paint);
    /// The picture stretched over `rect`.
    void place(const Pixels& pixels, const Rect& rect);
    void begin_clip(const Path& path);
    void end_clip();

    /// What follows is drawn about `origin`, turned anticlockwise by `turn` thousandths of a degree and
    /// stretched across by `across`, until `release`.
    void place_origin(Point origin, std::int32_t turn, double across);
    void move(Length x, Length y);
    void release();

    /// How many pixels a length takes.
    std::uint32_t pixels(Length length) const;

    /// The pixels painted so far; an Error when cairo met one.
    Result<Pixels> take() const;
    /// Ends painting; an Error when cairo met one.
    Result<void> finish() const;
    /// Writes the colours of row `y` of the canvas, 0x00RRGGBB. Behind `finish` alone.
    void copy_row(std::uint32_t y, std::uint32_t* colours) const;

private:
    void trace(const Path& path);
    void ink(Paint paint);

    std::unique_ptr<cairo_surface_t, CairoRelease> surface_;
    std::unique_ptr<cairo_t, CairoRelease> context_;
    std::uint32_t width_, height_;
    double scale_;
};

} // namespace halfstar::raster

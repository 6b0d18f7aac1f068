#include "backends/raster/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

namespace halfstar::raster {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, CairoRelease>;

/// cairo keeps a pixel as a native 32-bit word: 0x00RRGGBB.
std::uint32_t word(const Pixels& pixels, std::size_t at) {
    const std::uint8_t* sample = pixels.samples.data() + at * static_cast<std::size_t>(pixels.channels);
    if (pixels.channels == 1) {
        return sample[0] * 0x010101u;
    }
    return static_cast<std::uint32_t>(sample[0] << 16 | sample[1] << 8 | sample[2]);
}

Surface surface_of(const Pixels& pixels) {
    const int width = static_cast<int>(pixels.width), height = static_cast<int>(pixels.height);
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    if (data == nullptr) {
        return surface;
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::size_t y = 0; y < pixels.height; ++y) {
        for (std::size_t x = 0; x < pixels.width; ++x) {
            const std::uint32_t value = word(pixels, y * pixels.width + x);
            std::memcpy(data + y * stride + x * 4, &value, 4);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

} // namespace

Canvas::Canvas(std::uint32_t width, std::uint32_t height, double scale, std::uint32_t first)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height))),
      width_(width), height_(height), scale_(scale) {
    // cairo takes this off places that it has found on the whole sheet; in its matrix it would round some of them otherwise.
    cairo_surface_set_device_offset(surface_.get(), 0, -static_cast<double>(first));
    context_.reset(cairo_create(surface_.get()));
    cairo_set_source_rgb(context_.get(), 1, 1, 1);
    cairo_paint(context_.get());
    cairo_scale(context_.get(), scale, scale);
    cairo_set_miter_limit(context_.get(), 10);
}

void Canvas::ink(Paint paint) {
    cairo_set_source_rgb(context_.get(), paint.red / 255.0, paint.green / 255.0, paint.blue / 255.0);
}

void Canvas::trace(const Path& path) {
    cairo_t* context = context_.get();
    cairo_new_path(context);
    for (const PathStep& step : path) {
        const auto x = [&](int i) { return step.points[i].x.to_points(); };
        const auto y = [&](int i) { return step.points[i].y.to_points(); };
        switch (step.kind) {
        case PathStep::Kind::move: cairo_move_to(context, x(0), y(0)); break;
        case PathStep::Kind::line: cairo_line_to(context, x(0), y(0)); break;
        case PathStep::Kind::curve: cairo_curve_to(context, x(0), y(0), x(1), y(1), x(2), y(2)); break;
        case PathStep::Kind::close: cairo_close_path(context); break;
        }
    }
}

void Canvas::fill(const Path& path, Paint paint) {
    trace(path);
    ink(paint);
    cairo_fill(context_.get());
}

void Canvas::stroke(const Path& path, Paint paint, Length width) {
    trace(path);
    ink(paint);
    cairo_set_line_width(context_.get(), width.to_points());
    cairo_stroke(context_.get());
}

void Canvas::fill(const Rect& rect, Paint paint) {
    ink(paint);
    cairo_rectangle(context_.get(), rect.x.to_points(), rect.y.to_points(), rect.width.to_points(),
                    rect.height.to_points());
    cairo_fill(context_.get());
}

void Canvas::place(const Pixels& pixels, const Rect& rect) {
    if (pixels.width == 0 || pixels.height == 0 || rect.width.units <= 0 || rect.height.units <= 0) {
        return;
    }
    cairo_t* context = context_.get();
    const Surface surface = surface_of(pixels);
    cairo_save(context);
    cairo_translate(context, rect.x.to_points(), rect.y.to_points());
    cairo_scale(context, rect.width.to_points() / pixels.width, rect.height.to_points() / pixels.height);
    cairo_rectangle(context, 0, 0, pixels.width, pixels.height);
    cairo_set_source_surface(context, surface.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
    cairo_fill(context);
    cairo_restore(context);
}

void Canvas::begin_clip(const Path& path) {
    cairo_save(context_.get());
    trace(path);
    cairo_clip(context_.get());
}

void Canvas::end_clip() {
    cairo_restore(context_.get());
}

void Canvas::place_origin(Point origin, std::int32_t turn, double across) {
    cairo_save(context_.get());
    cairo_translate(context_.get(), origin.x.to_points(), origin.y.to_points());
    if (turn != 0) {
        cairo_rotate(context_.get(), -turn / 1000.0 * std::numbers::pi / 180.0);
    }
    if (across != 1.0) {
        cairo_scale(context_.get(), across, 1);
    }
}

void Canvas::move(Length x, Length y) {
    cairo_translate(context_.get(), x.to_points(), y.to_points());
}

void Canvas::release() {
    cairo_restore(context_.get());
}

std::uint32_t Canvas::pixels(Length length) const {
    const double size = std::ceil(length.to_points() * scale_);
    return size < 1 ? 1 : static_cast<std::uint32_t>(std::min(size, 65536.0));
}

Result<Pixels> Canvas::take() const {
    if (Result<void> finished = finish(); !finished) {
        return finished.error();
    }
    Pixels pixels{width_, height_, 3, {}};
    pixels.samples.resize(std::size_t{width_} * height_ * 3);
    std::uint8_t* sample = pixels.samples.data();
    std::vector<std::uint32_t> row(width_);
    for (std::uint32_t y = 0; y < height_; ++y) {
        copy_row(y, row.data());
        for (const std::uint32_t value : row) {
            *sample++ = static_cast<std::uint8_t>(value >> 16);
            *sample++ = static_cast<std::uint8_t>(value >> 8);
            *sample++ = static_cast<std::uint8_t>(value);
        }
    }
    return pixels;
}

Result<void> Canvas::finish() const {
    const cairo_status_t status = cairo_status(context_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return Error{std::string("cairo: ") + cairo_status_to_string(status)};
    }
    cairo_surface_flush(surface_.get());
    return {};
}

void Canvas::copy_row(std::uint32_t y, std::uint32_t* colours) const {
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
    std::memcpy(colours, cairo_image_surface_get_data(surface_.get()) + y * stride, std::size_t{width_} * 4);
    // What else stands in cairo's words is not said.
    std::for_each(colours, colours + width_, [](std::uint32_t& colour) { colour &= 0xFFFFFFu; });
}

} // namespace halfstar::raster

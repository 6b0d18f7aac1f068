#include "backends/raster/painted.h"
#include "backends/raster/raster.h"

#include "design/drawing/paths.h"
#include "design/fonts/face.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace halfstar::raster {
namespace {

constexpr Paint white{255, 255, 255, 0};

/// Paints the items of one page in their order.
class PagePainting {
public:
    PagePainting(const PagedDocument& document, Canvas& canvas, const Resources* resources)
        : document_(document), canvas_(canvas), resources_(resources) {}

    Result<void> paint(const Page& page);

private:
    Result<void> paint(const GlyphRun& run);
    Result<void> paint(const Rule& rule);
    Result<void> paint(const Shape& shape);
    Result<void> paint(const PictureItem& item);
    Result<void> paint(const ClipBegin& clip);
    Result<void> paint(const ClipEnd& clip);
    Result<void> paint(const LinkArea&) { return {}; }
    Result<void> paint(const Anchor&) { return {}; }
    Result<void> paint(const PlacedForm& placed);
    void paint_outlines(const GlyphRun& run, const Face& face);
    Result<void> paint_bitmaps(const GlyphRun& run, const Face& face);

    const PagedDocument& document_;
    Canvas& canvas_;
    const Resources* resources_;
    std::uint32_t open_clips_ = 0;
};

void PagePainting::paint_outlines(const GlyphRun& run, const Face& face) {
    const double across = run.scale / 65536.0;
    for (const Glyph& glyph : run.glyphs) {
        const Path outline = face.outline(glyph.id, run.size);
        if (outline.empty()) {
            continue;
        }
        canvas_.place_origin(run.origin, run.turn, across);
        canvas_.move(glyph.x.scaled(1 / across), -glyph.y);
        canvas_.fill(outline, run.paint);
        canvas_.release();
    }
}

Rect box_of(const GlyphExtents& extents, const Glyph& glyph, Length size, int units_per_em) {
    const double unit = size.to_points() / std::max(1, units_per_em);
    return {glyph.x + Length::points(extents.left * unit), -glyph.y - Length::points(extents.top * unit),
            Length::points((extents.right - extents.left) * unit),
            Length::points((extents.top - extents.bottom) * unit)};
}

Result<void> PagePainting::paint_bitmaps(const GlyphRun& run, const Face& face) {
    for (const Glyph& glyph : run.glyphs) {
        const std::string png = face.bitmap(glyph.id);
        const std::optional<GlyphExtents> extents = face.extents(glyph.id);
        if (png.empty() || !extents) {
            continue;
        }
        const Result<Pixels> pixels = decode_picture(png, white);
        if (!pixels) {
            return pixels.error();
        }
        const Rect box = box_of(*extents, glyph, run.size, face.metrics().units_per_em);
        canvas_.place_origin(run.origin, run.turn, 1.0);
        canvas_.place(scale_down(*pixels, canvas_.pixels(box.width), canvas_.pixels(box.height)), box);
        canvas_.release();
    }
    return {};
}

Result<void> PagePainting::paint(const GlyphRun& run) {
    if (run.visibility == Visibility::invisible || run.scale <= 0) {
        return {};
    }
    const Face& face = *document_.faces()[run.face];
    if (face.outline_kind() == OutlineKind::bitmap) {
        return paint_bitmaps(run, face);
    }
    paint_outlines(run, face);
    return {};
}

Result<void> PagePainting::paint(const Rule& rule) {
    canvas_.fill(rule.rect, rule.paint);
    return {};
}

Result<void> PagePainting::paint(const Shape& shape) {
    if (shape.fill) {
        canvas_.fill(shape.path, *shape.fill);
    }
    if (shape.stroke) {
        canvas_.stroke(shape.path, *shape.stroke, shape.stroke_width);
    }
    return {};
}

Result<void> PagePainting::paint(const PictureItem& item) {
    if (resources_ == nullptr) {
        return Error{"the job has no pictures' bytes"};
    }
    const Result<std::string> bytes = resources_->bytes(document_.pictures()[item.picture]);
    if (!bytes) {
        return bytes.error();
    }
    const Result<Pixels> pixels = decode_picture(*bytes, white);
    if (!pixels) {
        return pixels.error();
    }
    const std::uint32_t width = canvas_.pixels(item.rect.width), height = canvas_.pixels(item.rect.height);
    canvas_.place(scale_down(*pixels, width, height), item.rect);
    return {};
}

Result<void> PagePainting::paint(const ClipBegin& clip) {
    ++open_clips_;
    canvas_.begin_clip(clip.path);
    return {};
}

Result<void> PagePainting::paint(const ClipEnd&) {
    if (open_clips_ > 0) {
        --open_clips_;
        canvas_.end_clip();
    }
    return {};
}

Result<void> PagePainting::paint(const PlacedForm& placed) {
    const Page form = document_.form(placed.form);
    canvas_.place_origin(placed.at, placed.turned ? 180000 : 0, 1.0);
    if (placed.turned) {
        canvas_.move(-form.trim.width, -form.trim.height);
    }
    canvas_.begin_clip(rectangle_path({{}, {}, form.trim.width, form.trim.height}));
    const std::uint32_t open = std::exchange(open_clips_, 0);
    Result<void> painted = paint(form);
    for (; open_clips_ > 0; --open_clips_) {
        canvas_.end_clip();
    }
    open_clips_ = open;
    canvas_.end_clip();
    canvas_.release();
    return painted;
}

Result<void> PagePainting::paint(const Page& page) {
    for (const Item& item : page.items) {
        const Result<void> painted = std::visit([&](const auto& node) { return paint(node); }, item.node);
        if (!painted) {
            return painted;
        }
    }
    return {};
}

} // namespace

double pixels_a_point(const Page& page, std::uint32_t width) {
    return width / page.trim.width.to_points();
}

Result<PixelSize> size_of_page(const PagedDocument& document, std::uint32_t index, std::uint32_t width) {
    if (index >= document.page_count()) {
        return Error{"there is no page " + std::to_string(std::uint64_t{index} + 1) + " among " +
                     std::to_string(document.page_count())};
    }
    const Page page = document.page(index);
    if (page.trim.width.units <= 0 || page.trim.height.units <= 0 || width == 0) {
        return Error{"a page without width or height cannot be painted"};
    }
    const double height = std::max(1.0, std::round(page.trim.height.to_points() * pixels_a_point(page, width)));
    if (width > 32767 || height > 32767 || width * height > static_cast<double>(picture_pixel_limit)) {
        return Error{"a page " + std::to_string(width) + " pixels wide is too large a picture"};
    }
    return PixelSize{width, static_cast<std::uint32_t>(height)};
}

Result<void> paint_items(const PagedDocument& document, const Page& page, const Resources* resources, Canvas& canvas) {
    return PagePainting(document, canvas, resources).paint(page);
}

Result<Pixels> paint_page(const PagedDocument& document, std::uint32_t index, std::uint32_t width,
                          const Resources* resources) {
    const Result<PixelSize> size = size_of_page(document, index, width);
    if (!size) {
        return size.error();
    }
    const Page page = document.page(index);
    Canvas canvas(size->width, size->height, pixels_a_point(page, width));
    if (Result<void> painted = paint_items(document, page, resources, canvas); !painted) {
        return painted.error();
    }
    return canvas.take();
}

} // namespace halfstar::raster

#include "backends/raster/bands.h"

#include "backends/raster/painted.h"
#include "design/drawing/paths.h"
#include "design/fonts/face.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

namespace halfstar::raster {
namespace {

bool is_drawn(const Item& item, const PagedDocument& document) {
    if (std::holds_alternative<PictureItem>(item.node) || std::holds_alternative<PlacedForm>(item.node)) return false;
    const GlyphRun* const run = std::get_if<GlyphRun>(&item.node);
    return run == nullptr || document.faces()[run->face]->outline_kind() != OutlineKind::bitmap;
}

/// A picture would be decoded and scaled for each band again, and where a band begins its pixels would fall between others: pages that
/// hold one, or other pages, are painted as a whole.
bool is_drawn(const Page& page, const PagedDocument& document) {
    return std::all_of(page.items.begin(), page.items.end(), [&](const Item& item) { return is_drawn(item, document); });
}

/// From the highest to the lowest point of what is drawn, in points below the page's head; none where nothing is.
struct Span {
    double top = std::numeric_limits<double>::infinity(), bottom = -top;

    void add(double y) {
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    /// `origin` stands at 0 of the path.
    void add(const Path& path, Length origin) {
        const std::optional<Rect> box = extent(path);
        if (!box) return;
        add((origin + box->y).to_points());
        add((origin + box->bottom()).to_points());
    }
};

constexpr Span everywhere{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

Span span_of(const GlyphRun& run, const PagedDocument& document) {
    if (run.turn != 0) return everywhere;
    Span span;
    for (const Glyph& glyph : run.glyphs)
        span.add(document.faces()[run.face]->outline(glyph.id, run.size), run.origin.y - glyph.y);
    return span;
}

Span span_of(const Rule& rule, const PagedDocument&) {
    Span span;
    span.add(rule.rect.y.to_points());
    span.add((rule.rect.y + rule.rect.height).to_points());
    return span;
}

Span span_of(const Shape& shape, const PagedDocument&) {
    if (shape.stroke) return everywhere; // a corner stands out as far as it is sharp
    Span span;
    span.add(shape.path, Length{});
    return span;
}

/// Clips hold for what follows them, wherever it is.
template <class Other> Span span_of(const Other&, const PagedDocument&) { return everywhere; }

} // namespace

Result<Bands> Bands::of(const PagedDocument& document, std::uint32_t index, std::uint32_t width, const Resources* resources,
                        std::uint32_t height) {
    const Result<PixelSize> size = size_of_page(document, index, width);
    if (!size) return size.error();
    return Bands(document, document.page(index), *size, resources, height);
}

Bands::Bands(const PagedDocument& document, Page page, PixelSize size, const Resources* resources, std::uint32_t height)
    : document_(&document), resources_(resources), page_(std::move(page)), size_(size), scale_(pixels_a_point(page_, size.width)),
      height_(is_drawn(page_, document) ? std::clamp(height, 1u, size.height) : size.height) {
    reaches_.reserve(page_.items.size());
    for (const Item& item : page_.items) {
        const Span span = std::visit([&](const auto& node) { return span_of(node, document); }, item.node);
        reaches_.push_back({span.top * scale_ - 1, span.bottom * scale_ + 1}); // a row more, as numbers are rounded
    }
}

Result<void> Bands::paint_from(std::uint32_t first) {
    const std::uint32_t height = std::min(height_, size_.height - first);
    Page part; // of which painting asks no more than its items
    for (std::size_t i = 0; i < reaches_.size(); ++i)
        if (reaches_[i].top < first + height && reaches_[i].bottom > first) part.items.push_back(page_.items[i]);
    Canvas canvas(size_.width, height, scale_, first);
    if (Result<void> painted = paint_items(*document_, part, resources_, canvas); !painted) return painted;
    if (Result<void> finished = canvas.finish(); !finished) return finished;
    canvas_ = std::move(canvas);
    first_ = first;
    return {};
}

PixelRows Bands::rows() {
    return {size_.width, size_.height, [this](std::uint32_t y, std::uint32_t* colours) -> Result<void> {
                if (!canvas_ || y < first_ || y - first_ >= height_) {
                    if (Result<void> painted = paint_from(y - y % height_); !painted) return painted;
                }
                canvas_->copy_row(y - first_, colours);
                return {};
            }};
}

} // namespace halfstar::raster

#include "typeset/packed_items.h"

#include "foundation/base/varint.h"
#include "typeset/text/packed_glyphs.h"

#include <halfstar/document.h>

#include <cstddef>
#include <optional>

namespace halfstar {

namespace {

int points_of(PathStep::Kind kind) { return kind == PathStep::Kind::curve ? 3 : kind == PathStep::Kind::close ? 0 : 1; }

class Packer {
public:
    void put(const Item& item) {
        put(item.node.index());
        put(item.leaf);
        std::visit([this](const auto& node) { put(node); }, item.node);
    }

    std::string take() { return std::move(bytes_); }

private:
    void put(std::uint64_t value) { append_varint(bytes_, value); }
    void put_signed(std::int64_t value) { append_signed_varint(bytes_, value); }
    void put(Length length) { put_signed(length.units); }
    void put(Point point) { put(point.x), put(point.y); }
    void put(const Rect& rect) { put(rect.x), put(rect.y), put(rect.width), put(rect.height); }
    void put(Paint paint) { put(std::uint64_t{paint.red} << 24 | std::uint64_t{paint.green} << 16 | std::uint64_t{paint.blue} << 8 | paint.spot); }
    void put(const std::optional<Paint>& paint) {
        put(std::uint64_t{paint.has_value()});
        if (paint) put(*paint);
    }
    void put(const std::string& text) {
        put(text.size());
        bytes_ += text;
    }
    void put(const Path& path) {
        put(path.size());
        for (const PathStep& step : path) {
            put(static_cast<std::uint64_t>(step.kind));
            const Point* const end = step.points + points_of(step.kind);
            for (const Point* point = step.points; point != end; ++point) put(*point);
        }
    }

    void put(const GlyphRun& run) {
        put(run.face), put(run.size), put_signed(run.scale), put_signed(run.turn), put(run.paint), put(run.origin);
        put((run.visibility == Visibility::visible ? 0u : 1u) | (run.right_to_left ? 2u : 0u));
        put(run.place.piece), put(run.place.ordinal), put(run.place.offset), put(run.text);
        put(run.glyphs.size());
        append_glyphs(bytes_, run.glyphs);
    }
    void put(const Rule& rule) { put(rule.rect), put(rule.paint); }
    void put(const Shape& shape) { put(shape.path), put(shape.fill), put(shape.stroke), put(shape.stroke_width); }
    void put(const PictureItem& picture) { put(picture.picture), put(picture.rect); }
    void put(const ClipBegin& clip) { put(clip.path); }
    void put(const ClipEnd&) {}
    void put(const LinkArea& link) { put(link.rect), put(link.url), put(link.anchor), put(link.description); }
    void put(const Anchor& anchor) { put(anchor.name), put(anchor.at); }
    void put(const PlacedForm& form) { put(form.form), put(form.at), put(std::uint64_t{form.turned}); }

    std::string bytes_;
};

class Unpacker {
public:
    Unpacker(std::string_view bytes, const std::vector<FaceIndex>& faces) : in_(bytes), faces_(faces) {}

    bool at_end() const { return in_.at_end(); }
    void take(std::vector<Item>& items) {
        const std::uint64_t kind = in_.number();
        const StructureId leaf = small();
        items.push_back({node(kind), leaf});
    }

private:
    std::uint32_t small() { return static_cast<std::uint32_t>(in_.number()); }
    Length length() { return {in_.signed_number()}; }
    Point point() {
        const Length x = length();
        return {x, length()};
    }
    Rect rect() {
        const Point corner = point();
        const Length width = length();
        return {corner.x, corner.y, width, length()};
    }
    Paint paint() {
        const std::uint64_t all = in_.number();
        const auto part = [&](int shift) { return static_cast<std::uint8_t>(all >> shift & 0xFF); };
        return {part(24), part(16), part(8), part(0)};
    }
    std::optional<Paint> maybe_paint() { return in_.number() == 0 ? std::nullopt : std::optional(paint()); }
    std::string text() {
        const std::size_t size = in_.number();
        return std::string(in_.bytes(size));
    }
    Path path() {
        Path path(in_.number());
        for (PathStep& step : path) {
            step.kind = static_cast<PathStep::Kind>(in_.number());
            const Point* const end = step.points + points_of(step.kind);
            for (Point* at = step.points; at != end; ++at) *at = point();
        }
        return path;
    }

    GlyphRun run() {
        GlyphRun run;
        run.face = faces_[in_.number()];
        run.size = length();
        run.scale = static_cast<std::int32_t>(in_.signed_number());
        run.turn = static_cast<std::int32_t>(in_.signed_number());
        run.paint = paint();
        run.origin = point();
        const std::uint64_t flags = in_.number();
        run.visibility = (flags & 1) == 0 ? Visibility::visible : Visibility::invisible;
        run.right_to_left = (flags & 2) != 0;
        run.place.piece = small();
        run.place.ordinal = small();
        run.place.offset = small();
        run.text = text();
        run.glyphs.resize(in_.number());
        GlyphPlace place;
        for (Glyph& glyph : run.glyphs) glyph = glyph_from(in_, place);
        return run;
    }
    Shape shape() {
        Shape shape;
        shape.path = path();
        shape.fill = maybe_paint();
        shape.stroke = maybe_paint();
        shape.stroke_width = length();
        return shape;
    }
    LinkArea link() {
        LinkArea link;
        link.rect = rect();
        link.url = text();
        link.anchor = text();
        link.description = text();
        return link;
    }

    /// By its place among the kinds of an item.
    Item::Node node(std::uint64_t kind) {
        static_assert(std::variant_size_v<Item::Node> == 9);
        switch (kind) {
        case 0: return run();
        case 1: {
            const Rect at = rect();
            return Rule{at, paint()};
        }
        case 2: return shape();
        case 3: {
            const std::uint32_t picture = small();
            return PictureItem{picture, rect()};
        }
        case 4: return ClipBegin{path()};
        case 5: return ClipEnd{};
        case 6: return link();
        case 7: {
            std::string name = text();
            return Anchor{std::move(name), point()};
        }
        default: {
            const std::uint32_t form = small();
            const Point at = point();
            return PlacedForm{form, at, in_.number() != 0};
        }
        }
    }

    VarintReader in_;
    const std::vector<FaceIndex>& faces_;
};

} // namespace

std::string packed(const std::vector<Item>& items) {
    Packer packer;
    for (const Item& item : items) packer.put(item);
    return packer.take();
}

void unpack(std::string_view bytes, const std::vector<FaceIndex>& faces, std::vector<Item>& items) {
    Unpacker unpacker(bytes, faces);
    while (!unpacker.at_end()) unpacker.take(items);
}

} // namespace halfstar

#include "typeset/layout/page_identity.h"

#include "design/style/load.h"
#include "foundation/base/value_key.h"
#include "typeset/layout/kept_texts.h"

#include <type_traits>
#include <unordered_map>

namespace halfstar::layout {

namespace {

/// All that builds a page's items (PageBuilder, set_line) is written down, each value in as many bytes as it has.
class PageScribe {
public:
    PageScribe(const Composition& composition, const ComposingStick& stick) : composition_(composition), stick_(stick) {}

    std::optional<PageIdentity> write(const ComposedPage& page) {
        put_design();
        put(page.label);
        for (const PageContent& content : page.contents) {
            put(content.index());
            std::visit([this](const auto& one) { put_content(one); }, content);
        }
        if (!is_known_) return std::nullopt;
        return std::move(identity_);
    }

private:
    template <class T> void put(T value) requires std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_pointer_v<T> {
        append_value(identity_.content, value);
    }
    void put(Length length) { put(length.units); }
    void put(Point point) { put(point.x), put(point.y); }
    void put(const Rect& rect) { put(rect.x), put(rect.y), put(rect.width), put(rect.height); }
    void put(Paint paint) { put(paint.red), put(paint.green), put(paint.blue), put(paint.spot); }
    void put(const std::string& text) {
        put(text.size());
        identity_.content += text;
    }
    template <class T> void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T> void put(const std::vector<T>& values) {
        put(values.size());
        for (const T& value : values) put(value);
    }
    void put(const breaking::LineShape& shape) { put(shape.indent), put(shape.width); }
    void put(const breaking::Line& line) {
        put(line.first), put(line.last), put(line.break_at), put(line.ratio);
        put(line.natural), put(line.overfull), put(line.hyphenated), put(line.flush);
    }
    void put(const Measuring& measuring) {
        put(measuring.setting), put(measuring.hyphenation), put(measuring.ends), put(measuring.narrowest), put(measuring.line_height);
    }
    void put(const StarSpec& spec) { put(spec.radius), put(spec.pitch), put(spec.outline), put(spec.colour), put(spec.missing_outlined); }
    void put(const Place& place) { put(place.piece), put(place.ordinal), put(place.offset); }
    void put(const Glyph& glyph) {
        put(glyph.id), put(glyph.x), put(glyph.y), put(glyph.advance), put(glyph.text_begin), put(glyph.text_end);
    }
    void put(const PathStep& step) { put(step.kind), put(step.points[0]), put(step.points[1]), put(step.points[2]); }

    /// A place in the structure: where it was met before it is the same as there; else what it is, and what it is below.
    void put_place(StructureId id) {
        const auto [known, is_new] = numbers_.try_emplace(id, identity_.places.size());
        put(known->second);
        if (!is_new) return;
        identity_.places.push_back(id);
        if (id >= composition_.structure.nodes.size()) return;
        const StructureNode& node = composition_.structure.nodes[id];
        put(node.role), put(node.ordered), put(node.level);
        if (id != 0) put_place(node.parent);
    }

    /// What is the same for all pages of a document, but perhaps not of the next one.
    void put_design() {
        const Style& style = stick_.types().style();
        put(stick_.texts());
        put(composition_.trim.width), put(composition_.trim.height);
        put(style.hairline), put(stick_.types().accent());
        put(style.end_mark_radius), put(paint_of(style, style.end_mark_colour)), put(paint_of(style, 0));
        put(style.leaders.clear_left), put(style.leaders.clear_right), put(style.leaders.radius), put(style.leaders.pitch);
    }

    void put_content(const PlacedLines& lines) {
        const SetText& text = composition_.texts[lines.text];
        if (text.number == 0) {
            is_known_ = false;
            return;
        }
        put(text.number), put(stick_.measuring_of(text, text.measured->rich)), put(text.shapes);
        put(text.piece), put(text.ordinal), put(text.offset), put(text.visibility), put(text.first_references);
        put(composition_.first_picture(text.piece));
        put(lines.first), put(lines.last), put(lines.at), put(lines.leading), put(lines.turn), put(lines.turned_about);
        for (std::uint32_t line = lines.first; line < lines.last; ++line) put(text.lines[line]);
        put(text.leaves.size());
        for (const StructureId leaf : text.leaves) put_place(leaf);
    }
    void put_content(const EndMark& mark) {
        put(mark.at), put(stick_.types_of(composition_.texts[mark.text]).spec(Element::text).size);
    }
    void put_content(const PlacedStars& stars) {
        const StarSpec spec = star_spec(stars.types != nullptr ? *stars.types : stick_.types(), stars.look);
        put(stars.at), put(stars.quarters), put(stars.stars), put(spec), put(paint_of(stick_.types().style(), spec.colour));
    }
    void put_content(const PlacedLeader& leader) { put(leader.left), put(leader.right), put(leader.baseline); }
    void put_content(const KeptItem& item) {
        put_place((*item).leaf);
        put((*item).node.index());
        std::visit([this](const auto& node) { put_node(node); }, (*item).node);
    }

    void put_content(const BuiltPart&) { is_known_ = false; }

    void put_node(const GlyphRun& run) {
        put(run.face), put(run.size), put(run.scale), put(run.turn), put(run.paint), put(run.origin), put(run.visibility);
        put(run.right_to_left), put(run.glyphs), put(run.text), put(run.place);
    }
    void put_node(const Rule& rule) { put(rule.rect), put(rule.paint); }
    void put_node(const Shape& shape) { put(shape.path), put(shape.fill), put(shape.stroke), put(shape.stroke_width); }
    void put_node(const PictureItem& picture) { put(picture.picture), put(picture.rect); }
    void put_node(const ClipBegin& clip) { put(clip.path); }
    void put_node(const ClipEnd&) {}
    void put_node(const LinkArea& link) { put(link.rect), put(link.url), put(link.anchor), put(link.description); }
    void put_node(const Anchor& anchor) { put(anchor.name), put(anchor.at); }
    void put_node(const PlacedForm& form) { put(form.form), put(form.at), put(form.turned); }

    const Composition& composition_;
    const ComposingStick& stick_;
    PageIdentity identity_;
    std::unordered_map<StructureId, std::size_t> numbers_; ///< of places, in the order in which they were met
    bool is_known_ = true;
};

} // namespace

std::optional<PageIdentity> identity_of(const Composition& composition, const ComposedPage& page, const ComposingStick& stick) {
    return PageScribe(composition, stick).write(page);
}

} // namespace halfstar::layout

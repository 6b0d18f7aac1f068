#include "typeset/layout/composition.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <map>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double end_mark_space = 6;    ///< points behind the last word
constexpr double star_centre = 0.30;    ///< of the text size above the baseline

/// Builds one page; texts of which several lines stand on it are measured once.
class PageBuilder {
public:
    PageBuilder(const Composition& composition, ComposingStick& stick) : composition_(composition), stick_(stick) {}

    void build(const ComposedPage& page, std::vector<Item>& items) {
        for (const auto& content : page.contents)
            std::visit(overloaded{
                           [&](const PlacedLines& lines) { place(lines, items); },
                           [&](const EndMark& mark) { place(mark, items); },
                           [&](const Item& item) { items.push_back(item); },
                       },
                       content);
    }

private:
    const MeasuredText& measured(std::uint32_t text) {
        auto found = measured_.find(text);
        if (found == measured_.end()) found = measured_.emplace(text, stick_.measure(composition_.texts[text])).first;
        return found->second;
    }

    void place(const PlacedLines& lines, std::vector<Item>& items) {
        const SetText& text = composition_.texts[lines.text];
        for (std::uint32_t line = lines.first; line < lines.last; ++line) {
            const Point left{lines.at.x, lines.at.y + lines.leading * (line - lines.first)};
            last_ = stick_.set(text, measured(lines.text), line, left, composition_.piece_pictures, items);
            last_rightwards_ = measured(lines.text).rich.level % 2 == 0;
        }
    }

    void place(const EndMark& mark, std::vector<Item>& items) {
        const Style& style = stick_.types().style();
        const TextSpec& text = stick_.types().spec(Element::text);
        StarSpec spec;
        spec.radius = style.end_mark_radius;
        spec.pitch = style.end_mark_radius * 2;
        spec.outline = Length::points(0.5);
        spec.missing_outlined = false;
        const Length space = Length::points(end_mark_space);
        const Length left =
            last_rightwards_ ? last_.right + space : last_.left - space - star_width(spec.radius);
        const Length y = mark.at.y - text.size.scaled(star_centre);
        for (Shape& shape : draw_stars(left, y, 2, 1, spec, paint_of(style, style.end_mark_colour)))
            items.push_back({std::move(shape), 0});
    }

    const Composition& composition_;
    ComposingStick& stick_;
    std::map<std::uint32_t, MeasuredText> measured_;
    LineEnd last_;
    bool last_rightwards_ = true;
};

} // namespace

ComposedDocument::ComposedDocument(const Style& style, const PageSpec& page, const FontBook& fonts)
    : style_(style), page_(page), types_(std::make_unique<TypeCase>(style_, page_, fonts, diagnostics_)),
      stick_(std::make_unique<ComposingStick>(*types_, fonts)), spots_(spots_of(style_)) {}

ComposedDocument::~ComposedDocument() = default;

void ComposedDocument::keep(Composition composition) {
    composition_ = std::move(composition);
    for (std::uint32_t i = 0; i < page_count(); ++i) static_cast<void>(page(i));
}

Page ComposedDocument::page(std::uint32_t index) const {
    const std::scoped_lock lock(mutex_);
    const ComposedPage& composed = composition_.pages[index];
    Page page;
    page.trim = composition_.trim;
    page.label = composed.label;
    PageBuilder(composition_, *stick_).build(composed, page.items);
    return page;
}

} // namespace halfstar::layout

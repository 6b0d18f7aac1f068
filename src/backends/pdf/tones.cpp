#include "backends/pdf/tones.h"

#include "backends/pdf/extent.h"
#include "backends/pdf/screens.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halfstar::pdf {
namespace {

constexpr int white_from = 240, black_to = 16; ///< lightness that counts as paper, and as solid
constexpr int most_under_words = 4;            ///< sixteenths of black under dark words

const Ink black{Ink::Space::gray, {0}}, white{Ink::Space::gray, {1000}};

/// What other things stand on.
struct Ground {
    Rect rect;
    int lightness = 255;
    bool is_picture = false;
    bool under_dark = false, under_light = false;

    bool is_solid() const { return under_light && !under_dark; }
};

Point middle(const Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

/// Half way along the line, a third of the size above it.
Point middle(const GlyphRun& run) {
    const double angle = run.turn / 1000.0 * std::numbers::pi / 180;
    const Length along = extent(run).width / 2, up = run.size / 3;
    return {run.origin.x + along.scaled(std::cos(angle)) - up.scaled(std::sin(angle)),
            run.origin.y - along.scaled(std::sin(angle)) - up.scaled(std::cos(angle))};
}

bool holds(const Rect& rect, Point point) {
    return point.x >= rect.x && point.x <= rect.right() && point.y >= rect.y && point.y <= rect.bottom();
}

/// A thing that must stand out from its ground: words, lines, small shapes.
struct Mark {
    std::size_t item = 0;
    bool is_stroke = false;
    int lightness = 0;
    std::size_t ground = 0; ///< its number from 1; 0: paper
};

class Toning {
public:
    Toning(const Page& page, const Inking& inking) : page_(page), inking_(inking), tones_(page.items.size()) {}

    std::vector<Tone> tones() {
        for (item_ = 0; item_ < page_.items.size(); ++item_)
            std::visit([this](const auto& node) { note(node); }, page_.items[item_].node);
        for (const auto& [item, ground] : areas_) tones_[item].fill = tone(grounds_[ground]);
        for (const Mark& mark : marks_) (mark.is_stroke ? tones_[mark.item].stroke : tones_[mark.item].fill) = tone(mark);
        return std::move(tones_);
    }

private:
    void note(const GlyphRun& run) { stand(middle(run), run.paint, false); }
    void note(const Rule& rule) { fill(rule.rect, rule.paint); }
    void note(const Shape& shape) {
        const std::optional<Rect> rect = extent(shape.path);
        if (rect && shape.stroke) stand(middle(*rect), *shape.stroke, true);
        if (rect && shape.fill) fill(*rect, *shape.fill);
    }
    void note(const PictureItem& picture) { grounds_.push_back({picture.rect, 128, true}); }
    template <class Other> void note(const Other&) {}

    void fill(const Rect& rect, Paint paint) {
        if (matter_of(rect) == Matter::line) return stand(middle(rect), paint, false);
        areas_.emplace_back(item_, grounds_.size());
        grounds_.push_back({rect, inking_.lightness(paint)});
    }

    void stand(Point point, Paint paint, bool is_stroke) {
        Mark mark{item_, is_stroke, inking_.lightness(paint), grounds_.size()};
        while (mark.ground > 0 && !holds(grounds_[mark.ground - 1].rect, point)) --mark.ground;
        if (mark.ground > 0) {
            Ground& ground = grounds_[mark.ground - 1];
            (mark.lightness < ground.lightness ? ground.under_dark : ground.under_light) = true;
        }
        marks_.push_back(mark);
    }

    static Ink tone(const Ground& ground) {
        if (ground.is_solid() || ground.lightness <= black_to) return black;
        if (ground.lightness >= white_from || (ground.under_dark && ground.under_light)) return white;
        const int steps = std::clamp((255 - ground.lightness) * screen_steps / 255, 1, screen_steps - 1);
        const int step = ground.under_dark ? std::min(steps, most_under_words) : steps;
        return {Ink::Space::screen, {static_cast<std::uint16_t>(step)}};
    }

    Ink tone(const Mark& mark) const {
        if (mark.ground == 0) return mark.lightness >= white_from ? white : black;
        const Ground& ground = grounds_[mark.ground - 1];
        if (ground.is_picture) return mark.lightness < ground.lightness ? black : white;
        return tone(ground) == black ? white : black;
    }

    const Page& page_;
    const Inking& inking_;
    std::vector<Tone> tones_;
    std::vector<Ground> grounds_;
    std::vector<std::pair<std::size_t, std::size_t>> areas_; ///< items and their grounds
    std::vector<Mark> marks_;
    std::size_t item_ = 0;
};

} // namespace

std::vector<Tone> tones_of(const Page& page, const Inking& inking) { return Toning(page, inking).tones(); }

} // namespace halfstar::pdf

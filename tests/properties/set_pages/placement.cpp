#include "placement.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halfstar::testing {

namespace {

constexpr double touching = 1.0; ///< points within which neighbours are no fault: kerning, slanted letters
constexpr double beyond = 0.05;  ///< points: rounding

/// A rectangle in points from the page's top left corner.
struct Area {
    double left = 0, top = 0, right = 0, bottom = 0;
};

bool overlap(const Area& a, const Area& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left) > touching &&
           std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > touching;
}

std::string shown(const Area& area) {
    return std::to_string(area.left) + " " + std::to_string(area.top) + " to " + std::to_string(area.right) + " " +
           std::to_string(area.bottom);
}

/// A run that is seen, and where its ink is.
struct Words {
    const GlyphRun* run = nullptr;
    Area area;
};

// What a glyph advances by is its own; the line's slack shows in the next one's place.
bool ink_of(const GlyphRun& run, double& left, double& right) {
    bool any = false;
    for (const Glyph& glyph : run.glyphs) {
        const std::string shown = run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
        if (shown.find_first_not_of(" \n") == std::string::npos || shown == "\u00A0") continue;
        const double from = glyph.x.to_points(), to = (glyph.x + glyph.advance).to_points();
        left = any ? std::min(left, from) : from;
        right = any ? std::max(right, to) : to;
        any = true;
    }
    return any;
}

Area turned(const GlyphRun& run, double left, double right) {
    const double angle = run.turn / 1000.0 * std::acos(-1.0) / 180.0;
    const double up = 0.5 * run.size.to_points();
    Area area{1e9, 1e9, -1e9, -1e9};
    for (const auto& [x, y] : {std::pair{left, 0.0}, {right, 0.0}, {left, up}, {right, up}}) {
        const double px = run.origin.x.to_points() + x * std::cos(angle) - y * std::sin(angle);
        const double py = run.origin.y.to_points() - x * std::sin(angle) - y * std::cos(angle);
        area = {std::min(area.left, px), std::min(area.top, py), std::max(area.right, px), std::max(area.bottom, py)};
    }
    return area;
}

std::vector<Words> words_on(const Page& page) {
    std::vector<Words> all;
    for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.node);
        double left = 0, right = 0;
        if (run == nullptr || run->visibility == Visibility::invisible || !ink_of(*run, left, right)) continue;
        all.push_back({run, turned(*run, left, right)});
    }
    return all;
}

Area area_of(const Rect& rect) {
    const double left = rect.x.to_points(), top = rect.y.to_points();
    return {left, top, left + rect.width.to_points(), top + rect.height.to_points()};
}

/// What a rule or a filled shape covers, nearly.
std::optional<Area> solid_of(const Item::Node& node) {
    if (const auto* rule = std::get_if<Rule>(&node)) return area_of(rule->rect);
    const auto* shape = std::get_if<Shape>(&node);
    if (shape == nullptr || !shape->fill) return std::nullopt;
    Area area{1e9, 1e9, -1e9, -1e9};
    for (const PathStep& step : shape->path) {
        if (step.kind == PathStep::Kind::close) continue;
        const double x = step.points[0].x.to_points(), y = step.points[0].y.to_points();
        area = {std::min(area.left, x), std::min(area.top, y), std::max(area.right, x), std::max(area.bottom, y)};
    }
    return area;
}

bool leaves(const Area& area, const Size& trim) {
    return area.left < -beyond || area.top < -beyond || area.right > trim.width.to_points() + beyond ||
           area.bottom > trim.height.to_points() + beyond;
}

/// What stands on one page.
class PageReader {
public:
    PageReader(const Page& page, std::uint32_t number, std::vector<Misplaced>& found)
        : page_(page), number_(number), words_(words_on(page)), found_(found) {}

    void read() {
        for (const Words& words : words_)
            if (leaves(words.area, page_.trim)) report(Misplacement::off_the_page, words, shown(words.area));
        compare_words();
        compare_pictures();
    }

private:
    void report(Misplacement kind, const Words& words, std::string others = {}) {
        found_.push_back({kind, number_, words.run->text, std::move(others)});
    }

    void compare_words() {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::size_t j = i + 1; j < words_.size(); ++j)
                if (overlap(words_[i].area, words_[j].area))
                    report(Misplacement::on_other_words, words_[i], words_[j].run->text);
    }

    // Pictures that are ornaments (grounds of plates) may bear words, and so may strips that are pasted on a picture.
    void compare_pictures() {
        for (std::size_t i = 0; i < page_.items.size(); ++i) {
            const auto* picture = std::get_if<PictureItem>(&page_.items[i].node);
            if (picture == nullptr || page_.items[i].leaf == 0) continue;
            for (const Words& words : words_)
                if (overlap(area_of(picture->rect), words.area) && !is_covered(i, words))
                    report(Misplacement::on_a_picture, words);
        }
    }

    /// Whether something solid lies over the item, under the words.
    bool is_covered(std::size_t item, const Words& words) const {
        for (std::size_t i = item + 1; i < page_.items.size(); ++i) {
            const Item::Node& node = page_.items[i].node;
            if (std::get_if<GlyphRun>(&node) != nullptr && std::get<GlyphRun>(node).text == words.run->text) return false;
            const std::optional<Area> solid = solid_of(node);
            if (solid && solid->left <= words.area.left + touching && solid->right >= words.area.right - touching &&
                solid->top <= words.area.top + touching && solid->bottom >= words.area.bottom - touching)
                return true;
        }
        return false;
    }

    const Page& page_;
    std::uint32_t number_;
    std::vector<Words> words_;
    std::vector<Misplaced>& found_;
};

} // namespace

const char* name_of(Misplacement kind) {
    switch (kind) {
    case Misplacement::off_the_page: return "words leave the page";
    case Misplacement::on_other_words: return "words stand on words";
    case Misplacement::on_a_picture: return "words stand on a picture";
    }
    return "";
}

std::vector<Misplaced> misplaced_on(const std::vector<Page>& pages) {
    std::vector<Misplaced> found;
    for (std::uint32_t i = 0; i < pages.size(); ++i) PageReader(pages[i], i, found).read();
    return found;
}

} // namespace halfstar::testing

// Single items that would not print as they look: coarse pictures, thin lines, what ends just short of the trim, colours that
// no plate carries.

#include "preflight/rules.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace halfstar::preflight_rules {
namespace {

constexpr Length slack = Length::points(0.05);

bool is_screened(const PagedDocument& document, const Picture& picture) {
    const auto& all = document.screened();
    return std::any_of(all.begin(), all.end(), [&](const ScreenedPicture& one) { return one.picture.digest == picture.digest; });
}

std::string decimal(Length length) {
    const long hundredths = std::lround(length.to_points() * 100);
    const std::string part = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (part.size() < 2 ? "0" : "") + part + " pt";
}

/// Where something that is solid stands.
struct Solid {
    std::string what;
    Rect rect;
};

Rect extent(const Path& path) {
    Point low{}, high{};
    bool any = false;
    for (const PathStep& step : path) {
        if (step.kind == PathStep::Kind::close) continue;
        const Point at = step.points[step.kind == PathStep::Kind::curve ? 2 : 0];
        low = any ? Point{std::min(low.x, at.x), std::min(low.y, at.y)} : at;
        high = any ? Point{std::max(high.x, at.x), std::max(high.y, at.y)} : at;
        any = true;
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

/// Every item that covers a part of the page, and is not under a clip.
std::vector<Solid> solids(const PageCase& one) {
    std::vector<Solid> found;
    int clips = 0;
    for (const Item& item : one.page.items) {
        if (std::holds_alternative<ClipBegin>(item.node)) ++clips;
        if (std::holds_alternative<ClipEnd>(item.node)) --clips;
        if (clips > 0) continue;
        if (const auto* rule = std::get_if<Rule>(&item.node)) found.push_back({"a solid", rule->rect});
        else if (const auto* shape = std::get_if<Shape>(&item.node); shape != nullptr && shape->fill) found.push_back({"a shape", extent(shape->path)});
        else if (const auto* picture = std::get_if<PictureItem>(&item.node))
            found.push_back({"picture " + one.whole.document.pictures()[picture->picture].name, picture->rect});
    }
    return found;
}

/// The paints that an item shows.
std::vector<Paint> paints(const Item& item) {
    if (const auto* run = std::get_if<GlyphRun>(&item.node))
        return run->visibility == Visibility::visible ? std::vector<Paint>{run->paint} : std::vector<Paint>();
    if (const auto* rule = std::get_if<Rule>(&item.node)) return {rule->paint};
    std::vector<Paint> both;
    if (const auto* shape = std::get_if<Shape>(&item.node))
        for (const auto& paint : {shape->fill, shape->stroke})
            if (paint) both.push_back(*paint);
    return both;
}

bool is_gray(Paint paint) { return paint.red == paint.green && paint.green == paint.blue; }

} // namespace

void pictures(const PageCase& one) {
    const Target& target = one.whole.target;
    for (const Item& item : one.page.items) {
        const auto* placed = std::get_if<PictureItem>(&item.node);
        if (placed == nullptr) continue;
        const Picture& picture = one.whole.document.pictures()[placed->picture];
        if (target.inks.process == Process::cmyk && target.inks.profile.empty() && !picture.gray)
            one.report("profile", "picture " + picture.name + " has colours, and the target names no profile for them");
        if (picture.format == PictureFormat::svg || is_screened(one.whole.document, picture)) continue;
        const double inches = placed->rect.width.to_points() / 72;
        const int pixels_per_inch = static_cast<int>(std::lround(picture.width / std::max(inches, 0.001)));
        if (pixels_per_inch < target.least_pixels_per_inch)
            one.report("pictures", "picture " + picture.name + " at " + std::to_string(pixels_per_inch) + " ppi, " +
                                       std::to_string(target.least_pixels_per_inch) + " wanted");
    }
}

void thin_lines(const PageCase& one) {
    std::set<Length> told;
    const Length least = one.whole.target.least_line;
    const auto judge = [&](Length thickness) {
        if (thickness.units > 0 && thickness + slack / 5 < least && told.insert(thickness).second)
            one.report("least-line", "a line of " + decimal(thickness) + ", " + decimal(least) + " wanted");
    };
    for (const Item& item : one.page.items) {
        if (const auto* rule = std::get_if<Rule>(&item.node)) judge(std::min(rule->rect.width, rule->rect.height));
        if (const auto* shape = std::get_if<Shape>(&item.node); shape != nullptr && shape->stroke) judge(shape->stroke_width);
    }
}

/// A blade that cuts a little off its place shows white between what ends there and the edge.
void short_of_trim(const PageCase& one) {
    const Length bleed = one.whole.target.bleed;
    const Size& trim = one.page.trim;
    for (const Solid& solid : solids(one)) {
        const Length rooms[] = {solid.rect.x, solid.rect.y, trim.width - solid.rect.right(), trim.height - solid.rect.bottom()};
        const Length room = *std::min_element(std::begin(rooms), std::end(rooms), [](Length a, Length b) {
            const auto is_short = [](Length length) { return length > slack; };
            return is_short(a) != is_short(b) ? is_short(a) : a < b;
        });
        if (room > slack && room < bleed) one.report("bleed", solid.what + " ends " + millimetres(room) + " inside the trim");
    }
}

void colours_without_plates(const PageCase& one) {
    const Inks& inks = one.whole.target.inks;
    if (inks.process != Process::plates) return;
    const std::vector<Spot>& spots = one.whole.document.spots();
    std::set<std::uint8_t> told;
    for (const Item& item : one.page.items)
        for (const Paint paint : paints(item)) {
            const std::string name = paint.spot > 0 ? spots[paint.spot - 1u].name : "";
            if (paint.spot == 0 ? is_gray(paint) : std::find(inks.plates.begin(), inks.plates.end(), name) != inks.plates.end()) continue;
            if (told.insert(paint.spot).second)
                one.report("colour", name.empty() ? "a colour that is no ink of its own" : "the ink '" + name + "' has no plate");
        }
}

} // namespace halfstar::preflight_rules

#include "design/pictures/drawn.h"

#include "foundation/base/hash.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halfstar {
namespace {

// No file has this path: those of files are absolute.
constexpr std::string_view auditorium_path = "drawn:auditorium";
constexpr std::uint32_t pixels_wide = 480; ///< more than a coarse screen shows

// Parts of the picture's width and height.
constexpr double screen_left = 0.17, screen_right = 0.83, screen_top = 0.07, screen_bottom = 0.56;
constexpr double glow_x = 0.5, glow_y = 0.3, glow_from = 0.16, glow_to = 0.78;

struct Step {
    double at, light;
};
constexpr Step glow[] = {{0, 1}, {0.35, 0.82}, {0.7, 0.33}, {1, 0}};

struct Ellipse {
    double x, y, wide, high, lean; ///< middle and half axes; how far it leans to the right on its way down
    bool holds(double px, double py, double grown) const {
        const double down = (py - y) / (high * grown), across = (px - x - lean * (py - y)) / (wide * grown);
        return across * across + down * down <= 1;
    }
};

/// People who sit beside each other. `rim` is the light about them.
struct SeatedRow {
    double y, size, rim;
    std::array<double, 7> places; ///< those beyond 1 are empty
};
constexpr SeatedRow rows[] = {{0.66, 0.082, 0.54, {0.06, 0.21, 0.37, 0.52, 0.68, 0.83, 0.97}},
                              {0.88, 0.15, 1, {0.13, 0.4, 0.92, 2, 2, 2, 2}}};
constexpr std::array<double, 7> leans = {0.05, -0.12, 0.1, -0.04, 0.13, -0.09, 0.02};
constexpr double rim_width = 1.1; ///< of the body

double glow_at(double distance) {
    const double at = std::clamp((distance - glow_from) / (glow_to - glow_from), 0.0, 1.0);
    for (std::size_t i = 1; i < std::size(glow); ++i)
        if (at <= glow[i].at)
            return glow[i - 1].light +
                   (glow[i].light - glow[i - 1].light) * (at - glow[i - 1].at) / (glow[i].at - glow[i - 1].at);
    return 0;
}

/// The light at a place; x and y count in widths of the picture, of which it is `high`.
double light_at(double x, double y, double high) {
    double light = glow_at(std::sqrt((x - glow_x) * (x - glow_x) + (y - glow_y * high) * (y - glow_y * high)));
    if (x > screen_left && x < screen_right && y > screen_top * high && y < screen_bottom * high) light = 1;
    for (const SeatedRow& row : rows)
        for (std::size_t i = 0; i < row.places.size(); ++i) {
            const double seat = row.places[i], size = row.size, level = row.y * high;
            const Ellipse head{seat + size * leans[i], level - size * 0.5, size * 0.37, size * 0.48, -leans[i]};
            const Ellipse body{seat, level + size * 0.82, size * 0.8, size * 0.92, 0};
            if (head.holds(x, y, rim_width) || body.holds(x, y, rim_width)) light = row.rim;
            if (head.holds(x, y, 1) || body.holds(x, y, 1)) light = 0;
        }
    return light;
}

} // namespace

Picture drawn_auditorium(Size size) {
    Picture picture;
    picture.path = picture.name = auditorium_path;
    picture.width = pixels_wide;
    picture.height = static_cast<std::uint32_t>(
        std::clamp(std::round(size.height.to_points() / std::max(1.0, size.width.to_points()) * pixels_wide), 1.0,
                   4.0 * pixels_wide));
    picture.gray = true;
    picture.digest = sha256(picture.path + ' ' + std::to_string(picture.height));
    return picture;
}

bool is_drawn(const Picture& picture) { return picture.path == auditorium_path; }

Pixels drawn_pixels(const Picture& picture) {
    Pixels pixels{picture.width, picture.height, 1, {}};
    pixels.samples.reserve(std::size_t{picture.width} * picture.height);
    const double wide = picture.width, high = picture.height / wide;
    for (std::uint32_t y = 0; y < picture.height; ++y)
        for (std::uint32_t x = 0; x < picture.width; ++x)
            pixels.samples.push_back(
                static_cast<std::uint8_t>(std::lround(255 * light_at((x + 0.5) / wide, (y + 0.5) / wide, high))));
    return pixels;
}

} // namespace halfstar

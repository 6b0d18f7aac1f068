#include "backends/pdf/screens.h"

#include "backends/pdf/notation.h"
#include "foundation/base/deflate.h"

#include <cmath>
#include <numbers>

namespace halfstar::pdf {
namespace {

/// A cell is a thousand units wide, and its dot a square on its corner; where dots would overlap, a hole of white is
/// drawn on black instead.
std::string cell_content(std::uint16_t step) {
    const bool is_hole = step > screen_steps / 2;
    const double part = static_cast<double>(is_hole ? screen_steps - step : step) / screen_steps;
    const auto half = static_cast<std::int64_t>(std::llround(1000 * std::sqrt(part / 2))); // its diagonals are 2 * half
    const std::string low = std::to_string(500 - half), high = std::to_string(500 + half);
    const std::string dot = low + " 500 m 500 " + high + " l " + high + " 500 l 500 " + low + " l h f";
    return is_hole ? "0 g 0 0 1000 1000 re f 1 g " + dot : "1 g 0 0 1000 1000 re f 0 g " + dot;
}

/// A factor in millionths, as PDF writes numbers.
std::string six_places(double value) {
    const auto millionths = static_cast<std::int64_t>(std::llround(value * 1e6));
    const std::string digits = std::to_string(1'000'000 + std::abs(millionths) % 1'000'000).substr(1);
    return (millionths < 0 ? "-" : "") + std::to_string(std::abs(millionths) / 1'000'000) + '.' + digits;
}

/// Units to points, turned by the screen's angle.
std::string matrix(const Halftone& halftone) {
    const double scale = 72.0 / halftone.lines_per_inch / 1000, angle = halftone.angle * std::numbers::pi / 180;
    const std::string across = six_places(scale * std::cos(angle)), up = six_places(scale * std::sin(angle));
    return '[' + across + ' ' + up + ' ' + six_places(-scale * std::sin(angle)) + ' ' + across + " 0 0]";
}

} // namespace

std::string screen_name(std::uint16_t step) { return "/T" + std::to_string(step); }

std::string add_screens(PdfDocument& document, const Halftone& halftone) {
    std::string names;
    for (std::uint16_t step = 1; step < screen_steps; ++step) {
        const ObjectNumber pattern = document.add(
            Body{"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 2 /BBox [0 0 1000 1000] /XStep 1000 /YStep 1000 "
                 "/Resources << >> /Matrix " +
                     matrix(halftone) + " /Filter /FlateDecode",
                 zlib_deflated(cell_content(step))});
        names += screen_name(step) + ' ' + reference(pattern) + ' ';
    }
    return names;
}

} // namespace halfstar::pdf

#include "backends/pdf/boxes.h"

#include "backends/pdf/notation.h"

namespace halfstar::pdf {
namespace {

std::string box(Length left, Length bottom, Length right, Length top) {
    return '[' + number(left) + ' ' + number(bottom) + ' ' + number(right) + ' ' + number(top) + ']';
}

} // namespace

std::string media_box(const PageFacts& page) {
    const Bleed& bleed = page.bleed;
    return box({}, {}, bleed.left + page.trim.width + bleed.right, bleed.bottom + page.trim.height + bleed.top);
}

std::string printers_boxes(const PageFacts& page) {
    const Bleed& bleed = page.bleed;
    const std::string trim = box(bleed.left, bleed.bottom, bleed.left + page.trim.width, bleed.bottom + page.trim.height);
    return " /TrimBox " + trim + " /BleedBox " + media_box(page);
}

std::string shift_past_bleed(const PageFacts& page) {
    if (page.bleed.left == Length{} && page.bleed.bottom == Length{}) return {};
    return "1 0 0 1 " + number(page.bleed.left) + ' ' + number(page.bleed.bottom) + " cm\n";
}

} // namespace halfstar::pdf

// What a PDF shows of itself, whoever made it.

#include "preflight/rules.h"

#include <algorithm>

namespace halfstar {
namespace {

using preflight_rules::millimetres;

/// How far the outer box goes beyond the inner one where it goes least.
Length least_margin(const Rect& outer, const Rect& inner, bool at_fold) {
    const Length across[] = {inner.x - outer.x, outer.right() - inner.right()};
    // Where the fold has no bleed, one of the sides may have none.
    const Length sides = at_fold ? std::min(across[0], across[1]) : std::max(across[0], across[1]);
    return std::min({sides, inner.y - outer.y, outer.bottom() - inner.bottom()});
}

void judge_sheet(const PrintedFile::Sheet& sheet, const Target& target, const std::string& page, std::vector<Breach>& breaches) {
    if (target.boxes && !(sheet.has_trim && sheet.has_bleed)) breaches.push_back({"boxes", page, "no TrimBox and BleedBox"});
    preflight_rules::judge_trim(target, {sheet.trim.width, sheet.trim.height}, page, breaches);
    const Length room = least_margin(sheet.media, sheet.trim, target.bleed_at_fold);
    if (room + Length::points(0.1) < target.bleed)
        breaches.push_back({"bleed", page, "a bleed of " + millimetres(room) + ", " + millimetres(target.bleed) + " wanted"});
    if (!target.annotations && sheet.annotations > 0)
        breaches.push_back({"annotations", page, std::to_string(sheet.annotations) + (sheet.annotations == 1 ? " annotation" : " annotations")});
    if (!target.transparency && sheet.transparent) breaches.push_back({"transparency", page, "something transparent"});
}

} // namespace

std::vector<Breach> preflight(const PrintedFile& file, const Target& target) {
    std::vector<Breach> breaches;
    preflight_rules::judge_page_count(target, static_cast<std::uint32_t>(file.pages.size()), breaches);
    if (!target.outline && file.outline) breaches.push_back({"outline", "", "an outline"});
    if (!target.metadata && file.metadata) breaches.push_back({"metadata", "", "metadata"});
    if (target.fonts_embedded)
        for (const std::string& font : file.fonts_apart) breaches.push_back({"fonts-embedded", "", "the font " + font + " is not in the file"});
    for (std::size_t i = 0; i < file.pages.size(); ++i) judge_sheet(file.pages[i], target, std::to_string(i + 1), breaches);
    return breaches;
}

} // namespace halfstar

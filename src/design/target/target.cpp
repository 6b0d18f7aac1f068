#include <halfstar/target.h>

#include <algorithm>

namespace halfstar {

Length gutter_of(const Target& target, std::uint32_t pages) {
    Length margin;
    for (const GutterRow& row : target.gutter)
        if (row.pages <= pages) margin = row.margin;
    return margin;
}

Target rules_of_cover(const Target& target) {
    Target rules = target;
    rules.name = target.name + "-cover";
    rules.bleed = target.cover->bleed;
    rules.bleed_at_fold = true;
    rules.safe = target.cover->safe;
    rules.gutter.clear();
    rules.least_pages = rules.page_multiple = 1;
    return rules;
}

std::optional<Size> trim_of(const Target& target, Size trim) {
    const Length slack = Length::millimetres(1);
    const auto near = [&](Length a, Length b) { return a - b <= slack && b - a <= slack; };
    const auto found = std::find_if(target.trims.begin(), target.trims.end(), [&](Size one) {
        return near(one.width, trim.width) && near(one.height, trim.height);
    });
    if (found == target.trims.end()) return std::nullopt;
    return *found;
}

} // namespace halfstar

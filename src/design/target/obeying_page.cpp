#include "design/target/obeying_page.h"

#include "design/style/load.h"

#include <algorithm>

namespace halfstar {
namespace {

const Length hanging = Length::points(4); ///< by which hyphens and points hang into a margin
constexpr int folio_rows = 3;             ///< from the last row to the page's number, where the page does not say
constexpr double head_rows = 2.75;        ///< from the head of what runs there to the first baseline
constexpr double drop_part = 0.3;         ///< of the grid: what letters have below their line

/// How far the first row goes down so that what runs at the head, two rows above it, comes below the margin.
Length lowered(const PageSpec& page, Length head) {
    return std::max(page.first_baseline, head + page.grid.scaled(head_rows));
}

/// As many rows as leave the foot free, with the page's number below them.
int rows_above(const PageSpec& page, Length foot) {
    const Length drop = page.folio.height.units > 0 ? Length{} : page.folio_drop.units > 0 ? page.folio_drop : page.grid * folio_rows;
    const Length room = page.trim.height - foot - page.first_baseline - drop - page.grid.scaled(drop_part);
    return std::max(1, std::min(page.rows, static_cast<int>(room.units / page.grid.units) + 1));
}

Length inner_margin(const PageSpec& page, const Target& target, std::uint32_t pages) {
    const Length wanted = std::max(target.safe, gutter_of(target, pages));
    return wanted.units > 0 ? std::max(page.inner, wanted + hanging) : page.inner;
}

PageSpec obeying(const PageSpec& model, const std::string& name, const Target& target) {
    PageSpec page = model;
    page.name = name;
    if (const auto trim = trim_of(target, page.trim)) page.trim = *trim;
    page.inner = inner_margin(page, target, 0);
    if (target.safe.units > 0) page.outer = std::max(page.outer, target.safe + hanging);
    if (target.safe.units > 0) page.first_baseline = lowered(page, target.safe);
    page.rows = rows_above(page, target.safe);
    return page;
}

} // namespace

std::string add_obeying_page(Style& style, const PageSpec& model, const Target& target) {
    PageSpec page = obeying(model, "for-" + target.name, target);
    if (const PageSpec* plates = find_page(style, model.plates)) {
        page.plates = page.name + "-plates";
        style.pages.push_back(obeying(*plates, page.plates, target));
    }
    style.pages.push_back(page);
    return page.name;
}

void widen_gutter(Style& style, const std::string& name, const Target& target, std::uint32_t pages) {
    const PageSpec* obeying = find_page(style, name);
    const std::string plates = obeying != nullptr ? obeying->plates : std::string();
    for (PageSpec& page : style.pages)
        if (page.name == name || page.name == plates) page.inner = inner_margin(page, target, pages);
}

} // namespace halfstar

#include "export/sheet_advice.h"

namespace halfstar {
namespace {

/// More pages than this do not fold well in one.
constexpr std::uint32_t most_stitched_pages = 64;

std::string counted(std::uint32_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string paper_name(Size paper) {
    if (paper == Size{Length::millimetres(297), Length::millimetres(210)}) return " of A4";
    if (paper == Size{Length::points(792), Length::points(612)}) return " of Letter";
    return "";
}

} // namespace

std::string sheet_advice(const std::string& file, const PagedDocument& pages, const PagedDocument& sheets) {
    const std::uint32_t count = pages.page_count(), sides = sheets.page_count();
    std::string text = file + ": " + counted(count, "page", "pages") + ", " +
                       counted((sides + 1) / 2, "sheet", "sheets") + paper_name(sheets.page(0).trim) +
                       " a copy; print on both sides, flip on the short edge, fold and staple";
    if (count > most_stitched_pages)
        text += "; over " + std::to_string(most_stitched_pages) +
                " pages the fold bulges: bind it in signatures of 16 pages instead, or make two issues";
    return text;
}

} // namespace halfstar

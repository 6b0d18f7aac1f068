#include "export/sheet_advice.h"

namespace halfstar {
namespace {

/// More pages than this do not fold well in one.
constexpr std::uint32_t most_stitched_pages = 64;

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// How the printer is to be told.
std::string printing(const Imposition& imposition, bool two_sided) {
    if (!two_sided) return "print on one side";
    switch (imposition.flip) {
    case Flip::short_edge: return "print on both sides, flip on the short edge";
    case Flip::long_edge: return "print on both sides, flip on the long edge";
    case Flip::by_hand: return "print the first half, lay the stack back in as it came and print the second half, backs from the last";
    }
    return "";
}

/// What hands do then.
std::string binding(const Imposition& imposition, std::uint32_t pages, std::uint32_t sheets) {
    switch (imposition.scheme) {
    case Scheme::booklet: return sheets == 1 ? "fold" : "fold and staple";
    case Scheme::signatures:
        return "fold in nests of " + counted(imposition.signature / 4, "sheet", "sheets") + " and sew or glue them side by side";
    case Scheme::quarter:
        return "cut across the middle, lay the lower stack into the upper one, fold and staple";
    case Scheme::mini8: return pages > 8 ? "fold each sheet and cut it once" : "fold and cut once";
    case Scheme::mini16: return "fold three times, staple in the fold and cut the head and the fore-edge open";
    case Scheme::perfect: return "cut down the middle, lay the left stack on the right one and glue the back";
    }
    return "";
}

/// Of the pages, those that only fill it up.
std::string filled(std::uint32_t fillers) {
    return fillers == 0 ? "" : " (" + counted(fillers, "filler", "fillers") + ")";
}

/// Sheets before the others: how to fold, and a test.
std::uint32_t extra_sheets(const Imposition& imposition) { return imposition.fold_guide + imposition.test_sheet; }

} // namespace

std::string sheet_advice(const std::string& file, const Imposition& imposition, const PagedDocument& pages,
                         const PagedDocument& sheets, std::uint32_t copies, std::uint32_t fillers) {
    const bool two_sided = imposition.scheme != Scheme::mini8;
    const std::uint32_t count = pages.page_count();
    const std::uint32_t sides = sheets.page_count(), all = two_sided ? (sides + 1) / 2 : sides;
    const std::uint32_t a_copy = all - extra_sheets(imposition);
    std::string text = file + ": " + counted(count, "page", "pages") + filled(fillers) + ", " + counted(a_copy, "sheet", "sheets") + " of " +
                       name_of_paper(sheets.page(0).trim) + " a copy; ";
    if (copies > 1) text += counted(copies, "copy", "copies") + " are " + counted(std::uint64_t{a_copy} * copies, "sheet", "sheets") + "; ";
    text += printing(imposition, two_sided) + ", " + binding(imposition, count, a_copy);
    if (imposition.cover_apart) text += "; the first sheet is the cover, for other paper";
    const bool one_nest = imposition.scheme == Scheme::booklet || imposition.scheme == Scheme::quarter;
    if (one_nest && count > most_stitched_pages)
        text += "; over " + std::to_string(most_stitched_pages) +
                " pages the fold bulges: bind it in signatures (--impose signature:16), or make two issues";
    return text;
}

std::vector<std::string> of_many(std::vector<std::string> advice) {
    if (advice.size() < 2) return advice;
    const auto beside_name = [](const std::string& line) { return line.substr(line.rfind(": ") + 2); };
    const std::string first = beside_name(advice.front());
    for (const std::string& line : advice)
        if (beside_name(line) != first) return advice;
    return {std::to_string(advice.size()) + " files, each: " + first};
}

std::string sheets_suffix(const Imposition& imposition) {
    switch (imposition.scheme) {
    case Scheme::booklet: return "-booklet.pdf";
    case Scheme::signatures: return "-signatures.pdf";
    case Scheme::quarter: return "-quarter.pdf";
    case Scheme::mini8: return "-mini8.pdf";
    case Scheme::mini16: return "-mini16.pdf";
    case Scheme::perfect: return "-perfect.pdf";
    }
    return ".pdf";
}

} // namespace halfstar

#include "export/page_fit.h"

#include <string_view>
#include <vector>

namespace halfstar {
namespace {

std::string counted(std::uint32_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string_view subject_of(Filler kind) {
    switch (kind) {
    case Filler::ratings: return "ratings";
    case Filler::quotes: return "quotations";
    case Filler::stills: return "stills";
    case Filler::notes: return "notes";
    }
    return "";
}

} // namespace

std::string fit_said(const PageFit& fit) {
    std::vector<std::string> parts;
    if (fit.shorter > 0) parts.push_back(counted(fit.shorter, "review", "reviews") + " some lines shorter");
    if (fit.run_on > 0) parts.push_back(counted(fit.run_on, "review begins", "reviews begin") + " below another");
    if (fit.leaves > 0) parts.push_back(counted(fit.leaves, "section begins", "sections begin") + " on a left page");
    for (const PageFit::Filled& one : fit.fillers)
        parts.push_back(counted(one.pages, "page", "pages") + " of " + std::string(subject_of(one.kind)));
    if (fit.blank > 0) parts.push_back(counted(fit.blank, "blank page", "blank pages"));
    if (parts.empty()) return {};
    std::string said = "brought from " + std::to_string(fit.own) + " to " + counted(fit.pages, "page", "pages") + ": ";
    for (std::size_t i = 0; i < parts.size(); ++i) said += (i > 0 ? "; " : "") + parts[i];
    return said;
}

} // namespace halfstar

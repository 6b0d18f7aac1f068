// The cover in one piece, as a file of its own.

#include "export/for_target.h"
#include "foundation/base/stopwatch.h"
#include "typeset/layout/wrap.h"

#include <halfstar/export.h>

#include <fmt/core.h>

namespace halfstar {
namespace {

/// "cover.pdf: 24 pages, a spine of 1.37 mm, without words (they begin at 79 pages)".
std::string advice(const std::string& path, const WrapRules& rules, std::uint32_t pages) {
    const double spine = spine_of(rules, pages).to_points() * 25.4 / 72;
    const std::string words = pages >= rules.words_from ? "" : fmt::format(", without words (they begin at {} pages)", rules.words_from);
    return fmt::format("{}: {} pages, a spine of {:.2f} mm{}", path, pages, spine, words);
}

} // namespace

Result<void> export_wrap(const ExportRequest& asked, ExportReport& report) {
    ExportRequest request = asked;
    request.layout = Layout::zine;
    Press press(request, report);
    const std::unique_ptr<Galley> galley = lay_out_for_target(request, press, report);
    if (!galley) return {};
    if (!press.target()->cover) {
        report.diagnostics.report(Code::against_target, {}, {press.target()->name, "no cover in one piece"});
        return {};
    }
    Stages stages(request.timings);
    stages.begin("writing");
    if (Result<void> inks = press.take_inks(); !inks) return inks;
    const std::uint32_t pages = galley->pages->page_count();
    const auto wrap = press.wrap(galley->edition, galley->settings(), pages, report.diagnostics);
    Result<std::vector<OutputPlace>> places = place_outputs(request, {}, {}, "-cover.pdf", press.reader());
    if (!places) return places.error();
    const OutputPlace& place = places->front();
    const std::string identifier = galley->edition.identifier;
    if (Result<void> written = press.write({find_backend("pdf"), &galley->edition, wrap.get(), {}, identifier, place, true, true, true}, report.diagnostics);
        !written)
        return written;
    for (std::string& path : press.files_of(place, true)) report.written.push_back(std::move(path));
    report.advice.push_back(advice(place.path(), press.target()->cover.value(), pages));
    return {};
}

} // namespace halfstar

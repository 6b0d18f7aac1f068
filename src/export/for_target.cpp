#include "export/for_target.h"

#include "design/target/load.h"
#include "export/editions.h"
#include "export/manuscript.h"
#include "foundation/base/stopwatch.h"
#include "foundation/base/strings.h"

namespace halfstar {
namespace {

bool take_target(Press& press, const IssueSettings* issue, ExportReport& report) {
    if (!press.take_target(issue)) return false;
    if (press.target() != nullptr) return true;
    report.diagnostics.report(Code::unknown_target, {}, {""}, {"--target names one: " + join(target_names(), ", ")});
    return false;
}

} // namespace

std::unique_ptr<Galley> lay_out_for_target(const ExportRequest& request, Press& press, ExportReport& report) {
    auto galley = std::make_unique<Galley>();
    Stages stages(request.timings);
    stages.begin("reading");
    Manuscript manuscript = read_manuscript(request, ReadAs::issue, press.reader(), report);
    if (press.stopped()) return nullptr;
    report.pieces += manuscript.pieces.size();
    galley->issue = manuscript.issue;
    if (!take_target(press, galley->settings(), report)) return nullptr;
    stages.begin("composing");
    galley->edition = compose_whole(std::move(manuscript), request, report.diagnostics);
    galley->inside = galley->edition;
    press.settle_parts(galley->inside);
    stages.begin("design");
    if (press.stopped() || !press.take_style(galley->settings())) return nullptr;
    galley->page = press.obeying(press.page_for(Layout::zine, galley->settings()));
    if (galley->page == nullptr) return nullptr;
    stages.begin("layout");
    galley->pages = press.zine(galley->inside, *galley->page, report.diagnostics);
    report.pages += galley->pages->page_count();
    if (press.stopped()) return nullptr;
    return galley;
}

} // namespace halfstar

// What a target would find wrong, before it is sent: sources are laid out for it, PDFs are read.

#include "export/for_target.h"
#include "foundation/base/stopwatch.h"
#include "foundation/base/strings.h"
#include "proof/printed_file.h"
#include "typeset/layout/wrap.h"

#include <halfstar/export.h>

#include <algorithm>

namespace halfstar {
namespace {

void take(const std::vector<Breach>& breaches, const Target& target, const std::string& of, ExportReport& report) {
    for (const Breach& one : breaches) report.breaches.push_back((of.empty() ? "" : of + ": ") + breach_line(target, one));
}

void judge_pages(const ExportRequest& request, ExportReport& report) {
    Press press(request, report);
    const std::unique_ptr<Galley> galley = lay_out_for_target(request, press, report);
    if (!galley) return;
    Stages stages(request.timings);
    stages.begin("judging");
    const Target& target = *press.target();
    take(preflight(*galley->pages, target), target, "", report);
    if (!target.cover || !target.cover->apart) return;
    const auto wrap = press.wrap(galley->edition, galley->settings(), galley->pages->page_count(), report.diagnostics);
    Target of_cover = rules_of_cover(target);
    of_cover.trims.clear(); // it is two pages and a spine wide
    take(preflight(*wrap, of_cover), target, "", report);
}

Result<void> judge_files(const ExportRequest& request, const std::vector<std::string>& files, ExportReport& report) {
    Stages stages(request.timings);
    stages.begin("judging");
    Press press(request, report);
    if (!press.take_target(nullptr)) return {};
    if (press.target() == nullptr) return Error{"a PDF is held against the target that --target names"};
    for (const std::string& path : files) {
        const Result<PrintedFile> file = proof::read_printed_file(path);
        if (!file) return file.error();
        report.pages += static_cast<std::uint32_t>(file->pages.size());
        take(preflight(*file, *press.target()), *press.target(), path, report);
    }
    return {};
}

} // namespace

Result<void> preflight_pieces(const ExportRequest& request, ExportReport& report) {
    ExportRequest sources = request;
    sources.layout = Layout::zine;
    std::vector<std::string> files;
    const auto is_pdf = [](const std::string& path) { return ascii_lower(path).ends_with(".pdf"); };
    std::copy_if(sources.inputs.begin(), sources.inputs.end(), std::back_inserter(files), is_pdf);
    std::erase_if(sources.inputs, is_pdf);
    if (!sources.inputs.empty()) judge_pages(sources, report);
    return files.empty() || report.diagnostics.has_errors() ? Result<void>() : judge_files(sources, files, report);
}

} // namespace halfstar

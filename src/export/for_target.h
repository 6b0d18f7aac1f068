// An issue laid out for a target: what a preflight judges, and what a cover goes round.
#pragma once

#include "export/press.h"

#include <halfstar/issue.h>

#include <memory>
#include <optional>

namespace halfstar {

/// Members refer to those before them.
struct Galley {
    std::optional<IssueSettings> issue;
    Edition edition;             ///< with every part
    Edition inside;              ///< without what comes in a file of its own
    const PageSpec* page = nullptr;
    std::unique_ptr<PagedDocument> pages;

    const IssueSettings* settings() const { return issue ? &*issue : nullptr; }
};

/// Reads, composes and lays out the request's inputs as a zine. Null when there is an error among the diagnostics; a request without a
/// target is one.
std::unique_ptr<Galley> lay_out_for_target(const ExportRequest& request, Press& press, ExportReport& report);

} // namespace halfstar

#include "export/series.h"

namespace halfstar {

std::optional<Series> series_of(const ExportRequest& request, const IssueSettings* issue, const Edition& edition) {
    const std::string& name = !request.series.empty() || issue == nullptr ? request.series : issue->series;
    if (name.empty()) return std::nullopt;
    return Series{name, edition.number};
}

} // namespace halfstar

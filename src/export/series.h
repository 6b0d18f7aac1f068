// What series an ebook is one of.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/export.h>

#include <optional>

namespace halfstar {

/// The request's series, else the issue's; the issue's number is the place in it. None where neither names one.
std::optional<Series> series_of(const ExportRequest& request, const IssueSettings* issue, const Edition& edition);

} // namespace halfstar

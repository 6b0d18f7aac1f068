// Finds the picture that an issue's cover is to show.
#pragma once

#include <halfstar/diagnostics.h>
#include <halfstar/export.h>
#include <halfstar/issue.h>

#include <string>

namespace halfstar {

/// Fills cover.picture from its path, which counts from `folder` and must lie within `root`. What is no picture is an
/// error at its place, and the cover is then of type.
void find_cover(CoverSetting& cover, const std::string& folder, const std::string& root, const FileReader& reader,
                Diagnostics& diagnostics);

} // namespace halfstar

// What a run's inks come to: the profile that four inks need, plates whose names no colour has, and a file for each
// plate.
#pragma once

#include "export/outputs.h"

#include <halfstar/export.h>
#include <halfstar/style.h>

#include <optional>
#include <vector>

namespace halfstar {

/// The inks that are `wanted`, with Ghostscript's profile for four inks that come without one. An Error when that is not there, or
/// when plates were to go to standard output, as `output` says. An ink that no colour has is reported.
Result<std::optional<Inks>> inks_of(std::optional<Inks> wanted, std::string_view output, const Style& style,
                                    const FileReader& reader, ExportReport& report);

/// One file of an output.
struct Pull {
    OutputPlace place;
    std::optional<std::size_t> plate;
};

/// Of plates "a-black.pdf", "a-red.pdf" and "a-preview.pdf" for "a.pdf"; of everything else the one.
std::vector<Pull> pulls_of(const std::optional<Inks>& inks, const OutputPlace& place);

} // namespace halfstar

// What one of many runs is handed by whoever starts them, instead of finding it for itself: the style and the faces
// that all of them share, and its own doors to files.
#pragma once

#include "export/outputs.h"
#include "typeset/layout/foundry.h"

#include <halfstar/export.h>
#include <halfstar/style.h>

#include <functional>
#include <memory>

namespace halfstar {

class Workshop;

/// What is null or empty the run finds for itself. All must outlive the run.
struct Supplies {
    const FileReader* reader = nullptr;
    const Style* style = nullptr; ///< as loaded
    const Foundry* foundry = nullptr;
    std::function<std::unique_ptr<PlaceSink>()> sink; ///< for its one output, wherever it was placed
    Workshop* workshop = nullptr; ///< where builds that follow one another leave what stays the same
};

/// export_pieces with what it need not find.
Result<void> export_pieces(const ExportRequest& request, ExportReport& report, const Supplies& supplies);

} // namespace halfstar

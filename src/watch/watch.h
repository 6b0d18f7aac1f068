// `watch`: an issue that is built, and built again whenever something changes that it is made of.
#pragma once

#include "watch/stop_signal.h"

#include <halfstar/base.h>
#include <halfstar/export.h>
#include <halfstar/timings.h>

#include <functional>
#include <string>

namespace halfstar::watch {

/// What a build came to.
struct BuildTold {
    const ExportReport& report;
    const Result<void>& result;
    std::string line; ///< about it, for people
    const Timings& timings;
};

/// Called after each build. False: that was the last.
using Built = std::function<bool(const BuildTold&)>;

/// Builds the issue of the request's one input, a folder, and goes on until the signal is given. Builds that fail are
/// told and watching goes on. An Error when the folder is gone, or cannot be watched.
Result<void> watch_issue(const ExportRequest& request, const StopSignal& stop, const Built& built);

} // namespace halfstar::watch

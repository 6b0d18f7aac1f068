// A run from its beginning to its end, and what becomes of all that it made.
#pragma once

#include <halfstar/base.h>
#include <halfstar/export.h>

#include <memory>
#include <utility>

namespace halfstar {

inline const void* left_to_the_system = nullptr; ///< what can be reached is no leak

/// A `Run` of these parts goes its way. Where the process ends with it, its trees and pages are left to the system, which takes all of
/// them back at once, and in no time.
template <class Run, class... Parts> Result<void> carry_through(const ExportRequest& request, Parts&&... parts) {
    auto run = std::make_unique<Run>(request, std::forward<Parts>(parts)...);
    Result<void> done = run->go();
    if (request.ends_process) left_to_the_system = run.release();
    return done;
}

} // namespace halfstar

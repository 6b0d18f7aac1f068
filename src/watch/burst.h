// Changes come in bursts: an editor that saves, a folder that is copied, a checkout of three hundred files. A burst is
// dealt with when it has come to rest, or when it has lasted so long that somebody wants to see something.
#pragma once

#include "export/touched_paths.h"

#include <chrono>

namespace halfstar::watch {

class Burst {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Span = std::chrono::milliseconds;
    /// How long nothing may happen before the burst is over: of one path, which was saved, and of several. What only passed by
    /// is not counted.
    static constexpr Span rest_of_one{5}, rest_of_many{100};
    /// However long things go on happening.
    static constexpr Span longest{1000};

    void add(Touched touched, Time now);
    bool empty() const { return !touched_.everything && touched_.paths.empty(); }
    /// When it is to be dealt with; it must not be empty.
    Time due() const;
    /// What was touched; the burst is empty then.
    Touched take();

private:
    Touched touched_;
    Time first_, last_;
};

} // namespace halfstar::watch

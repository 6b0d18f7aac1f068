// Taking the time of what is being done. Without a ledger to write into no clock is read, so that stages can be marked
// wherever they are without a price.
#pragma once

#include <halfstar/timings.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar {

/// Whose CPU time is taken: of all threads, or of the one that asks.
enum class Workers : std::uint8_t { all, this_thread };

/// Runs from the moment it is made; to be read in the thread that made it.
class Stopwatch {
public:
    explicit Stopwatch(Workers whose);
    Cost elapsed() const;

private:
    Workers whose_;
    Cost started_;
};

/// What went by between the start of the process and now, if this is early in `main`: its CPU time, and as wall time
/// that and what it waited for a core. Time spent waiting for a disk is not in it.
Cost cost_until_main();

/// The stages of a run, one after the other: each ends where the next begins, the last with this object.
class Stages {
public:
    explicit Stages(Timings* timings) : timings_(timings) {}
    ~Stages() { end(); }
    Stages(const Stages&) = delete;
    Stages& operator=(const Stages&) = delete;

    /// `name` must outlive the stage.
    void begin(std::string_view name);
    void end();

private:
    Timings* timings_; ///< null: nobody asks
    std::string_view name_;
    std::optional<Stopwatch> watch_;
};

/// A part of a stage: from here to the end of the scope, in this thread.
class TimedPart {
public:
    /// `name` must outlive it.
    TimedPart(Timings* timings, std::string_view name);
    ~TimedPart();
    TimedPart(const TimedPart&) = delete;
    TimedPart& operator=(const TimedPart&) = delete;

private:
    Timings* timings_; ///< null: nobody asks
    std::string_view name_;
    std::optional<Stopwatch> watch_;
};

} // namespace halfstar

// What `--timings` prints when a command is done: what each stage of it cost, from the start of the process on. And what
// `watch -v` prints of each build.
#pragma once

#include "foundation/base/stopwatch.h"

#include <halfstar/timings.h>

#include <cstdio>
#include <optional>

namespace halfstar::cli {

class Ledger {
public:
    /// To be made first of all. Unless it is asked for it reads no clock and prints nothing.
    explicit Ledger(bool asked_for);

    /// Where stages are noted; null when nobody asks.
    Timings* timings() { return since_main_ ? &timings_ : nullptr; }
    /// Closes the ledger, with what no stage accounts for, and prints it: a line a stage, their total, a line a part.
    void print(std::FILE* to);

private:
    Timings timings_;
    std::optional<Stopwatch> since_main_;
    Cost until_main_;
};

/// The stages in one line: "reading 3 ms, composing 21 ms".
void print_stages(std::FILE* to, const Timings& timings);

/// Whether the arguments ask for it: it must be known before they are understood, since that is a stage too.
bool asks_for_timings(int argc, char** argv);

} // namespace halfstar::cli

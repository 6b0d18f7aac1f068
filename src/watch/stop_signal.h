// SIGINT and SIGTERM as a wish to stop, which work that must leave nothing half done can ask for.
#pragma once

namespace halfstar::watch {

/// Once in a program. While it lives, the first of these signals is a wish; the second ends the program at once.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    bool is_given() const;
    /// Can be read from when it is given; -1 when the system had none left.
    int descriptor() const;
};

} // namespace halfstar::watch

// How long each stage of a build took, for whoever asks why it took so long.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {

class StageTimes {
public:
    using Clock = std::chrono::steady_clock;

    /// A build begins; the times of the one before are forgotten.
    void begin(Clock::time_point now = Clock::now());
    /// What was done since the last mark was this stage.
    void mark(std::string_view stage, Clock::time_point now = Clock::now());
    /// "read 3 ms, compose 21 ms"
    std::string words() const;

private:
    Clock::time_point last_;
    std::vector<std::pair<std::string, Clock::duration>> stages_;
};

} // namespace halfstar

#include "export/stage_times.h"

#include "foundation/base/strings.h"

namespace halfstar {

void StageTimes::begin(Clock::time_point now) {
    stages_.clear();
    last_ = now;
}

void StageTimes::mark(std::string_view stage, Clock::time_point now) {
    stages_.emplace_back(stage, now - std::exchange(last_, now));
}

std::string StageTimes::words() const {
    std::vector<std::string> words;
    for (const auto& [stage, time] : stages_)
        words.push_back(stage + " " + std::to_string(std::chrono::round<std::chrono::milliseconds>(time).count()) +
                        " ms");
    return join(words, ", ");
}

} // namespace halfstar

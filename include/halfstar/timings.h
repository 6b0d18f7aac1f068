// What a run cost, stage by stage: the ledger that `--timings` prints and embedding programs may ask for. Stages follow
// one another and add up to the run; parts say what of it went where, and may go on side by side on several threads.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// The time on the wall, and that of all cores that worked.
struct Cost {
    std::chrono::nanoseconds wall{};
    std::chrono::nanoseconds cpu{};

    Cost& operator+=(const Cost& other);
};

/// A line of the ledger.
struct CostLine {
    std::string name; ///< one word
    Cost cost;
    std::size_t times = 0; ///< how often it was entered
};

/// The ledger. Lines stand in the order in which they were first entered; what is entered again is added to its line.
/// Safe to write from several threads; read it when they are done.
class Timings {
public:
    void add_stage(std::string_view name, const Cost& cost);
    void add_part(std::string_view name, const Cost& cost);

    const std::vector<CostLine>& stages() const { return stages_; }
    const std::vector<CostLine>& parts() const { return parts_; }
    /// The sum of all stages.
    Cost total() const;

private:
    void add(std::vector<CostLine>& lines, std::string_view name, const Cost& cost);

    std::mutex writing_;
    std::vector<CostLine> stages_;
    std::vector<CostLine> parts_;
};

} // namespace halfstar

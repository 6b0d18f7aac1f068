#include "cli/ledger.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

namespace halfstar::cli {
namespace {

long long microseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

void print_line(std::FILE* to, std::string_view name, const Cost& cost) {
    fmt::print(to, "{:<10} {:>10} {:>10}", name, microseconds(cost.wall), microseconds(cost.cpu));
}

} // namespace

Ledger::Ledger(bool asked_for) {
    if (!asked_for) return;
    until_main_ = cost_until_main();
    since_main_.emplace(Workers::all);
    timings_.add_stage("start", until_main_);
}

void Ledger::print(std::FILE* to) {
    if (!since_main_) return;
    Cost rest = until_main_;
    rest += since_main_->elapsed();
    const Cost known = timings_.total();
    timings_.add_stage("rest", {rest.wall - known.wall, rest.cpu - known.cpu});
    fmt::print(to, "{:<10} {:>10} {:>10}\n", "stage", "wall us", "cpu us");
    for (const CostLine& stage : timings_.stages()) {
        print_line(to, stage.name, stage.cost);
        fmt::print(to, "\n");
    }
    print_line(to, "total", timings_.total());
    fmt::print(to, "\n");
    if (timings_.parts().empty()) return;
    fmt::print(to, "{:<10} {:>10} {:>10} {:>7}\n", "part", "wall us", "cpu us", "times");
    for (const CostLine& part : timings_.parts()) {
        print_line(to, part.name, part.cost);
        fmt::print(to, " {:>7}\n", part.times);
    }
}

void print_stages(std::FILE* to, const Timings& timings) {
    std::string_view between;
    for (const CostLine& stage : timings.stages()) {
        fmt::print(to, "{}{} {} ms", between, stage.name, std::chrono::round<std::chrono::milliseconds>(stage.cost.wall).count());
        between = ", ";
    }
    fmt::print(to, "\n");
}

bool asks_for_timings(int argc, char** argv) {
    return std::any_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "--timings"; });
}

} // namespace halfstar::cli

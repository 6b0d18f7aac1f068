#include "foundation/base/stopwatch.h"

#include <ctime>
#include <fstream>

namespace halfstar {
namespace {

std::chrono::nanoseconds read_clock(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Cost now(Workers whose) {
    return {read_clock(CLOCK_MONOTONIC),
            read_clock(whose == Workers::all ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID)};
}

/// How long the main thread has been ready to run while others ran; nothing where the kernel does not count it.
std::chrono::nanoseconds waited_for_a_core() {
    std::ifstream counts("/proc/self/schedstat");
    long long ran = 0, waited = 0;
    return counts >> ran >> waited ? std::chrono::nanoseconds(waited) : std::chrono::nanoseconds(0);
}

} // namespace

Stopwatch::Stopwatch(Workers whose) : whose_(whose), started_(now(whose)) {}

Cost Stopwatch::elapsed() const {
    const Cost at = now(whose_);
    return {at.wall - started_.wall, at.cpu - started_.cpu};
}

Cost cost_until_main() {
    const std::chrono::nanoseconds cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID);
    return {cpu + waited_for_a_core(), cpu};
}

void Stages::begin(std::string_view name) {
    end();
    if (timings_ == nullptr) return;
    name_ = name;
    watch_.emplace(Workers::all);
}

void Stages::end() {
    if (watch_) timings_->add_stage(name_, watch_->elapsed());
    watch_.reset();
}

TimedPart::TimedPart(Timings* timings, std::string_view name) : timings_(timings), name_(name) {
    if (timings_ != nullptr) watch_.emplace(Workers::this_thread);
}

TimedPart::~TimedPart() {
    if (watch_) timings_->add_part(name_, watch_->elapsed());
}

} // namespace halfstar

#include "cli/progress.h"

#include <fmt/core.h>

#include <cstdio>
#include <unistd.h>

namespace halfstar::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms;
constexpr auto pace = 100ms;

} // namespace

Progress::Progress() : started_(std::chrono::steady_clock::now()), shown_(started_), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (visible_) fmt::print(stderr, "\r\x1b[K");
}

void Progress::show(std::size_t done, std::size_t all, const std::string& what) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now - started_ < patience || now - shown_ < pace) return;
    fmt::print(stderr, "\r\x1b[K{} of {}: {}", done, all, what);
    std::fflush(stderr);
    shown_ = now;
    visible_ = true;
}

} // namespace halfstar::cli

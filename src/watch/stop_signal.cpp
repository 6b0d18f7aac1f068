#include "watch/stop_signal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace halfstar::watch {
namespace {

// A signal's handler reaches nothing but what is global.
std::atomic<bool> given{false};
int ends[2] = {-1, -1};

void give(int) {
    const int number = errno;
    given = true;
    [[maybe_unused]] const ssize_t written = ::write(ends[1], "", 1);
    errno = number;
}

void handle(int signal) {
    struct sigaction action {};
    action.sa_handler = give;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the next one is the system's
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

StopSignal::StopSignal() {
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) ends[0] = ends[1] = -1;
    handle(SIGINT);
    handle(SIGTERM);
}

StopSignal::~StopSignal() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int& end : ends) {
        if (end >= 0) ::close(end);
        end = -1;
    }
}

bool StopSignal::is_given() const { return given; }

int StopSignal::descriptor() const { return ends[0]; }

} // namespace halfstar::watch

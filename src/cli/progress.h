// A line on a terminal that tells how far the work is, once it has taken more than half a second.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace halfstar::cli {

class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void show(std::size_t done, std::size_t all, const std::string& what);

private:
    std::chrono::steady_clock::time_point started_;
    std::chrono::steady_clock::time_point shown_;
    bool terminal_ = false;
    bool visible_ = false;
};

} // namespace halfstar::cli

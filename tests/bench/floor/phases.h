// What the floors share: the reviews of a folder one by one, deflate, and seconds by phase. A floor does the least that
// any program of its kind must do, in the most direct way known, on one core; it makes nothing that anybody could read.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::floors {

/// Seconds by phase, printed a line each when all is done.
class Phases {
public:
    Phases();
    /// From the last mark to now was spent on `name`.
    void mark(std::string_view name);
    void print() const;

private:
    struct Phase {
        std::string name;
        double seconds = 0;
    };
    double started_ = 0;
    double marked_ = 0;
    std::vector<Phase> phases_;
};

/// Calls `take` with the text of every review behind its facts, in the order of their names. Says "read" to the phases.
void for_each_review(const std::string& folder, Phases& phases, const std::function<void(std::string_view body)>& take);

/// Deflates as zlib does at level 6; what it returns is good until the next call.
class Deflater {
public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    std::string_view deflate(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
    std::string packed_;
};

} // namespace halfstar::floors

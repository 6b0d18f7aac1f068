#include "export/unified_diff.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace halfstar {
namespace {

constexpr std::size_t context = 3;

/// Lines without their LF; a text that ends with one has no line behind it.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

/// Lines [begin, end) that stand together: changes and what is around them.
struct Hunk {
    std::size_t begin = 0, end = 0;
};

std::vector<Hunk> hunks_of(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
    std::vector<Hunk> hunks;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i]) continue;
        const std::size_t begin = i > context ? i - context : 0, end = std::min(i + 1 + context, before.size());
        if (hunks.empty() || begin > hunks.back().end)
            hunks.push_back({begin, end});
        else
            hunks.back().end = end;
    }
    return hunks;
}

class Writer {
public:
    Writer(std::string_view name, std::string_view before, std::string_view after)
        : before_(lines_of(before)), after_(lines_of(after)), ends_with_line_(before.ends_with('\n')) {
        assert(before_.size() == after_.size());
        const std::vector<Hunk> hunks = hunks_of(before_, after_);
        if (!hunks.empty()) out_ = "--- " + std::string(name) + "\n+++ " + std::string(name) + "\n";
        for (const Hunk& hunk : hunks)
            write(hunk);
    }
    std::string take() { return std::move(out_); }

private:
    void write(const Hunk& hunk) {
        const std::string range = std::to_string(hunk.begin + 1) + "," + std::to_string(hunk.end - hunk.begin);
        out_ += "@@ -" + range + " +" + range + " @@\n";
        for (std::size_t i = hunk.begin; i < hunk.end;) {
            if (before_[i] == after_[i]) {
                line(' ', before_, i++);
                continue;
            }
            std::size_t end = i;
            while (end < hunk.end && before_[end] != after_[end])
                ++end;
            for (std::size_t k = i; k < end; ++k)
                line('-', before_, k);
            for (std::size_t k = i; k < end; ++k)
                line('+', after_, k);
            i = end;
        }
    }

    void line(char sign, const std::vector<std::string_view>& lines, std::size_t i) {
        out_ += sign;
        out_ += lines[i];
        out_ += '\n';
        if (i + 1 == lines.size() && !ends_with_line_) out_ += "\\ No newline at end of file\n";
    }

    std::vector<std::string_view> before_, after_;
    bool ends_with_line_;
    std::string out_;
};

} // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
    return Writer(name, before, after).take();
}

} // namespace halfstar

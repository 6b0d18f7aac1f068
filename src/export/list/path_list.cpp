#include "export/list/path_list.h"

#include <algorithm>

namespace halfstar {
namespace {

/// Twice what Linux opens: such a path is still too long when it is cut here, and fails as one.
constexpr std::size_t longest_kept = 8192;

} // namespace

Result<std::optional<std::string>> PathList::next() {
    for (;;) {
        std::optional<std::string> path = take_separated();
        if (!path && !ended_) {
            if (Result<void> fetched = fetch(); !fetched) return fetched.error();
            continue;
        }
        if (!path) {
            path = bytes_.substr(at_, longest_kept); // a last line needs no end
            at_ = looked_ = bytes_.size();
            if (path->empty()) return std::optional<std::string>();
        }
        if (!path->empty()) return path;
    }
}

Result<void> PathList::fetch() {
    Result<std::string> more = more_();
    if (!more) return more.error();
    bytes_.erase(0, at_);
    looked_ -= at_;
    at_ = 0;
    ended_ = more->empty();
    // The beginning of what is too long is enough of it; bytes that are dropped hold no separator.
    if (looked_ > longest_kept) bytes_.resize(looked_ = longest_kept);
    bytes_ += *more;
    // A file's first block has a NUL if any has; a pipe's may be so short that it has no separator at all.
    if (!settled_ && bytes_.find('\0') != std::string::npos) separator_ = '\0';
    settled_ = settled_ || bytes_.find(separator_) != std::string::npos;
    return {};
}

std::optional<std::string> PathList::take_separated() {
    if (!settled_) {
        looked_ = bytes_.size();
        return std::nullopt;
    }
    const std::size_t end = bytes_.find(separator_, std::max(at_, looked_));
    if (end == std::string::npos) {
        looked_ = bytes_.size();
        return std::nullopt;
    }
    std::string path = bytes_.substr(at_, std::min(end - at_, longest_kept));
    at_ = looked_ = end + 1;
    return path;
}

} // namespace halfstar

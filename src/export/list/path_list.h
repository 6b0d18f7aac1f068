// Paths from a stream, one after the other: what a list names, however long it is.
#pragma once

#include <halfstar/base.h>

#include <functional>
#include <optional>
#include <string>

namespace halfstar {

class PathList {
public:
    using More = std::function<Result<std::string>()>;

    /// `more` gives the next bytes of the list, none at its end.
    explicit PathList(More more) : more_(std::move(more)) {}

    /// The next path that has a letter; nothing at the end of the list, or the Error that `more` gave. Of a path longer
    /// than any system opens only the beginning is kept.
    Result<std::optional<std::string>> next();

private:
    Result<void> fetch();
    std::optional<std::string> take_separated();

    More more_;
    std::string bytes_;      ///< what was fetched and not handed out
    std::size_t at_ = 0;     ///< where in it the next path begins
    std::size_t looked_ = 0; ///< before here stands no separator
    char separator_ = '\n';
    bool settled_ = false; ///< the separator is
    bool ended_ = false;
};

} // namespace halfstar

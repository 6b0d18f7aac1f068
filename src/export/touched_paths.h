// Whether a path, as it was asked for, is one of those at which something happened. Paths are asked for in many ways
// (from the working directory, through links); events name what really stands there.
#pragma once

#include <halfstar/base.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace halfstar {

/// Paths at which something happened; perhaps nothing that matters.
struct Touched {
    bool everything = false;     ///< nobody knows where
    std::set<std::string> paths; ///< canonical folders, and names in them
    std::set<std::string> passing = {}; ///< of these, what came and went again: an editor's draft that took the place of a file
};

class TouchedPaths {
public:
    /// Both must outlive this.
    TouchedPaths(const Touched& touched, const FileReader& disk);

    /// Whether something happened at `path`, or at a folder above it.
    bool concern(const std::string& path);
    /// Whether something happened to a name in the folder.
    bool concern_names_in(const std::string& folder);

private:
    /// A folder as it was asked for.
    struct Home {
        std::string canonical, written; ///< absolute; links resolved, and not
        bool touched = false;           ///< it, or one above it
    };
    const Home& home(const std::string& folder);
    bool is_touched_at_or_above(std::string_view path) const;

    const Touched& touched_;
    const FileReader& disk_;
    std::string here_;                                   ///< the working directory
    std::set<std::string, std::less<>> names_, folders_; ///< of the touched paths
    std::map<std::string, Home, std::less<>> homes_;
};

/// The folder that a path names something in; "." of a bare name.
std::string folder_part(const std::string& path);
std::string_view name_part(std::string_view path);

} // namespace halfstar

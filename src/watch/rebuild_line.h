// One line for people about one rebuild: what had changed, what was written, how long it took.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace halfstar::watch {

struct RebuildFacts {
    std::vector<std::string>
        changed; ///< names of what had changed, from the issue's folder; empty: it is the first build
    std::size_t pieces = 0;
    std::vector<std::string> written; ///< paths, from the output folder
    std::size_t errors = 0;           ///< then outputs stayed as they were
    std::chrono::milliseconds took{};
};

/// "parasite.md: zine.pdf, 1 page of site, 1 pdf, 214 ms", without a line's end.
std::string rebuild_line(const RebuildFacts& facts);

/// `path` as it is called from `folder`; itself when it is not below it.
std::string from_folder(const std::string& folder, const std::string& path);

} // namespace halfstar::watch

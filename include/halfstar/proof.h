// What was read back from a written output and compared with the tree, word for word.
#pragma once

#include <cstddef>
#include <string>

namespace halfstar {

/// One output that was read back. Losses are diagnostics.
struct Proof {
    std::string path;       ///< as people see it
    std::string format;     ///< "pdf", "epub", "site", or "source" for the files themselves
    std::size_t pieces = 0; ///< that it holds
    std::size_t flows = 0;  ///< that have words
    std::size_t words = 0;
};

} // namespace halfstar

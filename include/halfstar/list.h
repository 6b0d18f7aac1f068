// Any number of reviews, each on its own: paths are read from a stream one after the other, each review becomes one
// output below a folder, and a line of JSON says what became of it. Lists are shared out among machines by shards, and
// what has been made already can be left as it is. docs/scale.md is the guide.
#pragma once

#include "base.h"
#include "export.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// One of `count` parts of every list. A path's part follows from its words alone, so other paths do not move it.
struct Shard {
    std::uint32_t number = 1; ///< 1 to count
    std::uint32_t count = 1;
    bool has(std::string_view path) const;
};

/// "2/8". An Error says what is wrong with other words.
Result<Shard> shard_of_words(std::string_view words);

/// What is to be done about a review whose output was made of the same content before.
enum class Remaking : std::uint8_t { always, when_changed };

struct ListRequest {
    /// What holds for each review: backend, style, options, jobs. `output` is the folder; `inputs` are not used.
    ExportRequest each;
    /// The next bytes of the list, as many as there are; empty at its end. Paths end in a NUL if the first bytes hold
    /// one, else at line ends.
    std::function<Result<std::string>()> more;
    /// Takes a review's line, with its line end; called by one thread at a time, in the order in which reviews are
    /// done. After an Error nothing more is begun.
    std::function<Result<void>(std::string_view line)> said;
    Shard shard;
    Remaking remaking = Remaking::always;
};

/// How many reviews came to what; and what is wrong with style or options, which keeps all of them from being made.
struct ListReport {
    std::size_t written = 0, unchanged = 0, failed = 0;
    Sources sources;
    Diagnostics diagnostics;
};

/// Makes what the list names. Memory does not grow with its length. An Error: the list could not be read to its end, or
/// `said` gave it.
Result<void> export_list(const ListRequest& request, ListReport& report);

} // namespace halfstar

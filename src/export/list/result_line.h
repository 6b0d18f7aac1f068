// What became of a review, as one line of JSON. docs/scale.md says what it holds.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

enum class ReviewStatus : std::uint8_t { written, unchanged, failed };

struct ReviewResult {
    std::string source; ///< as the list has it
    std::string output; ///< where it is, or would have been
    ReviewStatus status = ReviewStatus::failed;
    std::uint32_t pages = 0;        ///< of what has pages
    std::uint64_t bytes = 0;        ///< of the output
    std::string source_digest;      ///< SHA-256 in hexadecimal; empty: it could not be read
    std::string diagnostics = "[]"; ///< a JSON array
};

/// With its line end.
std::string result_line(const ReviewResult& result);

/// All of them on one line; a file is named where it is not `source`. A failure of the world stands last, in the form
/// of a diagnostic that has no place and the code "failure".
std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources,
                             const std::string& source, const std::optional<Error>& failure);

} // namespace halfstar

// What is kept of an output beside it, so that a later run can tell whether it is still what its sources make: of what
// it was made, its own digest, and what there was to say. A record that is torn, old or somebody else's is no record.
#pragma once

#include "export/list/witness.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

struct MadeRecord {
    std::string settings; ///< digest of everything that is the same for all reviews of a run
    std::string source;   ///< relative to its root, which names and dates may follow from
    std::string source_digest;
    std::vector<Answer> answers;
    std::string output_digest;
    std::uint64_t bytes = 0;
    std::uint32_t pages = 0;
    std::string diagnostics; ///< a JSON array
    friend bool operator==(const MadeRecord&, const MadeRecord&) = default;
};

/// The path of an output's record, relative to the outputs' folder: ".halfstar/made/3f/3fa0…", by the digest of
/// `place`.
std::string record_path(std::string_view place);

std::string text_of(const MadeRecord& record);
/// Nothing where the text is no whole record.
std::optional<MadeRecord> record_of(std::string_view text);

} // namespace halfstar

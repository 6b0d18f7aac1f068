// The outputs of a list on disk, and the record of each: written whole or not at all, below one folder and nowhere
// else.
#pragma once

#include "export/list/made_record.h"
#include "export/outputs.h"

#include <memory>
#include <optional>
#include <string>

namespace halfstar {

/// What passed through on its way to disk.
struct WrittenOutput {
    bool whole = false; ///< it stands under its name
    std::string digest; ///< of its bytes, in hexadecimal; empty where the writer went back and changed some
    std::uint64_t bytes = 0;
};

/// A sink for the one file at `place` below `folder`, which fills in `written`; a link in its place is replaced, and
/// one on the way that leads out of the folder is an Error.
std::unique_ptr<PlaceSink> open_kept_output(std::string folder, std::string place, WrittenOutput& written);

/// The record of the output at `place`, if there is a whole one.
std::optional<MadeRecord> kept_record(const std::string& folder, const std::string& place, const FileReader& reader);
Result<void> keep_record(const std::string& folder, const std::string& place, const MadeRecord& record);

/// Whether the output still has the bytes that its record speaks of.
bool stands_as(const MadeRecord& record, const std::string& folder, const std::string& place, const FileReader& reader);

} // namespace halfstar

// Everything that is read before anything is made: the pieces and their files, and what their folder says
// of the issue that they are (issue.yaml, letter.md, about.md).
#pragma once

#include "export/inputs.h"

#include <halfstar/export.h>
#include <halfstar/issue.h>

#include <optional>
#include <vector>

namespace halfstar {

class KeptReadings;

struct Manuscript {
    std::vector<Piece> pieces;
    std::vector<InputFile> files; ///< of the pieces
    std::optional<IssueSettings> issue; ///< none: the pieces stand for themselves
    std::optional<Piece> letter, about;
    ReadOptions reading; ///< the request's, with what the issue adds
};

/// Whether the pieces are read as an issue: always, or when their folder says so by an issue.yaml.
enum class ReadAs : std::uint8_t { pieces, pieces_or_issue, issue };

/// Reads the request's inputs. Of an issue, issue.yaml comes first, since it says in what language and on what
/// scale the pieces are written and which files are none. What `kept` has is not read again.
Manuscript read_manuscript(const ExportRequest& request, ReadAs as, const FileReader& reader, ExportReport& report,
                           KeptReadings* kept = nullptr);

} // namespace halfstar

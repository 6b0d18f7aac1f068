// From pieces to an Edition, by passes in one listed order.
#pragma once

#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>
#include <halfstar/issue.h>

#include <optional>
#include <string>
#include <vector>

namespace halfstar {

struct ComposeSettings {
    std::string title = {}; ///< empty: the issue's, else the one piece's title, else from the pieces
    std::string language = {};
    /// What issue.yaml says, or null where the pieces are no issue: then nothing is selected, ordered, grouped,
    /// counted or listed in indexes, and the edition has no parts.
    const IssueSettings* issue = nullptr;
    Spoilers spoilers = Spoilers::shown; ///< the issue's holds too
    std::optional<Piece> letter = {}; ///< the editor's; both stand in an issue alone
    std::optional<Piece> about = {};
    int jobs = 1; ///< threads; 0: as many as cores
};

/// Links that lead to no piece, and what the issue names and does not have, are reported, once a call.
Edition compose(std::vector<Piece> pieces, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Gives the edition the identifier of its content, on up to `jobs` threads: the same content has the same.
void identify(Edition& edition, int jobs = 1);

} // namespace halfstar

// Which files are pieces: inputs as the user named them to a list of files, each with its root.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/export.h>

#include <string>
#include <vector>

namespace halfstar {

/// One file to read.
struct InputFile {
    std::string name;   ///< as diagnostics show it
    std::string path;   ///< as given or found; empty for standard input
    std::string folder; ///< canonical folder of the file
    std::string root;   ///< canonical root of its source
    std::string relative; ///< path from the root, with '/'
};

/// Files in the order given; a folder's files sorted by path. README*, letter.md, about.md, dot-folders and what
/// lies in the output folder are passed over. Reports missing_input and no_pieces.
std::vector<InputFile> find_inputs(const ExportRequest& request, const FileReader& reader, Diagnostics& diagnostics);

/// The nearest folder at or above `folder` that holds issue.yaml or .git; `folder` itself when there is none.
std::string find_root(const std::string& folder, const FileReader& reader);

} // namespace halfstar

// Where outputs go: beside their inputs, into a folder, into one file, or to standard output.
#pragma once

#include "export/inputs.h"

#include "foundation/base/files.h"

#include <halfstar/base.h>
#include <halfstar/export.h>

#include <memory>
#include <string>
#include <vector>

namespace halfstar {

/// The file that one output becomes.
struct OutputPlace {
    std::string folder;
    std::string name;
    bool standard_output = false;
    /// As people see it: folder/name (folder alone where it takes several files), or "standard output".
    std::string path() const;
};

/// One place for each of `files` when the request has one output each, else one for all. In a folder that was asked for
/// several outputs have the names of their pieces, `keys`; all others follow their inputs. They end in `suffix`; two that would be the same get -2, -3 behind their stems. An Error when several outputs
/// were asked into one file.
Result<std::vector<OutputPlace>> place_outputs(const ExportRequest& request, const std::vector<InputFile>& files,
                                               const std::vector<std::string>& keys, std::string_view suffix, const FileReader& reader);

/// The folder of an output that is one: the request's, else beside the input and named after it with `suffix`.
OutputPlace place_folder(const ExportRequest& request, std::string_view suffix, const FileReader& reader);

/// The folder that stands in for a place which turns out to take several files: "a/b.svg" becomes "a/b".
OutputPlace as_folder(const OutputPlace& place);

/// A sink that is told when everything is written.
class PlaceSink : public Sink {
public:
    virtual Result<void> finish() = 0;
};

/// `files` says whether the output is a folder of its own: then what stays the same is not written again, and
/// files that an earlier run wrote there and this one did not are removed (src/export/kept_folder.h).
/// `replaced` is as DiskSink has it.
std::unique_ptr<PlaceSink> open_sink(const OutputPlace& place, Files files, Replaced replaced = {});

} // namespace halfstar

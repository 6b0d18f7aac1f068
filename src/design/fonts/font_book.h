// Finds faces: by the manifests in fonts/ (which name files and packages), then by fontconfig; and the
// fallback chain for what a face lacks. Opened once a run; faces are opened when they are first asked for.
#pragma once

#include "design/fonts/face.h"

#include <halfstar/diagnostics.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// A file of a family, as its manifest (or fontconfig) describes it.
struct FaceFile {
    std::string family;
    int weight = 400;
    bool italic = false;
    std::string path; ///< empty when it is not installed
    unsigned index = 0;
    std::string package; ///< Debian's
    std::string file;    ///< as the manifest calls it, below a folder of fonts
};

class FontBook {
public:
    /// Reads the embedded manifests; `extra_folders` are searched before the system's.
    explicit FontBook(std::vector<std::string> extra_folders = {});
    ~FontBook();

    /// The installed face nearest in weight and slant, or null: then Code::missing_face was reported
    /// with the package that has it (once a family).
    const Face* find(std::string_view family, int weight, bool italic, Diagnostics& diagnostics) const;

    /// The first face of the chain that has `code_point`: the families named, then the program's own chain
    /// by script and language, then fontconfig's choice; null when none has it.
    const Face* fallback(char32_t code_point, std::string_view language, int weight, bool italic,
                         const std::vector<std::string>& families) const;

    /// Every file that the manifests name, found or not.
    std::vector<FaceFile> files() const;
    /// Where files are looked for.
    const std::vector<std::string>& folders() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace halfstar

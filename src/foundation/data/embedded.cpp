#include "foundation/data/embedded.h"

#include <algorithm>

namespace halfstar {

const EmbeddedFile* find_embedded(std::string_view path) {
    const std::span<const EmbeddedFile> files = embedded_files();
    const auto found = std::lower_bound(files.begin(), files.end(), path,
                                        [](const EmbeddedFile& file, std::string_view sought) { return file.path < sought; });
    return found == files.end() || found->path != path ? nullptr : &*found;
}

std::optional<std::string_view> embedded_file(std::string_view path) {
    const EmbeddedFile* const file = find_embedded(path);
    return file == nullptr ? std::nullopt : std::optional(file->text);
}

} // namespace halfstar

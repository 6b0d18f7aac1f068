// The program's own data (styles, font manifests, locales, targets), compiled in: one binary needs no folder.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace halfstar {

struct EmbeddedFile {
    std::string_view path; ///< "styles/programme/style.yaml", "fonts/vollkorn.yaml", "locales/en.yaml"
    std::string_view text;
};

/// Sorted by path.
std::span<const EmbeddedFile> embedded_files();
std::optional<std::string_view> embedded_file(std::string_view path);

} // namespace halfstar

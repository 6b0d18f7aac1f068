// The program's own data (styles, font manifests, locales, targets), compiled in: one binary needs no folder. What is
// YAML is compiled in a second time as it was read when the binary was built (scripts/embed.cpp).
#pragma once

#include "foundation/data/value.h"

#include <optional>
#include <span>
#include <string_view>

namespace halfstar {

struct EmbeddedFile {
    std::string_view path; ///< "styles/programme/style.yaml", "fonts/vollkorn.yaml", "locales/en.yaml"
    std::string_view text;
    std::string_view packed; ///< of YAML: its value, for `unpacked`
};

/// Sorted by path.
std::span<const EmbeddedFile> embedded_files();
/// The file at `path`, or null.
const EmbeddedFile* find_embedded(std::string_view path);
std::optional<std::string_view> embedded_file(std::string_view path);

} // namespace halfstar

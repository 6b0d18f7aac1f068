// What fonts/*.yaml say of a family: its files and the package that installs them, and where it stands in
// the chain of faces that help out. One manifest a family, named after it, so that a family's own manifest
// is the only one that has to be read to find it. docs/fonts.md lists the keys.
#pragma once

#include "foundation/data/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

struct ManifestFile {
    std::string file; ///< below a folder of fonts: "truetype/vollkorn/Vollkorn-Regular.ttf"
    int weight = 400;
    bool italic = false;
    unsigned index = 0;
};

struct Manifest {
    std::string family;
    std::string package; ///< Debian's
    std::string licence; ///< SPDX
    std::string designer; ///< who drew it, for colophons; may be empty
    int order = 0;       ///< place in the fallback chain; 0: not in it
    std::vector<std::string> scripts;   ///< ISO 15924; Zyyy and Zsye for what no script owns, and for emoji
    std::vector<std::string> languages; ///< BCP 47; whose text prefers this family to others of its scripts
    std::vector<std::string> features;
    std::vector<ManifestFile> files;
};

/// The embedded path of a family's manifest: "fonts/league-spartan.yaml".
std::string manifest_path(std::string_view family);
/// Nothing when the value is not that of a manifest.
std::optional<Manifest> read_manifest(const Value& value);
std::optional<Manifest> manifest_of(std::string_view family);
/// Every embedded manifest, in the order of the fallback chain, then by family.
std::vector<Manifest> all_manifests();

} // namespace halfstar

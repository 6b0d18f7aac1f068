// What there is to choose from: styles, targets and faces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// A built-in style.
struct StyleEntry {
    std::string name, description;
    std::vector<std::string> pages;    ///< "note-a4", "zine-a5"
    std::vector<std::string> families; ///< of its elements, the one of text first
};
/// Sorted by name.
std::vector<StyleEntry> list_styles();

/// A built-in target.
struct TargetEntry {
    std::string name, description, as_of;
    std::vector<std::string> sources; ///< addresses that say so
};
/// Sorted by name.
std::vector<TargetEntry> list_targets();

/// A file of a family: where it is, or that it is not there.
struct FaceEntry {
    std::string file; ///< below a folder of fonts: "truetype/vollkorn/Vollkorn-Regular.ttf"
    std::string path; ///< empty: not found
};
/// A family that a manifest describes.
struct FamilyEntry {
    std::string name;
    std::string licence; ///< SPDX
    std::string package; ///< Debian's
    std::vector<FaceEntry> faces;
    std::vector<std::string> styles; ///< built-in ones that set elements in it
    bool helps_out = false;          ///< asked for characters that other faces lack
};
struct FontCatalogue {
    std::vector<FamilyEntry> families;
    std::vector<std::string> folders; ///< where files were looked for
};
/// Every family of the program's manifests, those that help out first and in the order in which they are asked. Looks for
/// each of their files, and so reads folders of fonts; fontconfig is not asked.
FontCatalogue list_fonts();

} // namespace halfstar

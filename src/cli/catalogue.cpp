#include "cli/catalogue.h"

#include "foundation/base/strings.h"

#include <fmt/core.h>
#include <halfstar/catalogue.h>

#include <algorithm>

namespace halfstar::cli {
namespace {

std::string use_of(const FamilyEntry& family) {
    if (!family.styles.empty()) return join(family.styles, ", ");
    return family.helps_out ? "where others lack a character" : "for styles of your own";
}

std::string family_line(const FamilyEntry& family, std::size_t found, std::size_t width) {
    const std::string count = found == family.faces.size() ? fmt::format("{} found", found)
                              : found == 0                 ? "missing"
                                                           : fmt::format("{} of {} found", found, family.faces.size());
    return fmt::format("{:{}}  {:13}  {:13}  {}\n", family.name, width, count, family.licence, use_of(family));
}

std::string missing_lines(const FamilyEntry& family, std::size_t found, const std::vector<std::string>& folders) {
    std::string text;
    if (found > 0)
        for (const FaceEntry& face : family.faces)
            if (face.path.empty()) text += fmt::format("    not there: {}\n", face.file);
    const std::string why = found == 0 ? "none of its files is" : "these are not";
    return text + fmt::format("    {} in {}; they come with the package {}:\n    sudo apt install {}\n", why, join(folders, ", "), family.package, family.package);
}

} // namespace

std::string styles_text() {
    std::string text;
    for (const StyleEntry& style : list_styles())
        text += fmt::format("{}\n    {}\n    pages: {}\n    faces: {}\n", style.name, style.description, join(style.pages, ", "), join(style.families, ", "));
    return text + "\nA folder of your own with a style.yaml is a style too: --style ./my-style\n";
}

std::string targets_text() {
    std::string text;
    for (const TargetEntry& target : list_targets()) {
        text += fmt::format("{}\n    {}; as of {}\n", target.name, target.description, target.as_of);
        for (const std::string& source : target.sources) text += fmt::format("    {}\n", source);
    }
    return text + "\nA file of your own is a target too: --target ./my-printer.yaml\n";
}

std::string fonts_text(Loudness loudness) {
    const FontCatalogue catalogue = list_fonts();
    std::size_t width = 0;
    for (const FamilyEntry& family : catalogue.families)
        width = std::max(width, family.name.size());
    std::string text;
    for (const FamilyEntry& family : catalogue.families) {
        const auto is_there = [](const FaceEntry& face) { return !face.path.empty(); };
        const auto found = static_cast<std::size_t>(std::count_if(family.faces.begin(), family.faces.end(), is_there));
        text += family_line(family, found, width);
        if (loudness == Loudness::verbose)
            for (const FaceEntry& face : family.faces)
                if (is_there(face)) text += fmt::format("    {}\n", face.path);
        if (found < family.faces.size()) text += missing_lines(family, found, catalogue.folders);
    }
    return text;
}

} // namespace halfstar::cli

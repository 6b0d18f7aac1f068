#include <halfstar/catalogue.h>

#include "design/fonts/font_book.h"
#include "design/fonts/manifest.h"
#include "design/style/load.h"
#include "design/target/load.h"
#include "foundation/base/files.h"

#include <algorithm>

namespace halfstar {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

StyleEntry entry_of(const Style& style) {
    StyleEntry entry{style.name, style.description, {}, {}};
    // A denser page is never asked for by its name.
    std::vector<std::string> denser;
    for (const PageSpec& page : style.pages) denser.insert(denser.end(), page.denser.begin(), page.denser.end());
    for (const PageSpec& page : style.pages)
        if (std::find(denser.begin(), denser.end(), page.name) == denser.end()) entry.pages.push_back(page.name);
    for (const TextSpec& element : style.elements)
        add_once(entry.families, element.family);
    for (const PageSpec& page : style.pages)
        for (const auto& [element, spec] : page.overrides)
            add_once(entry.families, spec.family);
    return entry;
}

} // namespace

std::vector<StyleEntry> list_styles() {
    std::vector<StyleEntry> entries;
    for (const std::string& name : style_names()) {
        Sources sources;
        Diagnostics diagnostics;
        if (const auto style = load_style(name, DiskReader(), sources, diagnostics)) entries.push_back(entry_of(*style));
    }
    return entries;
}

std::vector<TargetEntry> list_targets() {
    std::vector<TargetEntry> entries;
    for (const std::string& name : target_names()) {
        Sources sources;
        Diagnostics diagnostics;
        if (const auto target = load_target(name, DiskReader(), sources, diagnostics))
            entries.push_back({target->name, target->description, target->as_of, target->sources});
    }
    return entries;
}

FontCatalogue list_fonts() {
    const FontBook book;
    FontCatalogue catalogue;
    catalogue.folders = book.folders();
    for (const Manifest& manifest : all_manifests())
        catalogue.families.push_back({manifest.family, manifest.licence, manifest.package, {}, {}, manifest.order > 0});
    const auto family = [&](const std::string& name) {
        return std::find_if(catalogue.families.begin(), catalogue.families.end(), [&](const FamilyEntry& one) { return one.name == name; });
    };
    for (const FaceFile& file : book.files())
        if (const auto found = family(file.family); found != catalogue.families.end()) found->faces.push_back({file.file, file.path});
    for (const StyleEntry& style : list_styles())
        for (const std::string& name : style.families)
            if (const auto found = family(name); found != catalogue.families.end()) found->styles.push_back(style.name);
    return catalogue;
}

} // namespace halfstar

#include "design/style/load.h"

#include "design/style/contrast.h"
#include "design/style/inherit.h"
#include "design/style/reading.h"
#include "design/style/schema.h"
#include "foundation/base/strings.h"
#include "foundation/data/embedded.h"
#include "foundation/data/packed_value.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>

namespace halfstar {
namespace {

constexpr std::uint64_t style_byte_limit = 1u << 20;
constexpr std::string_view ground = "base"; ///< what the others extend; it has no page of its own

/// A style.yaml that was found: its name for diagnostics, its path (one a file, so that circles are seen), its text.
struct StyleFile {
    std::string name;
    std::string path;
    std::string folder; ///< empty for built-in ones
    std::string text;
    std::string_view packed; ///< of built-in ones
};

std::string built_in_path(std::string_view name) { return "styles/" + std::string(name) + "/style.yaml"; }

/// The last name in a path, which is what a style in a folder is called.
std::string last_name(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(path.substr(path.find_last_of('/') + 1));
}

class Loader {
public:
    Loader(const FileReader& reader, Sources& sources, Reading& reading)
        : reader_(reader), sources_(sources), reading_(reading) {}

    /// The style's values, laid upon those of the style that it extends; nothing after a fault.
    std::optional<Value> load(const std::string& name, const std::string& from_folder, Span named_at);

private:
    std::optional<StyleFile> find(const std::string& name, const std::string& from_folder) const;
    std::optional<Value> parse(const StyleFile& file);
    std::nullopt_t unknown_style(const std::string& name, Span named_at);

    const FileReader& reader_;
    Sources& sources_;
    Reading& reading_;
    std::vector<std::string> open_; ///< paths of the styles that are being extended
};

std::optional<StyleFile> Loader::find(const std::string& name, const std::string& from_folder) const {
    if (name.find('/') == std::string::npos)
        if (const EmbeddedFile* file = find_embedded(built_in_path(name)))
            return StyleFile{std::string(file->path), std::string(file->path), "", std::string(file->text), file->packed};
    const bool relative = !from_folder.empty() && !name.starts_with('/');
    const std::string folder = relative ? from_folder + "/" + name : name;
    const std::string path = folder + (folder.ends_with('/') ? "style.yaml" : "/style.yaml");
    if (name.empty() || !reader_.is_file(path)) return std::nullopt;
    auto text = reader_.read(path, style_byte_limit);
    if (!text) return std::nullopt;
    return StyleFile{path, reader_.canonical(path), folder, std::move(*text), {}};
}

std::nullopt_t Loader::unknown_style(const std::string& name, Span named_at) {
    const std::vector<std::string> names = style_names();
    std::vector<std::string> hints;
    if (const auto near = nearest(name, names))
        hints.push_back("did you mean '" + *near + "'?");
    else
        hints.push_back("built in: " + join(names, ", "));
    reading_.faultless = false;
    reading_.diagnostics.report(Code::unknown_style, named_at, {name}, std::move(hints));
    return std::nullopt;
}

std::optional<Value> Loader::parse(const StyleFile& file) {
    const SourceId source = sources_.add(file.name, file.text);
    if (!file.packed.empty()) return unpacked(file.packed, source);
    Diagnostics faults;
    const Span where{source, 0, static_cast<std::uint32_t>(file.text.size())};
    Value value = read_yaml(file.text, where, faults);
    for (const Diagnostic& fault : faults.all()) reading_.fault(fault.span, fault.message, fault.hints);
    if (!faults.empty()) return std::nullopt;
    return value;
}

std::optional<Value> Loader::load(const std::string& name, const std::string& from_folder, Span named_at) {
    const auto file = find(name, from_folder);
    if (!file) return unknown_style(name, named_at);
    if (std::find(open_.begin(), open_.end(), file->path) != open_.end()) {
        reading_.fault(named_at, "the style '" + name + "' extends itself by way of this one");
        return std::nullopt;
    }
    open_.push_back(file->path);
    auto value = parse(*file);
    if (!value) return std::nullopt;
    const Value* extends = value->find("extends");
    if (extends == nullptr) return value;
    const auto under_name = read_text(*extends, reading_);
    if (!under_name) return std::nullopt;
    const auto under = load(*under_name, file->folder, extends->span);
    if (!under) return std::nullopt;
    return merged(*under, *value);
}

} // namespace

std::optional<Style> load_style(const std::string& name, const FileReader& reader, Sources& sources,
                                Diagnostics& diagnostics, StyleParts parts) {
    Reading reading{diagnostics, {}, {}, nullptr, nullptr, true, {}};
    Loader loader(reader, sources, reading);
    const auto value = loader.load(name, "", Span{});
    if (!value) return std::nullopt;
    reading.variants = parts == StyleParts::all || find_embedded(built_in_path(name)) == nullptr;
    Style style = read_style(*value, reading);
    style.name = last_name(name);
    if (!reading.faultless) return std::nullopt;
    check_contrast(style, *value, diagnostics);
    return style;
}

std::vector<std::string> style_names() {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : embedded_files()) {
        const auto parts = split(file.path, '/');
        if (parts.size() == 3 && parts[0] == "styles" && parts[2] == "style.yaml" && parts[1] != ground)
            names.emplace_back(parts[1]);
    }
    return names;
}

Paint paint_of(const Style& style, std::size_t colour) {
    if (colour >= style.colours.size()) return {};
    const StyleColour& own = style.colours[colour];
    std::uint8_t spot = 0;
    for (std::size_t i = 0; !own.spot.empty() && i <= colour; ++i)
        if (!style.colours[i].spot.empty()) ++spot;
    return {own.red, own.green, own.blue, spot};
}

std::vector<Spot> spots_of(const Style& style) {
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < style.colours.size(); ++i)
        if (!style.colours[i].spot.empty()) spots.push_back({style.colours[i].spot, paint_of(style, i)});
    return spots;
}

const PageSpec* find_page(const Style& style, std::string_view name) {
    const auto found = std::find_if(style.pages.begin(), style.pages.end(),
                                    [&](const PageSpec& page) { return page.name == name; });
    return found == style.pages.end() ? nullptr : &*found;
}

std::optional<PageSpec> variant_of(const Style& style, const PageSpec& page, std::string_view variant) {
    for (const StyleVariant& one : style.variants) {
        if (one.name != variant) continue;
        for (PageSpec found : one.pages) {
            if (found.name != page.name) continue;
            for (Length PageSpec::*own : {&PageSpec::grid, &PageSpec::first_baseline, &PageSpec::inner, &PageSpec::outer,
                                          &PageSpec::side, &PageSpec::gutter})
                found.*own = page.*own;
            found.trim = page.trim;
            found.rows = page.rows;
            return found;
        }
    }
    return std::nullopt;
}

const TextSpec& element_on(const Style& style, const PageSpec& page, Element element) {
    for (const auto& [overridden, spec] : page.overrides)
        if (overridden == element) return spec;
    return style.element(element);
}

} // namespace halfstar

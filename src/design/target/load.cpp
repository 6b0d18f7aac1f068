#include "design/target/load.h"

#include "design/style/inherit.h"
#include "design/style/reading.h"
#include "design/target/schema.h"
#include "foundation/base/strings.h"
#include "foundation/data/embedded.h"
#include "foundation/data/packed_value.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>

namespace halfstar {
namespace {

constexpr std::uint64_t target_byte_limit = 1u << 18;
constexpr std::uint64_t profile_byte_limit = 8u << 20;
constexpr std::string_view folder_of_targets = "targets/", extension = ".yaml";

struct TargetFile {
    std::string path, text;
    std::string_view packed; ///< of built-in ones
};

std::string built_in_path(std::string_view name) {
    return std::string(folder_of_targets) + std::string(name) + std::string(extension);
}

/// What a path's target is called: the file's name, or the folder's.
std::string called(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    if (path.ends_with("/target.yaml")) path.remove_suffix(std::string_view("/target.yaml").size());
    if (path.ends_with(extension)) path.remove_suffix(extension.size());
    return std::string(path.substr(path.find_last_of('/') + 1));
}

class Loader {
public:
    Loader(const FileReader& reader, Sources& sources, Reading& reading) : reader_(reader), sources_(sources), reading_(reading) {}

    /// The target's values, laid upon those of the target that it extends; nothing after a fault.
    std::optional<Value> load(const std::string& name, Span named_at) {
        const std::optional<TargetFile> file = find(name);
        if (!file) return unknown(name, named_at);
        if (std::find(open_.begin(), open_.end(), file->path) != open_.end()) {
            reading_.fault(named_at, "the target '" + name + "' extends itself by way of this one");
            return std::nullopt;
        }
        open_.push_back(file->path);
        std::optional<Value> value = parse(*file);
        const Value* extends = value ? value->find("extends") : nullptr;
        if (extends == nullptr) return value;
        const auto under_name = read_text(*extends, reading_);
        const auto under = under_name ? load(*under_name, extends->span) : std::nullopt;
        if (!under) return std::nullopt;
        return merged(*under, *value);
    }

private:
    std::optional<TargetFile> find(const std::string& name) const {
        if (name.find('/') == std::string::npos)
            if (const EmbeddedFile* file = find_embedded(built_in_path(name)))
                return TargetFile{std::string(file->path), std::string(file->text), file->packed};
        for (const std::string& path : {name, name + (name.ends_with('/') ? "" : "/") + "target.yaml"}) {
            if (name.empty() || !reader_.is_file(path)) continue;
            if (auto text = reader_.read(path, target_byte_limit)) return TargetFile{path, std::move(*text), {}};
        }
        return std::nullopt;
    }

    std::nullopt_t unknown(const std::string& name, Span named_at) {
        const std::vector<std::string> names = target_names();
        const auto near = nearest(name, names);
        reading_.faultless = false;
        reading_.diagnostics.report(Code::unknown_target, named_at, {name},
                                    {near ? "did you mean '" + *near + "'?" : "built in: " + join(names, ", ")});
        return std::nullopt;
    }

    std::optional<Value> parse(const TargetFile& file) {
        const SourceId source = sources_.add(file.path, file.text);
        if (!file.packed.empty()) return unpacked(file.packed, source);
        Diagnostics faults;
        Value value = read_yaml(file.text, {source, 0, static_cast<std::uint32_t>(file.text.size())}, faults);
        for (const Diagnostic& fault : faults.all()) reading_.fault(fault.span, fault.message, fault.hints);
        if (!faults.empty()) return std::nullopt;
        return value;
    }

    const FileReader& reader_;
    Sources& sources_;
    Reading& reading_;
    std::vector<std::string> open_; ///< paths of the targets that are being extended
};

/// One that is named and not there is no fault of the file: a preflight says which pictures need it.
void take_profile(Target& target, const Value& value, const FileReader& reader, Reading& reading) {
    const Value* colour = value.find("colour");
    const Value* profile = colour != nullptr ? colour->find("profile") : nullptr;
    const auto path = profile != nullptr ? read_text(*profile, reading) : std::nullopt;
    if (!path || !reader.is_file(*path)) return;
    if (auto bytes = reader.read(*path, profile_byte_limit)) target.inks.profile = std::move(*bytes);
}

} // namespace

std::optional<Target> load_target(const std::string& name, const FileReader& reader, Sources& sources, Diagnostics& diagnostics) {
    Reading reading{diagnostics, {}, {}, nullptr, nullptr, true, {}, Code::target_error};
    const auto value = Loader(reader, sources, reading).load(name, Span{});
    if (!value) return std::nullopt;
    Target target = read_target(*value, reading);
    target.name = called(name);
    take_profile(target, *value, reader, reading);
    if (!reading.faultless) return std::nullopt;
    return target;
}

std::vector<std::string> target_names() {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(folder_of_targets)) names.push_back(called(file.path));
    return names;
}

} // namespace halfstar

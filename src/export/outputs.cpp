#include "export/outputs.h"

#include "export/kept_folder.h"
#include "export/standard_output.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"

#include <set>

namespace halfstar {
namespace {

std::pair<std::string, std::string> split_path(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return {".", path};
    return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

std::string stem_of(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// Whether -o names a folder: it is one, ends in a slash, or several outputs need one.
bool names_folder(const std::string& output, std::size_t outputs, const FileReader& reader) {
    return output.ends_with('/') || outputs > 1 || reader.is_folder(output);
}

/// Stem and folder of what an output is named after: a file, a folder, or standard input.
std::pair<std::string, std::string> named_after(const std::string& input, const FileReader& reader) {
    if (input.empty() || input == "-") return {".", "standard-input"};
    std::string path = input;
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    if (path == "." || path == ".." || path.ends_with("/..")) path = reader.canonical(path);
    auto [folder, name] = split_path(path);
    return {folder, reader.is_folder(path) ? name : stem_of(name)};
}

class Namer {
public:
    explicit Namer(std::string_view extension) : extension_(extension) {}

    OutputPlace place(const std::string& folder, const std::string& stem) {
        for (int n = 1;; ++n) {
            const std::string name = stem + (n > 1 ? "-" + std::to_string(n) : "") + extension_;
            if (taken_.insert(folder + "/" + name).second) return {folder, name, false};
        }
    }

private:
    std::string extension_;
    std::set<std::string> taken_;
};

/// A sink that has nothing to do at the end.
template <class Opened>
class Plain : public PlaceSink {
public:
    template <class... Args>
    explicit Plain(Args&&... args) : sink_(std::forward<Args>(args)...) {}
    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override { return sink_.open(path); }
    std::unique_ptr<Scratch> scratch() override { return sink_.scratch(); }
    Result<void> finish() override { return {}; }

private:
    Opened sink_;
};

} // namespace

std::string OutputPlace::path() const {
    if (standard_output) return "standard output";
    if (name.empty()) return folder;
    return folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name;
}

Result<std::vector<OutputPlace>> place_outputs(const ExportRequest& request, const std::vector<InputFile>& files,
                                               const std::vector<std::string>& keys, std::string_view suffix, const FileReader& reader) {
    const std::size_t count = request.one_output_each ? files.size() : 1;
    const bool from_standard_input = request.inputs.size() == 1 && request.inputs.front() == "-";
    if (request.output == "-" || (request.output.empty() && from_standard_input)) {
        if (count > 1) return Error{"several outputs cannot go to standard output"};
        return std::vector<OutputPlace>{OutputPlace{"", "", true}};
    }
    Namer namer(suffix);
    std::vector<OutputPlace> places;
    if (!request.output.empty() && !names_folder(request.output, count, reader)) {
        const auto [folder, name] = split_path(request.output);
        places.push_back({folder, name, false});
        return places;
    }
    if (count > 1 && !request.output.empty() && request.output.ends_with(suffix))
        return Error{"'" + request.output + "' is one file, but there are " + std::to_string(count) +
                     " outputs: name a folder"};
    std::string into = request.output;
    while (into.size() > 1 && into.ends_with('/'))
        into.pop_back();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& input = request.one_output_each ? files[i].path : request.inputs.front();
        const auto [folder, stem] = named_after(input, reader);
        const bool by_key = count > 1 && !into.empty();
        places.push_back(namer.place(into.empty() ? folder : into, by_key ? keys[i] : stem));
    }
    return places;
}

OutputPlace place_folder(const ExportRequest& request, std::string_view suffix, const FileReader& reader) {
    std::string into = request.output;
    while (into.size() > 1 && into.ends_with('/'))
        into.pop_back();
    if (!into.empty()) return {into, "", into == "-"};
    const auto [folder, stem] = named_after(request.inputs.front(), reader);
    return {(folder == "." ? std::string() : folder + "/") + stem + std::string(suffix), "", false};
}

OutputPlace as_folder(const OutputPlace& place) {
    if (place.standard_output) return place;
    return {place.folder + "/" + stem_of(place.name), "", false};
}

std::unique_ptr<PlaceSink> open_sink(const OutputPlace& place, Files files, Replaced replaced) {
    if (place.standard_output) return std::make_unique<Plain<StandardOutput>>();
    if (files == Files::many) return std::make_unique<KeptFolder>(place.folder, std::move(replaced));
    return std::make_unique<Plain<DiskSink>>(place.folder, place.name, std::move(replaced));
}

} // namespace halfstar

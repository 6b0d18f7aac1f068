#include "export/inputs.h"

#include "foundation/base/files.h"
#include "foundation/base/strings.h"

#include <set>

namespace halfstar {
namespace {

std::string parent_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string file_name_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool has_piece_extension(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    const std::string extension = ascii_lower(name.substr(dot));
    return extension == ".md" || extension == ".markdown" || extension == ".txt";
}

/// Files that stand beside pieces without being one.
bool is_companion(std::string_view name) {
    const std::string lower = ascii_lower(name);
    return lower.starts_with("readme") || lower == "letter.md" || lower == "about.md";
}

std::string relative_to(const std::string& root, const std::string& path) {
    if (!is_inside(root, path) || path.size() <= root.size()) return file_name_of(path);
    return path.substr(root == "/" ? 1 : root.size() + 1);
}

/// "did you mean 'reviews/stalker.md'?", when something of nearly the same name stands in the same folder.
std::vector<std::string> nearest_hint(const std::string& input, const FileReader& reader) {
    const std::string prefix = input.find('/') == std::string::npos ? "" : input.substr(0, input.rfind('/') + 1);
    const auto near = nearest(file_name_of(input), reader.list(prefix.empty() ? "." : prefix));
    if (!near) return {};
    return {"did you mean '" + prefix + *near + "'?"};
}

class Finder {
public:
    Finder(const ExportRequest& request, const FileReader& reader) : reader_(reader) {
        if (!request.output.empty() && request.output != "-") output_ = reader.canonical(request.output);
        if (!request.reading.root.empty()) root_ = reader.canonical(request.reading.root);
    }

    void add_file(const std::string& path) { add_file(path, reader_.canonical(path)); }

    void add_file(const std::string& path, const std::string& canonical) {
        InputFile file;
        file.name = path;
        file.path = path;
        file.folder = parent_of(canonical);
        file.root = root_for(file.folder);
        file.relative = relative_to(file.root, canonical);
        files.push_back(std::move(file));
    }

    void add_standard_input() {
        InputFile file;
        file.name = "standard input";
        file.folder = reader_.canonical(".");
        file.root = root_for(file.folder);
        file.relative = "standard-input.md";
        files.push_back(std::move(file));
    }

    /// The pieces below `folder`, sorted by path. Links that lead out of the root are not followed.
    void add_folder(const std::string& folder) {
        const std::string canonical = reader_.canonical(folder);
        if (!seen_folders_.insert(canonical).second) return;
        const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
        const std::string canonical_prefix = canonical == "/" ? canonical : canonical + "/";
        for (const FolderEntry& entry : reader_.entries(folder)) {
            if (entry.name.starts_with('.')) continue;
            const std::string path = prefix + entry.name;
            const std::string target = entry.kind == FolderEntry::Kind::unknown ? reader_.canonical(path) : canonical_prefix + entry.name;
            // An output folder inside the source would otherwise be read back on the next run.
            if (target == output_ || !is_inside(root_for(canonical), target)) continue;
            if (has_piece_extension(entry.name) && is_file(entry, path)) {
                if (!is_companion(entry.name)) add_file(path, target);
            } else if (is_folder(entry, path)) add_folder(path);
        }
    }

    std::vector<InputFile> files;

private:
    bool is_file(const FolderEntry& entry, const std::string& path) const {
        return entry.kind == FolderEntry::Kind::unknown ? reader_.is_file(path) : entry.kind == FolderEntry::Kind::file;
    }
    bool is_folder(const FolderEntry& entry, const std::string& path) const {
        return entry.kind == FolderEntry::Kind::unknown ? reader_.is_folder(path) : entry.kind == FolderEntry::Kind::folder;
    }
    const std::string& root_for(const std::string& folder) {
        if (!root_.empty()) return root_;
        if (folder != last_folder_) {
            last_folder_ = folder;
            last_root_ = find_root(folder, reader_);
        }
        return last_root_;
    }

    const FileReader& reader_;
    std::string output_, root_, last_folder_, last_root_;
    std::set<std::string> seen_folders_; ///< canonical; links may make a folder its own ancestor
};

} // namespace

std::string find_root(const std::string& folder, const FileReader& reader) {
    for (std::string at = folder;; at = parent_of(at)) {
        const std::string prefix = at == "/" ? at : at + "/";
        if (reader.is_file(prefix + "issue.yaml") || reader.is_file(prefix + ".git") ||
            !reader.list(prefix + ".git").empty())
            return at;
        if (at == "/" || at == ".") return folder;
    }
}

std::vector<InputFile> find_inputs(const ExportRequest& request, const FileReader& reader, Diagnostics& diagnostics) {
    Finder finder(request, reader);
    for (const std::string& input : request.inputs) {
        const std::size_t before = finder.files.size();
        if (input == "-") finder.add_standard_input();
        else if (reader.is_file(input)) finder.add_file(input);
        else if (!reader.is_folder(input)) {
            diagnostics.report(Code::missing_input, {}, {input}, nearest_hint(input, reader));
            continue;
        } else finder.add_folder(input);
        if (finder.files.size() == before)
            diagnostics.report(Code::no_pieces, {}, {input},
                               {"reviews are files that end in .md, .markdown or .txt; README files are not read"});
    }
    return std::move(finder.files);
}

} // namespace halfstar

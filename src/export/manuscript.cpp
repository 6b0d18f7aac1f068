#include "export/manuscript.h"

#include "compose/date_order.h"
#include "compose/scale_inference.h"
#include "export/issue_cover.h"
#include "export/read_inputs.h"
#include "foundation/base/files.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar {
namespace {

constexpr std::uint64_t issue_byte_limit = 1u << 20;

/// The folder that the request is an issue of: its one input, when that is a folder.
std::optional<std::string> folder_of(const ExportRequest& request, const FileReader& reader) {
    if (request.inputs.size() != 1 || !reader.is_folder(request.inputs.front())) return std::nullopt;
    std::string folder = request.inputs.front();
    while (folder.size() > 1 && folder.ends_with('/'))
        folder.pop_back();
    return folder;
}

std::string in_folder(const std::string& folder, std::string_view name) {
    if (folder == ".") return std::string(name);
    return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

class ManuscriptReader {
public:
    ManuscriptReader(const ExportRequest& request, const FileReader& reader, ExportReport& report, KeptReadings* kept)
        : request_(request), reader_(reader), report_(report), kept_(kept), folder_(folder_of(request, reader)) {}

    Manuscript read(ReadAs as) {
        Manuscript manuscript;
        if (as != ReadAs::pieces) read_issue_file(manuscript);
        if (as == ReadAs::issue && !manuscript.issue) manuscript.issue.emplace();
        std::vector<InputFile> files = find_inputs(request_, reader_, report_.diagnostics);
        if (manuscript.issue) {
            leave_out(files, *manuscript.issue);
            settle_reading(*manuscript.issue);
        }
        manuscript.reading = request_.reading;
        auto pieces = read_inputs(request_, files, reader_, report_.sources, report_.diagnostics, kept_);
        manuscript.pieces.reserve(files.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (!pieces[i]) continue;
            manuscript.pieces.push_back(std::move(*pieces[i]));
            manuscript.files.push_back(std::move(files[i]));
        }
        settle_folders(manuscript);
        if (manuscript.issue && folder_) {
            manuscript.letter = companion("letter.md");
            manuscript.about = companion("about.md");
        }
        return manuscript;
    }

private:
    void read_issue_file(Manuscript& manuscript) {
        if (!folder_) return;
        const std::string path = in_folder(*folder_, "issue.yaml");
        if (!reader_.is_file(path) || leads_out(path)) return;
        const SourceId source = report_.sources.add(path, "");
        const Result<std::string> text = reader_.read(path, issue_byte_limit);
        if (!text) {
            report_.diagnostics.report(Code::unreadable_input, {source, 0, 0}, {path, text.error().message});
            return;
        }
        report_.sources.set_text(source, *text);
        manuscript.issue = read_issue(*text, source, report_.diagnostics);
        const std::string folder = reader_.canonical(*folder_);
        find_cover(manuscript.issue->cover, folder, root_of(folder), reader_, report_.diagnostics);
    }

    /// Scales and dates that only all pieces of a folder tell.
    void settle_folders(Manuscript& manuscript) {
        std::vector<std::string> roots;
        std::vector<RatedFolder> folders;
        for (std::size_t i = 0; i < manuscript.pieces.size(); ++i) {
            const InputFile& file = manuscript.files[i];
            const auto found = std::find(roots.begin(), roots.end(), file.root);
            const auto at = static_cast<std::size_t>(found - roots.begin());
            if (found == roots.end()) {
                roots.push_back(file.root);
                folders.push_back({shown_root(file), {}});
            }
            folders[at].pieces.push_back(&manuscript.pieces[i]);
        }
        for (const RatedFolder& folder : folders) {
            settle_date_order(folder, report_.diagnostics);
            for (FolderScale& scale : settle_scales(folder, report_.diagnostics))
                report_.scales.push_back(std::move(scale));
        }
    }

    /// The root as the user's paths lead to it: what is left of a path without the part below the root.
    static std::string shown_root(const InputFile& file) {
        std::string_view path = file.name;
        if (!path.ends_with(file.relative)) return ".";
        path.remove_suffix(file.relative.size());
        while (path.size() > 1 && path.ends_with('/'))
            path.remove_suffix(1);
        return path.empty() ? "." : std::string(path);
    }

    /// Paths in `ignore` count from the issue's folder.
    void leave_out(std::vector<InputFile>& files, const IssueSettings& issue) {
        if (!folder_ || issue.ignore.empty()) return;
        const std::string prefix = *folder_ == "." ? std::string() : in_folder(*folder_, "");
        std::erase_if(files, [&](const InputFile& file) {
            std::string_view path = file.path;
            if (path.starts_with("./")) path.remove_prefix(2);
            if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
            return std::any_of(issue.ignore.begin(), issue.ignore.end(),
                               [&](const std::string& pattern) { return path_fits(path, pattern); });
        });
    }

    /// The command line goes before the issue.
    void settle_reading(const IssueSettings& issue) {
        if (request_.reading.language.empty()) request_.reading.language = issue.language;
        if (request_.reading.rating_best == 0) request_.reading.rating_best = issue.rating_best;
    }

    std::string root_of(const std::string& folder) const {
        return request_.reading.root.empty() ? find_root(folder, reader_) : reader_.canonical(request_.reading.root);
    }

    /// Whether it is a link to what must not be read. Says so.
    bool leads_out(const std::string& path) {
        if (is_inside(root_of(reader_.canonical(*folder_)), reader_.canonical(path))) return false;
        report_.diagnostics.report(Code::unreadable_input, {}, {path, "it leads out of the folder of the source"});
        return true;
    }

    std::optional<Piece> companion(std::string_view name) {
        const std::string path = in_folder(*folder_, name);
        if (!reader_.is_file(path) || leads_out(path)) return std::nullopt;
        const std::string folder = reader_.canonical(*folder_);
        InputFile file{path, path, folder, {}, std::string(name)};
        file.root = root_of(folder);
        auto pieces = read_inputs(request_, {file}, reader_, report_.sources, report_.diagnostics, kept_);
        return std::move(pieces.front());
    }

    ExportRequest request_;
    const FileReader& reader_;
    ExportReport& report_;
    KeptReadings* kept_;
    std::optional<std::string> folder_;
};

} // namespace

Manuscript read_manuscript(const ExportRequest& request, ReadAs as, const FileReader& reader, ExportReport& report,
                           KeptReadings* kept) {
    return ManuscriptReader(request, reader, report, kept).read(as);
}

} // namespace halfstar

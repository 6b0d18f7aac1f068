#include "export/check.h"

#include "export/editions.h"
#include "export/manuscript.h"
#include "export/mending.h"
#include "export/unified_diff.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"
#include "lint/lint.h"
#include "read/read.h"
#include "read/text_repair.h"

#include <algorithm>
#include <array>
#include <set>

namespace halfstar {
namespace {

constexpr std::array<std::string_view, 5> picture_extensions = {".png", ".jpg", ".jpeg", ".webp", ".gif"};

bool is_picture_name(std::string_view name) {
    const std::string lower = ascii_lower(name);
    return std::any_of(picture_extensions.begin(), picture_extensions.end(),
                       [&](std::string_view end) { return lower.ends_with(end); });
}

std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

class Check {
public:
    Check(const ExportRequest& request, const FileReader& reader, ExportReport& report)
        : request_(request), reader_(reader), report_(report) {}

    Result<void> go() {
        Manuscript manuscript = read_manuscript(request_, ReadAs::pieces_or_issue, reader_, report_);
        if (report_.diagnostics.has_errors()) return {};
        report_.pieces = manuscript.pieces.size();
        lint::Findings findings = lint::proofread(manuscripts_of(manuscript), report_.sources, reader_);
        if (request_.repairs != Repairs::none)
            if (Result<void> mended = mend(findings.repairs, manuscript); !mended) return mended;
        report_.diagnostics.append(std::move(findings.diagnostics));
        // Composing says what leads nowhere.
        static_cast<void>(compose_whole(std::move(manuscript), request_, report_.diagnostics));
        return {};
    }

private:
    lint::Manuscripts manuscripts_of(const Manuscript& manuscript) const {
        lint::Manuscripts all;
        for (std::size_t i = 0; i < manuscript.pieces.size(); ++i)
            all.pieces.push_back({&manuscript.pieces[i], manuscript.files[i].folder, manuscript.files[i].root});
        all.pictures = pictures_beside(manuscript);
        all.language = manuscript.reading.language;
        if (request_.now) all.year = utc_time(*request_.now).year;
        all.is_issue = manuscript.issue.has_value();
        return all;
    }

    /// Pictures in the folders that hold pieces or pictures of pieces, when whole folders were named.
    std::vector<lint::PictureFile> pictures_beside(const Manuscript& manuscript) const {
        std::vector<lint::PictureFile> pictures;
        const bool is_folder = std::any_of(request_.inputs.begin(), request_.inputs.end(),
                                           [&](const std::string& input) { return reader_.is_folder(input); });
        if (!is_folder) return pictures;
        std::set<std::string> folders, used_apart;
        for (const auto* companion : {&manuscript.letter, &manuscript.about})
            if (*companion)
                for (const Picture& picture : (*companion)->pictures)
                    used_apart.insert(picture.path);
        for (std::size_t i = 0; i < manuscript.pieces.size(); ++i) {
            const InputFile& file = manuscript.files[i];
            add_pictures_in(file.folder, file, folders, used_apart, pictures);
            for (const Picture& picture : manuscript.pieces[i].pictures)
                add_pictures_in(parent_of(picture.path), file, folders, used_apart, pictures);
        }
        return pictures;
    }

    void add_pictures_in(const std::string& folder, const InputFile& file, std::set<std::string>& folders,
                         const std::set<std::string>& used_apart, std::vector<lint::PictureFile>& pictures) const {
        if (!folders.insert(folder).second || !is_inside(file.root, folder)) return;
        const bool shows_root = file.name.ends_with(file.relative);
        const std::string shown =
            shows_root ? file.name.substr(0, file.name.size() - file.relative.size()) : std::string();
        for (const std::string& name : reader_.list(folder)) {
            std::string path = folder + "/" + name;
            if (name.starts_with('.') || !is_picture_name(name) || !reader_.is_file(path) ||
                used_apart.count(path) != 0)
                continue;
            std::string in_root = path.substr(file.root == "/" ? 1 : file.root.size() + 1);
            pictures.push_back({std::move(path), shown + in_root});
        }
    }

    Result<void> mend(const std::vector<lint::Repair>& repairs, const Manuscript& manuscript) {
        for (auto from = repairs.begin(); from != repairs.end();) {
            const SourceId source = from->span.source;
            const auto to = std::find_if(from, repairs.end(),
                                         [&](const lint::Repair& repair) { return repair.span.source != source; });
            const auto piece = std::find_if(manuscript.pieces.begin(), manuscript.pieces.end(),
                                            [&](const Piece& one) { return one.source == source; });
            const InputFile& file = manuscript.files[static_cast<std::size_t>(piece - manuscript.pieces.begin())];
            if (Result<void> mended = mend(file, source, {from, to}, manuscript.reading); !mended) return mended;
            from = to;
        }
        return {};
    }

    Result<void> mend(const InputFile& file, SourceId source, std::span<const lint::Repair> repairs,
                      const ReadOptions& options) {
        // Standard input has nowhere to go, and a file that was named twice is repaired once.
        if (file.path.empty() || !mended_.insert(reader_.canonical(file.path)).second) return {};
        const Result<std::string> bytes = reader_.read(file.path, input_byte_limit);
        if (!bytes || !is_as_read(*bytes, source)) return say_changed(file, source);
        const auto mended = mended_bytes(*bytes, repairs);
        if (!mended || !read_alike(*bytes, *mended, file, options, reader_)) return {};
        if (request_.repairs == Repairs::shown) {
            report_.repairs += unified_diff(file.name, *bytes, *mended);
            return {};
        }
        const Result<Replacement> replaced = replace_file(file.path, *bytes, *mended);
        if (!replaced) return replaced.error();
        if (*replaced == Replacement::changed_meanwhile) return say_changed(file, source);
        report_.written.push_back(file.path);
        return {};
    }

    bool is_as_read(const std::string& bytes, SourceId source) const {
        Diagnostics unsaid;
        const auto text = reading::repair_text(bytes, source, "", unsaid);
        return text && *text == report_.sources.at(source).text;
    }

    Result<void> say_changed(const InputFile& file, SourceId source) {
        report_.diagnostics.report(Code::changed_meanwhile, {source, 0, 0}, {file.name});
        return {};
    }

    const ExportRequest& request_;
    const FileReader& reader_;
    ExportReport& report_;
    std::set<std::string> mended_; ///< canonical paths
};

} // namespace

Result<void> check_pieces(const ExportRequest& request, const FileReader& reader, ExportReport& report) {
    if (Result<void> checked = Check(request, reader, report).go(); !checked) return checked;
    if (request.repairs == Repairs::written && !report.written.empty() && !report.diagnostics.has_errors()) {
        // What is left to say is said of the files as they are now.
        ExportRequest again = request;
        again.repairs = Repairs::none;
        ExportReport now;
        now.written = std::move(report.written);
        report = std::move(now);
        if (Result<void> checked = Check(again, reader, report).go(); !checked) return checked;
    }
    report.diagnostics.sort_by_place();
    return {};
}

} // namespace halfstar

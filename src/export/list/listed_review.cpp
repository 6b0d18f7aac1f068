#include "export/list/listed_review.h"

#include "export/inputs.h"
#include "export/list/kept_output.h"
#include "export/list/mirror.h"
#include "export/supplies.h"
#include "foundation/base/files.h"

#include <exception>
#include <optional>

namespace halfstar {
namespace {

class ListedReview {
public:
    ListedReview(const std::string& path, const ListRequest& request, const ListSupplies& supplies)
        : request_(request), supplies_(supplies), folder_(request.each.output),
          place_(mirrored_path(settled_path(path), supplies.suffix)) {
        while (folder_.size() > 1 && folder_.ends_with('/'))
            folder_.pop_back();
        result.source = path;
        result.output = (folder_ == "/" ? "" : folder_) + "/" + place_;
    }

    void make() {
        if (disk_.is_folder(result.source)) return refuse_folder();
        find_root_and_name();
        if (request_.remaking == Remaking::when_changed && is_as_made()) return;
        write();
    }

    void fail(const std::string& why) {
        result.status = ReviewStatus::failed;
        result.diagnostics = diagnostics_json({}, {}, result.source, Error{why});
    }

    ReviewResult result;

private:
    void refuse_folder() {
        Diagnostics diagnostics;
        diagnostics.report(Code::unreadable_input, {}, {result.source, "it is a folder; a list names its reviews"});
        result.diagnostics = diagnostics_json(diagnostics.all(), {}, result.source, std::nullopt);
    }

    /// As export/inputs finds them, but before the run, so that a record can be held against them.
    void find_root_and_name() {
        const std::string file = disk_.canonical(result.source);
        const std::string folder = file.substr(0, std::max<std::size_t>(1, file.rfind('/')));
        const std::string& asked = request_.each.reading.root;
        root_ = asked.empty() ? find_root(folder, disk_) : disk_.canonical(asked);
        const bool inside = is_inside(root_, file) && file.size() > root_.size();
        name_ = file.substr(inside && root_ != "/" ? root_.size() + 1 : inside ? 1 : file.rfind('/') + 1);
    }

    /// The result is the one that the record tells then.
    bool is_as_made() {
        std::optional<MadeRecord> record = kept_record(folder_, place_, disk_);
        if (!record || record->settings != supplies_.settings || record->source != name_) return false;
        if (!found_again(record->answers, disk_, root_) || !stands_as(*record, folder_, place_, disk_)) return false;
        result.status = ReviewStatus::unchanged;
        result.pages = record->pages;
        result.bytes = record->bytes;
        result.source_digest = std::move(record->source_digest);
        result.diagnostics = std::move(record->diagnostics);
        return true;
    }

    ExportRequest request_for_this() const {
        ExportRequest request = request_.each;
        request.inputs = {input()};
        request.output = result.output;
        request.one_output_each = true;
        request.reading.root = root_;
        request.jobs = 1;
        request.progress = {};
        return request;
    }
    /// A file of that name, not standard input.
    std::string input() const { return result.source == "-" ? "./-" : result.source; }

    void write() {
        const ExportRequest request = request_for_this();
        const Witness witness(disk_, root_, result.output);
        WrittenOutput written;
        Supplies supplies{&witness, &supplies_.style, &supplies_.foundry,
                          [&] { return open_kept_output(folder_, place_, written); }};
        ExportReport report;
        const Result<void> done = export_pieces(request, report, supplies);
        const bool made = done && written.whole && !report.diagnostics.has_errors();
        result.status = made ? ReviewStatus::written : ReviewStatus::failed;
        result.pages = made ? report.pages : 0;
        result.bytes = made ? written.bytes : 0;
        result.source_digest = witness.digest_of(input());
        result.diagnostics = diagnostics_json(report.diagnostics.all(), report.sources, input(),
                                              done ? std::nullopt : std::optional(done.error()));
        if (made && !written.digest.empty()) keep(witness, written);
    }

    /// After the output: whoever is stopped between the two has it made again. Where it cannot be kept, too.
    void keep(const Witness& witness, const WrittenOutput& written) {
        MadeRecord record{supplies_.settings, name_,         result.source_digest, witness.answers(),
                          written.digest,     written.bytes, result.pages,         result.diagnostics};
        static_cast<void>(keep_record(folder_, place_, record));
    }

    const ListRequest& request_;
    const ListSupplies& supplies_;
    const DiskReader disk_;
    std::string folder_, place_;
    std::string root_, name_;
};

} // namespace

ReviewResult make_listed_review(const std::string& path, const ListRequest& request, const ListSupplies& supplies) {
    ListedReview review(path, request, supplies);
    try {
        review.make();
    } catch (const std::exception& failure) {
        review.fail(failure.what());
    }
    return std::move(review.result);
}

} // namespace halfstar

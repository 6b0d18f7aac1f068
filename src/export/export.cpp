// The way from files to outputs: read, compose, lay out what the backend needs, then write. Nothing is
// written before all that can be wrong in the input is known.

#include "backends/raster/raster.h"
#include "compose/compose.h"
#include "design/fonts/font_book.h"
#include "design/style/load.h"
#include "export/disk_resources.h"
#include "export/inputs.h"
#include "export/outputs.h"
#include "export/read_inputs.h"
#include "export/work.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"
#include "typeset/layout/layout.h"

#include <halfstar/edition.h>
#include <halfstar/export.h>
#include <halfstar/pages.h>
#include <halfstar/version.h>

#include <mutex>

namespace halfstar {
namespace {

/// ZIP knows no earlier time; what has no date at all is given this one, never the clock's.
constexpr std::int64_t no_date = 315532800; // 1980-01-01T00:00:00Z
constexpr std::uint32_t cover_width = 1600;

/// One output on its way.
struct Output {
    Edition edition;
    std::unique_ptr<PagedDocument> pages;
    std::unique_ptr<PagedDocument> cover;
    OutputPlace place;
    Diagnostics diagnostics;
    std::optional<Error> error;
};

std::int64_t newest_date(const Edition& edition) {
    std::int64_t newest = no_date;
    for (const Piece& piece : edition.pieces)
        for (const auto* date : {&piece.published, &piece.seen})
            if (*date) newest = std::max(newest, utc_seconds((*date)->value.year, (*date)->value.month, (*date)->value.day));
    return newest;
}

class Run {
public:
    Run(const ExportRequest& request, ExportReport& report) : request_(request), report_(report), resources_(reader_) {}

    Result<void> go() {
        const std::vector<InputFile> files = find_inputs(request_, reader_, report_.diagnostics);
        if (stopped() || !choose_backend()) return {};
        std::vector<InputFile> kept;
        std::vector<Piece> pieces = read(files, kept);
        if (stopped()) return {};
        report_.pieces = pieces.size();
        if (backend_ == nullptr) return {};
        if (Result<void> placed = prepare(std::move(pieces), kept); !placed) return placed;
        if (stopped() || !design()) return {};
        lay_out();
        if (stopped()) return {};
        return write();
    }

private:
    bool stopped() const {
        return report_.diagnostics.has_errors() || (request_.warnings_as_errors && has_warnings(report_.diagnostics));
    }

    static bool has_warnings(const Diagnostics& diagnostics) {
        for (const Diagnostic& diagnostic : diagnostics.all())
            if (diagnostic.severity == Severity::warning) return true;
        return false;
    }

    bool choose_backend() {
        if (request_.backend.empty()) return true;
        backend_ = find_backend(request_.backend);
        if (backend_ != nullptr) return true;
        std::vector<std::string> names;
        for (const Backend& backend : backends())
            names.emplace_back(backend.name);
        const std::optional<std::string> near = nearest(request_.backend, names);
        report_.diagnostics.report(Code::unknown_backend, {}, {request_.backend},
                                   {near ? "did you mean '" + *near + "'?" : "there are " + join(names, ", ")});
        return false;
    }

    /// The pieces that could be read, and their files.
    std::vector<Piece> read(const std::vector<InputFile>& files, std::vector<InputFile>& kept) {
        std::vector<Piece> pieces;
        auto readings = read_inputs(request_, files, reader_, report_.sources, report_.diagnostics);
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (!readings[i]) continue;
            pieces.push_back(std::move(*readings[i]));
            kept.push_back(files[i]);
        }
        return pieces;
    }

    Result<void> prepare(std::vector<Piece> pieces, const std::vector<InputFile>& files) {
        Result<std::vector<OutputPlace>> places = place_outputs(request_, files, backend_->extension, reader_);
        if (!places) return places.error();
        outputs_.resize(places->size());
        const ComposeSettings settings{request_.reading.title, request_.reading.language};
        if (request_.one_output_each) {
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                std::vector<Piece> one;
                one.push_back(std::move(pieces[i]));
                outputs_[i].edition = compose(std::move(one), settings, report_.diagnostics);
            }
        } else {
            outputs_[0].edition = compose(std::move(pieces), settings, report_.diagnostics);
        }
        for (std::size_t i = 0; i < outputs_.size(); ++i)
            outputs_[i].place = (*places)[i];
        return {};
    }

    /// Style, page and faces. False when there is none to go on with.
    bool design() {
        style_ = load_style(request_.style, reader_, report_.sources, report_.diagnostics);
        if (!style_) return false;
        page_ = find_page(*style_, "note-" + ascii_lower(request_.paper));
        if (page_ == nullptr) report_.diagnostics.report(Code::impossible_paper, {}, {request_.paper});
        return page_ != nullptr;
    }

    void lay_out() {
        const bool wants_pages = backend_->needs != Needs::edition;
        const bool wants_cover = backend_->name == "epub";
        if (!wants_pages && !wants_cover) return;
        fonts_ = std::make_unique<FontBook>();
        for_each_parallel(outputs_.size(), request_.jobs, [&](std::size_t i) {
            Output& output = outputs_[i];
            if (wants_pages) output.pages = lay_out_note(output.edition, 0, *style_, *page_, *fonts_, output.diagnostics);
            if (wants_cover) output.cover = lay_out_cover(output.edition, *style_, *fonts_, output.diagnostics);
        });
        for (Output& output : outputs_) {
            report_.diagnostics.append(std::move(output.diagnostics));
            output.diagnostics = {};
        }
    }

    Result<void> write() {
        for_each_parallel(outputs_.size(), request_.jobs, [&](std::size_t i) { write_one(outputs_[i]); });
        for (Output& output : outputs_) {
            report_.diagnostics.append(std::move(output.diagnostics));
            if (output.error) return *output.error;
            report_.written.push_back(output.place.path());
            if (output.pages) report_.pages += output.pages->page_count();
        }
        return {};
    }

    void write_one(Output& output) {
        Result<std::optional<Cover>> cover = paint_cover(output);
        if (!cover) {
            output.error = cover.error();
            return;
        }
        Job job;
        job.edition = &output.edition;
        job.pages = output.pages.get();
        job.style = &*style_;
        job.resources = &resources_;
        job.build = {request_.source_date_epoch.value_or(newest_date(output.edition)), output.edition.identifier, producer};
        job.options = request_.options;
        job.cover = std::move(*cover);
        if (backend_->files == Files::one_a_page && output.pages->page_count() > 1) output.place = as_folder(output.place);
        const std::unique_ptr<Sink> sink = open_sink(output.place);
        if (Result<void> written = backend_->write(job, *sink, output.diagnostics); !written) output.error = written.error();
        output.cover.reset();
        report_progress(output.place.path());
    }

    Result<std::optional<Cover>> paint_cover(const Output& output) {
        if (!output.cover) return std::optional<Cover>();
        Result<Cover> cover = raster::paint_cover(*output.cover, cover_width, &resources_);
        if (!cover) return cover.error();
        return std::optional<Cover>(std::move(*cover));
    }

    void report_progress(const std::string& what) {
        const std::lock_guard lock(progress_);
        ++done_;
        if (request_.progress) request_.progress(done_, outputs_.size(), what);
    }

    const ExportRequest& request_;
    ExportReport& report_;
    DiskReader reader_;
    DiskResources resources_;
    const Backend* backend_ = nullptr;
    std::optional<Style> style_;
    const PageSpec* page_ = nullptr;
    std::unique_ptr<FontBook> fonts_;
    std::vector<Output> outputs_;
    std::mutex progress_;
    std::size_t done_ = 0;
};

} // namespace

Result<void> export_pieces(const ExportRequest& request, ExportReport& report) { return Run(request, report).go(); }

} // namespace halfstar

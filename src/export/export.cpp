// The way from files to the outputs of one backend: read, compose, lay out what the backend needs, then
// write. Nothing is written before all inputs are read and composed; where each piece has an output of its own,
// an error in laying one out keeps only that one from being written.

#include "compose/compose.h"
#include "document/stored_words.h"
#include "export/carry_through.h"
#include "export/check.h"
#include "export/editions.h"
#include "export/leaflet.h"
#include "export/manuscript.h"
#include "export/page_fit.h"
#include "export/press.h"
#include "export/print_edition.h"
#include "export/series.h"
#include "export/sheet_advice.h"
#include "export/volumes.h"
#include "export/written_index.h"
#include "foundation/base/allocator.h"
#include "foundation/base/parallel.h"
#include "foundation/base/stopwatch.h"
#include "foundation/base/strings.h"
#include "foundation/diagnostics/stored_texts.h"
#include "typeset/sheets/registration.h"
#include "typeset/sheets/sheets.h"

#include <halfstar/export.h>

namespace halfstar {
namespace {

constexpr std::string_view folder_suffix = "-site";
/// Of a year's pieces the words take 15 MB, and to let go of them takes as long as to set twenty pages.
constexpr std::size_t few_pieces = 500;

/// An edition on its way to its output. The imposed pages refer to the laid-out ones.
struct Sheaf {
    Edition edition;
    std::unique_ptr<PagedDocument> pages;
    std::unique_ptr<PagedDocument> sheets;
    std::optional<Cover> cover;
    std::optional<PrintEdition> print; ///< whose pages an ebook lists
    std::optional<Series> series;      ///< that an ebook is one of
    OutputPlace place;
    Diagnostics diagnostics;
    std::optional<Error> error;
    std::uint32_t page_count = 0;
    PageFit fit;
    std::string advice;

    /// Lets go of what is large.
    void release() {
        sheets.reset();
        pages.reset();
        cover.reset();
    }
    const PagedDocument* printed() const { return sheets ? sheets.get() : pages.get(); }
};

class Run {
public:
    Run(const ExportRequest& request, ExportReport& report, const Supplies& supplies)
        : request_(request), report_(report), press_(request, report, supplies) {}

    Result<void> go() {
        Result<void> made = make();
        if (!texts_) return made;
        Result<void> given_back = texts_->give_back(report_.diagnostics.all());
        return made ? given_back : made;
    }

private:
    Result<void> make() {
        Stages stages(request_.timings);
        if (request_.backend.empty()) {
            stages.begin("checking");
            return check_pieces(request_, press_.reader(), report_);
        }
        if (!choose_backend()) return {};
        stages.begin("reading");
        manuscript_ = read_manuscript(request_, read_as(), press_.reader(), report_);
        if (press_.stopped()) return {};
        report_.pieces = manuscript_.pieces.size();
        issue_ = manuscript_.issue;
        if (!press_.take_target(issue())) return {};
        if (Result<void> placed = place(); !placed) return placed;
        stages.begin("composing");
        compose_editions();
        stages.begin("design");
        if (press_.stopped() || !design()) return {};
        if (inks_fault_) return *inks_fault_;
        if (press_.stopped()) return {};
        stages.begin(request_.one_output_each ? "pieces" : "layout");
        // Pages of many pieces are not all kept at once: each is laid out when it is written. Where a warning is to
        // stop everything, they are laid out once before, to hear it.
        if (request_.one_output_each && !request_.warnings_as_errors) return write_all();
        if (Result<void> laid_out = lay_out(); !laid_out) return laid_out;
        if (press_.stopped()) return {};
        if (!request_.one_output_each) stages.begin("writing");
        return write_all();
    }

    bool is_zine() const { return request_.layout == Layout::zine && !request_.folded; }
    bool has_sheets() const { return request_.layout == Layout::zine && request_.imposition; }
    bool is_pdf() const { return backend_->name == "pdf"; }
    bool is_ebook() const { return backend_->name == "epub"; }
    bool is_split() const { return is_ebook() && request_.split == Split::year; }
    bool lists_pages() const { return is_ebook() && request_.page_list; }
    const IssueSettings* issue() const { return issue_ ? &*issue_ : nullptr; }

    ReadAs read_as() const {
        if (is_zine() || lists_pages()) return ReadAs::issue;
        return request_.one_output_each ? ReadAs::pieces : ReadAs::pieces_or_issue;
    }

    bool choose_backend() {
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

    Result<void> place() {
        if (backend_->files == Files::many) {
            sheaves_.resize(1);
            sheaves_[0].place = place_folder(request_, folder_suffix, press_.reader());
            if (sheaves_[0].place.standard_output) return Error{"a folder of files cannot go to standard output"};
            return {};
        }
        std::vector<std::string> keys;
        for (const Piece& piece : manuscript_.pieces) keys.push_back(piece.key.empty() ? "piece" : piece.key);
        Result<std::vector<OutputPlace>> places = place_outputs(request_, manuscript_.files, keys, suffix(), press_.reader());
        if (!places) return places.error();
        if (is_split() && places->front().standard_output) return Error{"books of several years cannot go to standard output"};
        sheaves_.resize(places->size());
        for (std::size_t i = 0; i < sheaves_.size(); ++i)
            sheaves_[i].place = (*places)[i];
        return {};
    }

    std::string suffix() const {
        if (request_.folded) return std::string(leaflet_suffix);
        return has_sheets() ? sheets_suffix(*request_.imposition) : std::string(backend_->extension);
    }

    /// A sheaf for each year.
    void compose_years() {
        std::vector<Volume> volumes = volumes_of(manuscript_);
        compose_volumes(volumes, manuscript_, request_, report_.diagnostics);
        const OutputPlace whole = sheaves_[0].place;
        sheaves_.clear();
        sheaves_.resize(volumes.size());
        for (std::size_t i = 0; i < volumes.size(); ++i) {
            Sheaf& sheaf = sheaves_[i];
            sheaf.place = place_of_volume(whole, volumes[i]);
            sheaf.edition = std::move(volumes[i].edition);
            sheaf.series = series_of(request_, issue(), sheaf.edition);
            if (sheaf.series) sheaf.series->position = volumes[i].position;
        }
    }

    void compose_editions() {
        if (is_split()) return compose_years();
        if (!request_.one_output_each) {
            sheaves_[0].edition = compose_whole(std::move(manuscript_), request_, report_.diagnostics);
            if (is_zine()) press_.settle_parts(sheaves_[0].edition);
            return;
        }
        for (std::size_t i = 0; i < sheaves_.size(); ++i)
            sheaves_[i].edition = compose_alone(std::move(manuscript_.pieces[i]));
    }

    Edition compose_alone(Piece piece) {
        return request_.folded ? compose_leaflet(std::move(piece), request_, report_.diagnostics)
                               : compose_one(std::move(piece), request_, report_.diagnostics);
    }

    bool needs_variants() const { return lists_pages() || request_.layout == Layout::zine; }

    /// Style and page. False when there is none to go on with.
    bool design() {
        if (!press_.take_style(issue(), needs_variants() ? StyleParts::all : StyleParts::without_variants)) return false;
        page_ = press_.obeying(press_.page_for(lists_pages() ? Layout::zine : request_.layout, issue()));
        if (Result<void> inks = press_.take_inks(); !inks) inks_fault_ = inks.error();
        return page_ != nullptr;
    }

    Result<void> lay_out() {
        for_each_parallel(sheaves_.size(), request_.jobs, [&](std::size_t i) {
            lay_out(sheaves_[i]);
            if (request_.one_output_each) sheaves_[i].release();
        });
        for (Sheaf& sheaf : sheaves_) {
            report_.diagnostics.append(std::exchange(sheaf.diagnostics, {}));
            if (sheaf.error) return *sheaf.error;
        }
        return {};
    }

    void lay_out(Sheaf& sheaf) {
        if (backend_->needs != Needs::edition) {
            sheaf.pages = request_.folded ? set_leaflet(press_, sheaf.edition, *page_, sheaf.diagnostics, sheaf.fit)
                          : is_zine()     ? zine(sheaf)
                                          : press_.note(sheaf.edition, 0, *page_, sheaf.diagnostics);
            if (has_sheets()) impose_on(sheaf);
            else if (is_pdf() && press_.has_plates()) sheaf.sheets = with_registration(*sheaf.pages);
        }
        if (backend_->name == "site") sheaf.cover = press_.banner(sheaf.edition, sheaf.diagnostics);
        if (!is_ebook()) return;
        if (lists_pages()) list_pages(sheaf);
        if (!is_split()) sheaf.series = series_of(request_, issue(), sheaf.edition);
        Result<Cover> cover = press_.cover(sheaf.edition, sheaf.diagnostics);
        if (cover) sheaf.cover = std::move(*cover);
        else sheaf.error = cover.error();
    }

    /// Once its pages are built nobody reads what its pieces say; their sources are read for what is said of them when all is done.
    std::unique_ptr<PagedDocument> zine(Sheaf& sheaf) {
        std::optional<StoredWords> stored;
        const bool is_last = !request_.one_output_each && backend_->needs == Needs::pages && press_.builds_pages();
        if (is_last) stored.emplace(sheaf.edition, request_.jobs, press_.scratch(sheaf.place));
        if (is_last && request_.ends_process) texts_.emplace(report_.sources, press_.scratch(sheaf.place));
        auto pages = press_.zine(sheaf.edition, *page_, sheaf.diagnostics, &sheaf.fit, &sheaf.place, stored ? &*stored : nullptr);
        const bool has_few_pieces = sheaf.edition.pieces.size() <= few_pieces;
        const bool goes_with_the_process = request_.ends_process && has_few_pieces;
        if (is_last && !has_sheets() && !goes_with_the_process) {
            press_.forget_words();
            if (!has_few_pieces) give_back_free_memory(); // writing has other needs
        }
        return pages;
    }

    /// The zine made of the same pieces is laid out for the sake of its pages alone.
    void list_pages(Sheaf& sheaf) {
        Edition printed = sheaf.edition;
        press_.settle_parts(printed);
        sheaf.print = print_edition_of(*press_.zine(printed, *page_, sheaf.diagnostics, nullptr, &sheaf.place), sheaf.edition, request_.jobs);
    }

    void impose_on(Sheaf& sheaf) {
        Result<std::unique_ptr<PagedDocument>> sheets = press_.sheets(*sheaf.pages, sheaf.edition, issue());
        if (sheets) sheaf.sheets = std::move(*sheets);
        else sheaf.error = sheets.error();
    }

    Result<void> write_all() {
        if (Result<void> written = lay_out_and_write(); !written) return written;
        return write_index();
    }

    Result<void> lay_out_and_write() {
        for_each_parallel(sheaves_.size(), request_.jobs, [&](std::size_t i) { lay_out_and_write(sheaves_[i]); });
        std::vector<std::string> advice;
        for (Sheaf& sheaf : sheaves_) {
            const bool failed = sheaf.diagnostics.has_errors();
            report_.diagnostics.append(std::move(sheaf.diagnostics));
            if (sheaf.error) return *sheaf.error;
            if (failed) continue;
            for (std::string& path : press_.files_of(sheaf.place, is_pdf())) report_.written.push_back(std::move(path));
            report_.pages += sheaf.page_count;
            if (request_.one_output_each) note_in_index(sheaf);
            if (const std::string said = fit_said(sheaf.fit); !said.empty()) report_.fitting.push_back(said);
            if (!sheaf.advice.empty()) advice.push_back(sheaf.advice);
        }
        report_.advice = of_many(std::move(advice));
        return {};
    }

    void note_in_index(const Sheaf& sheaf) {
        WrittenRow row = row_of(sheaf.edition);
        row.file = sheaf.place.name;
        row.pages = sheaf.page_count;
        row.source = manuscript_.files[static_cast<std::size_t>(&sheaf - sheaves_.data())].relative;
        index_.push_back(std::move(row));
    }

    /// Several PDFs in a folder that was asked for have an index there of what was written.
    Result<void> write_index() {
        if (!is_pdf() || index_.size() < 2 || request_.output.empty()) return {};
        OutputPlace place{sheaves_.front().place.folder, std::string(index_name), false};
        const std::unique_ptr<PlaceSink> sink = open_sink(place, Files::one);
        Result<std::unique_ptr<OutputFile>> file = sink->open("");
        if (!file) return file.error();
        if (Result<void> written = (*file)->write(written_index(index_)); !written) return written;
        if (Result<void> closed = (*file)->close(); !closed) return closed;
        report_.written.push_back(place.path());
        return sink->finish();
    }

    void lay_out_and_write(Sheaf& sheaf) {
        if (request_.one_output_each) {
            lay_out(sheaf);
            // With warnings as errors this is the second time, and everything was said at the first.
            if (request_.warnings_as_errors) sheaf.diagnostics = {};
        }
        if (!sheaf.error && !sheaf.diagnostics.has_errors()) write(sheaf);
        if (!request_.ends_process || sheaves_.size() > 1) sheaf.release();
    }

    void write(Sheaf& sheaf) {
        if (backend_->files == Files::one_a_page && sheaf.printed()->page_count() > 1) sheaf.place = as_folder(sheaf.place);
        Impression impression{backend_, &sheaf.edition, sheaf.printed(), std::move(sheaf.cover), sheaf.edition.identifier,
                                    sheaf.place, is_pdf(), false, is_pdf()};
        impression.print = sheaf.print ? &*sheaf.print : nullptr;
        impression.series = sheaf.series;
        if (Result<void> written = press_.write(impression, sheaf.diagnostics); !written) sheaf.error = written.error();
        if (sheaf.pages) sheaf.page_count = sheaf.pages->page_count();
        if (sheaf.sheets && has_sheets())
            sheaf.advice = sheet_advice(sheaf.place.path(), press_.imposition(issue()), *sheaf.pages, *sheaf.sheets, request_.copies,
                                        sheaf.fit.filled());
        press_.report_progress(sheaves_.size(), sheaf.place.path());
    }

    const ExportRequest& request_;
    ExportReport& report_;
    Press press_;
    const Backend* backend_ = nullptr;
    Manuscript manuscript_; ///< until it is composed
    std::optional<IssueSettings> issue_;
    const PageSpec* page_ = nullptr;
    std::optional<Error> inks_fault_;
    std::vector<Sheaf> sheaves_;
    std::vector<WrittenRow> index_; ///< of what was written
    std::optional<StoredTexts> texts_; ///< of the sources
};

} // namespace

Result<void> export_pieces(const ExportRequest& request, ExportReport& report) {
    return carry_through<Run>(request, report, Supplies());
}

Result<void> export_pieces(const ExportRequest& request, ExportReport& report, const Supplies& supplies) {
    return carry_through<Run>(request, report, supplies);
}

} // namespace halfstar

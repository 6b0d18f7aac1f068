// An issue in everything that its issue.yaml lists, from one reading and one layout.

#include "export/carry_through.h"
#include "export/editions.h"
#include "export/manuscript.h"
#include "export/page_fit.h"
#include "export/press.h"
#include "export/print_edition.h"
#include "export/series.h"
#include "export/sheet_advice.h"
#include "export/workshop.h"
#include "foundation/base/parallel.h"
#include "foundation/base/hash.h"
#include "foundation/base/stopwatch.h"
#include "foundation/unicode/text.h"
#include "proof/proof.h"
#include "typeset/sheets/sheets.h"

#include <halfstar/export.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace halfstar {
namespace {

constexpr Output all_outputs[] = {Output::zine, Output::booklet, Output::epub, Output::site,
                                       Output::reviews};

Supplies supplies_of(Workshop* workshop) {
    Supplies supplies;
    if (workshop == nullptr) return supplies;
    supplies.reader = &workshop->memory();
    supplies.foundry = &workshop->foundry();
    supplies.workshop = workshop;
    return supplies;
}

class Build {
public:
    Build(const ExportRequest& request, Workshop* workshop, ExportReport& report)
        : request_(with_output(request)), workshop_(workshop), report_(report), press_(request_, report, supplies_of(workshop)),
          stages_(request_.timings) {}

    Result<void> go() {
        Result<void> built = build();
        stages_.end();
        return built;
    }

private:
    Result<void> build() {
        if (workshop_ != nullptr) workshop_->begin(request_.output);
        stages_.begin("reading");
        Manuscript manuscript = read_manuscript(request_, ReadAs::issue, press_.reader(), report_,
                                                workshop_ != nullptr ? &workshop_->readings() : nullptr);
        if (press_.stopped()) return {};
        issue_ = *manuscript.issue;
        report_.pieces = manuscript.pieces.size();
        if (!press_.take_target(&issue_)) return {};
        stages_.begin("composing");
        edition_ = compose_whole(std::move(manuscript), request_, report_.diagnostics);
        stages_.begin("design");
        if (press_.stopped() || !design()) return {};
        if (Result<void> inks = press_.take_inks(); !inks) return inks;
        if (Result<void> made = make(); !made || press_.stopped()) return made;
        return finish();
    }

    /// Where builds follow one another, somebody waits for what was edited: each output is written as soon as it is laid
    /// out, the first for which least is needed. A warning that is to stop everything is heard only when all is laid out.
    bool writes_as_it_goes() const { return workshop_ != nullptr && !request_.warnings_as_errors; }

    /// Without -o, into `out` in the issue's folder, which is no source then.
    static ExportRequest with_output(ExportRequest request) {
        if (request.inputs.empty()) request.inputs.emplace_back(".");
        while (request.output.size() > 1 && request.output.ends_with('/'))
            request.output.pop_back();
        const std::string& folder = request.inputs.front();
        if (request.output.empty()) request.output = folder == "." ? "out" : folder + (folder.ends_with('/') ? "" : "/") + "out";
        return request;
    }

    /// Who takes pages and no sheets has no use for a booklet.
    bool wants(Output output) const {
        if (output == Output::booklet && press_.target() != nullptr && !press_.target()->imposition) return false;
        if (!issue_.outputs) return std::find(std::begin(all_outputs), std::end(all_outputs), output) != std::end(all_outputs);
        return std::find(issue_.outputs->begin(), issue_.outputs->end(), output) != issue_.outputs->end();
    }
    /// What the zine is made of: the edition, for a target without what comes in a file of its own.
    const Edition& printed() const { return inside_ ? *inside_ : edition_; }
    bool wants_zine() const { return wants(Output::zine) || wants(Output::booklet); }

    bool design() {
        if (!press_.take_style(&issue_)) return false;
        if (wants_zine()) zine_page_ = press_.obeying(press_.page_for(Layout::zine, &issue_));
        if (press_.target() != nullptr) press_.settle_parts(inside_.emplace(edition_));
        if (wants(Output::reviews)) note_page_ = press_.page_for(Layout::notes, &issue_);
        return !press_.stopped();
    }

    void lay_out_zine() {
        const OutputPlace place = in_folder("zine.pdf");
        if (wants_zine()) zine_ = press_.zine(printed(), *zine_page_, report_.diagnostics, &fit_, &place);
        if (wants_wrap()) wrap_ = press_.wrap(edition_, &issue_, zine_->page_count(), report_.diagnostics);
    }

    /// What is made of the zine, or beside it.
    Result<void> lay_out_others() {
        if (wants(Output::booklet)) {
            Result<std::unique_ptr<PagedDocument>> sheets = press_.sheets(*zine_, printed(), &issue_);
            if (!sheets) return sheets.error();
            booklet_ = std::move(*sheets);
        }
        if (!wants(Output::epub)) return {};
        if (zine_) print_ = print_edition_of(*zine_, edition_, request_.jobs);
        Result<Cover> cover = press_.cover(edition_, report_.diagnostics);
        if (!cover) return cover.error();
        cover_ = std::move(*cover);
        return {};
    }

    void lay_out_banner() {
        if (wants(Output::site)) banner_ = press_.banner(edition_, report_.diagnostics);
    }

    using Prove = std::function<Result<Proof>(const std::string& path, Diagnostics&)>;

    /// What became of a task.
    struct Outcome {
        Result<void> result;
        Diagnostics told, lost;
        std::optional<Proof> proof;
    };

    /// What is written in one go, and where, and how it is read back; a booklet is the zine's pages once more.
    struct Task {
        OutputPlace place;
        std::function<Result<void>(const OutputPlace&, Diagnostics&)> write;
        Prove prove;
        bool in_inks = false;
        Outcome outcome = {};
    };

    using ProveEdition = Result<Proof> (*)(const Edition&, const std::string&, Diagnostics&);
    Prove proving(ProveEdition prove) {
        return [this, prove](const std::string& path, Diagnostics& lost) { return prove(edition_, path, lost); };
    }

    Impression pages_of_site() const {
        return {find_backend("site"), &edition_, nullptr, banner_, edition_.identifier, {request_.output + "/site", "", false}};
    }

    Task site() {
        const Impression pages = pages_of_site();
        return {pages.place, [this, pages](const OutputPlace&, Diagnostics& told) { return press_.write(pages, told); },
                proving(proof::prove_site)};
    }

    Task booklet(const OutputPlace& place) {
        return {place, [this](const OutputPlace& at, Diagnostics& told) {
                    return press_.write({find_backend("pdf"), &edition_, booklet_.get(), {}, edition_.identifier, at, false, false, true}, told);
                },
                {}, true};
    }

    /// What goes round the zine, where the target has a cover in one piece that is no part of it.
    bool wants_wrap() const {
        const Target* target = press_.target();
        return wants(Output::zine) && target != nullptr && target->cover && target->cover->apart;
    }
    Task wrap(const OutputPlace& place) {
        return {place, [this](const OutputPlace& at, Diagnostics& told) {
                    return press_.write({find_backend("pdf"), &edition_, wrap_.get(), {}, edition_.identifier, at, true, true, true}, told);
                },
                {}, true};
    }

    /// Only what has a structure can be read back in its order.
    Task zine(const OutputPlace& place) {
        const bool tagged = press_.target() == nullptr || press_.target()->annotations;
        return {place, [this](const OutputPlace& at, Diagnostics& told) {
                    Impression issue{find_backend("pdf"), &edition_, zine_.get(), {}, edition_.identifier, at, true, false, true};
                    issue.keeps_pages = true;
                    return press_.write(issue, told);
                },
                tagged ? proving(proof::prove_zine) : Prove(), true};
    }

    /// The zine's pages are listed in it, where there is a zine.
    Task ebook(const OutputPlace& place) {
        return {place, [this](const OutputPlace& at, Diagnostics& told) {
                    Impression book{find_backend("epub"), &edition_, nullptr, cover_, edition_.identifier, at};
                    book.print = print_ ? &*print_ : nullptr;
                    book.series = series_of(request_, &issue_, edition_);
                    return press_.write(book, told);
                },
                proving(proof::prove_ebook)};
    }

    Task note(std::size_t piece) {
        const OutputPlace place{request_.output + "/reviews", edition_.pieces[piece].key + ".pdf", false};
        return {place, [this, piece](const OutputPlace& at, Diagnostics& told) { return write_note(issue_of_one(edition_, piece), at, told); },
                [this, piece](const std::string& path, Diagnostics& lost) {
                    return proof::prove_note(edition_.pieces[piece], path, lost);
                }};
    }

    /// It depends on nothing but its one piece, so the file of an earlier build may be whole already.
    Result<void> write_note(const Edition& one, const OutputPlace& at, Diagnostics& told) {
        const std::string content = one.identifier + " on " + note_page_->name;
        if (workshop_ != nullptr && workshop_->has_note(at.path(), content)) return {};
        const auto pages = press_.note(one, 0, *note_page_, told);
        if (told.has_errors()) return {};
        const Result<void> written = press_.write({find_backend("pdf"), &one, pages.get(), {}, one.identifier, at, false, false, false}, told);
        // What there was to say of it must be said again, unless the zine says it.
        if (workshop_ != nullptr && written && (told.empty() || wants_zine())) workshop_->keep_note(at.path(), content);
        return written;
    }

    OutputPlace in_folder(const std::string& name) const { return {request_.output, name, false}; }

    std::vector<Task> zine_tasks() {
        std::vector<Task> tasks;
        if (wants(Output::zine))
            tasks.push_back(zine(in_folder("zine.pdf")));
        if (wrap_) tasks.push_back(wrap(in_folder("cover.pdf")));
        return tasks;
    }

    std::vector<Task> other_tasks() {
        std::vector<Task> tasks;
        if (booklet_) tasks.push_back(booklet(in_folder(booklet_name())));
        if (cover_) tasks.push_back(ebook(in_folder(book_name() + ".epub")));
        return tasks;
    }

    std::vector<Task> site_tasks() {
        std::vector<Task> tasks;
        if (wants(Output::site)) tasks.push_back(site());
        return tasks;
    }

    std::vector<Task> note_tasks() {
        std::vector<Task> tasks;
        if (note_page_ != nullptr)
            for (std::size_t i = 0; i < edition_.pieces.size(); ++i)
                tasks.push_back(note(i));
        return tasks;
    }

    std::string booklet_name() const { return "zine" + sheets_suffix(press_.imposition(&issue_)); }

    std::string book_name() const {
        const std::string name = unicode::file_slug(edition_.title + (edition_.number.empty() ? "" : " " + edition_.number));
        return name.empty() ? "issue" : name;
    }

    Result<void> finish() {
        if (request_.verify) prove();
        for (Task& task : tasks_)
            if (Result<void> taken = take(task); !taken) return taken;
        if (zine_) report_.pages = zine_->page_count();
        if (const std::string said = fit_said(fit_); !said.empty()) report_.fitting.push_back(said);
        if (booklet_)
            report_.advice.push_back(sheet_advice(request_.output + "/" + booklet_name(), press_.imposition(&issue_), *zine_,
                                                  *booklet_, request_.copies, fit_.filled()));
        return {};
    }

    /// Lays out and writes everything.
    Result<void> make() {
        if (writes_as_it_goes()) return make_as_it_goes();
        stages_.begin("layout");
        lay_out_zine();
        if (press_.stopped()) return {};
        if (Result<void> others = lay_out_others(); !others || press_.stopped()) return others;
        lay_out_banner();
        add(zine_tasks());
        add(other_tasks());
        add(site_tasks());
        add(note_tasks());
        if (!press_.stopped()) carry_out();
        return {};
    }

    /// Single PDFs and the site need no layout of the whole issue.
    Result<void> make_as_it_goes() {
        stages_.begin("layout");
        lay_out_banner();
        const bool site_later = write_awaited();
        if (!site_later) add(site_tasks());
        go_on(note_tasks());
        lay_out_zine();
        if (press_.stopped()) return {};
        go_on(zine_tasks());
        if (Result<void> others = lay_out_others(); !others || press_.stopped()) return others;
        if (site_later) add(site_tasks());
        go_on(other_tasks());
        return {};
    }

    /// Who edits a review looks at its page: that is on disk before all else, and the whole site behind the zine. What there is to say
    /// of the page is said then. False: nothing is awaited, or all is.
    bool write_awaited() {
        Impression pages = pages_of_site();
        for (const Piece& piece : edition_.pieces)
            if (workshop_->readings().read_anew().contains(piece.path)) pages.awaited.insert(piece.key);
        if (!wants(Output::site) || pages.awaited.empty() || pages.awaited.size() == edition_.pieces.size()) return false;
        stages_.begin("writing");
        Diagnostics said_later;
        const Result<void> written = press_.write(pages, said_later);
        stages_.begin("layout");
        return bool(written);
    }

    void add(std::vector<Task> tasks) { std::move(tasks.begin(), tasks.end(), std::back_inserter(tasks_)); }

    /// These, and what was added before them, can be written.
    void go_on(std::vector<Task> tasks) {
        add(std::move(tasks));
        carry_out();
        stages_.begin("layout");
    }

    /// Does what is not done yet.
    void carry_out() {
        stages_.begin("writing");
        const std::size_t first = done_;
        done_ = tasks_.size();
        for_each_parallel(done_ - first, request_.jobs, [&](std::size_t i) {
            Task& task = tasks_[first + i];
            if (workshop_ != nullptr && workshop_->is_stopped()) return;
            task.outcome.result = task.write(task.place, task.outcome.told);
            press_.report_progress(done_, task.place.path());
        });
    }

    void prove() {
        report_.proofs.push_back(proof::prove_sources(edition_, report_.sources, report_.diagnostics));
        for_each_parallel(tasks_.size(), request_.jobs, [&](std::size_t i) { prove(tasks_[i]); });
    }

    static void prove(Task& task) {
        Outcome& outcome = task.outcome;
        if (!task.prove || !outcome.result || outcome.told.has_errors()) return;
        Result<Proof> proof = task.prove(task.place.path(), outcome.lost);
        if (proof) outcome.proof = std::move(*proof);
        else outcome.result = proof.error();
    }

    /// Reports it. What lost words is in its place all the same.
    Result<void> take(Task& task) {
        Outcome& outcome = task.outcome;
        const bool failed = outcome.told.has_errors();
        // The zine's layout said what there is to say of a piece; its note need not say it again.
        if (!wants_zine() || failed) report_.diagnostics.append(std::move(outcome.told));
        report_.diagnostics.append(std::move(outcome.lost));
        if (!outcome.result) return outcome.result;
        for (std::string& path : failed ? std::vector<std::string>() : press_.files_of(task.place, task.in_inks))
            report_.written.push_back(std::move(path));
        if (outcome.proof) report_.proofs.push_back(std::move(*outcome.proof));
        return {};
    }

    ExportRequest request_;
    Workshop* workshop_;
    ExportReport& report_;
    Press press_;
    Stages stages_;
    std::vector<Task> tasks_;
    std::size_t done_ = 0; ///< of the tasks, the first
    IssueSettings issue_;
    Edition edition_;
    std::optional<Edition> inside_;
    const PageSpec* zine_page_ = nullptr;
    const PageSpec* note_page_ = nullptr;
    std::unique_ptr<PagedDocument> zine_;
    PageFit fit_; ///< of the zine
    std::unique_ptr<PagedDocument> wrap_;
    std::unique_ptr<PagedDocument> booklet_; ///< refers to the zine
    std::optional<Cover> cover_;
    std::optional<Cover> banner_; ///< of the site
    std::optional<PrintEdition> print_; ///< the zine's pages, where there are both
};

} // namespace

Result<void> build_issue(const ExportRequest& request, ExportReport& report) {
    return carry_through<Build>(request, nullptr, report);
}

Result<void> build_issue(const ExportRequest& request, Workshop& workshop, ExportReport& report) {
    const Result<void> built = Build(request, &workshop, report).go();
    if (built && !report.diagnostics.has_errors() && !workshop.is_stopped()) workshop.end(report.written);
    return built;
}

} // namespace halfstar

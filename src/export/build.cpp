// An issue in everything that its issue.yaml lists, from one reading and one layout.

#include "export/editions.h"
#include "export/manuscript.h"
#include "export/page_fit.h"
#include "export/press.h"
#include "export/print_edition.h"
#include "export/series.h"
#include "export/sheet_advice.h"
#include "foundation/base/parallel.h"
#include "foundation/base/hash.h"
#include "foundation/base/stopwatch.h"
#include "foundation/unicode/text.h"
#include "proof/proof.h"
#include "typeset/sheets/sheets.h"

#include <halfstar/export.h>

#include <algorithm>
#include <functional>

namespace halfstar {
namespace {

constexpr Output all_outputs[] = {Output::zine, Output::booklet, Output::epub, Output::site,
                                       Output::reviews};

/// A programme note's own identifier: the issue's with the piece's name.
std::string identifier_of(const Edition& edition, const Piece& piece) {
    return uuid_urn(sha256(edition.identifier + "/" + piece.key));
}

class Build {
public:
    Build(const ExportRequest& request, ExportReport& report)
        : request_(with_output(request)), report_(report), press_(request_, report) {}

    Result<void> go() {
        Stages stages(request_.timings);
        stages.begin("reading");
        Manuscript manuscript = read_manuscript(request_, ReadAs::issue, press_.reader(), report_);
        if (press_.stopped()) return {};
        issue_ = *manuscript.issue;
        report_.pieces = manuscript.pieces.size();
        if (!press_.take_target(&issue_)) return {};
        stages.begin("composing");
        edition_ = compose_whole(std::move(manuscript), request_, report_.diagnostics);
        stages.begin("design");
        if (press_.stopped() || !design()) return {};
        if (Result<void> inks = press_.take_inks(); !inks) return inks;
        stages.begin("layout");
        if (Result<void> laid_out = lay_out(); !laid_out) return laid_out;
        if (press_.stopped()) return {};
        stages.begin("writing");
        return write();
    }

private:
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

    Result<void> lay_out() {
        if (wants_zine()) zine_ = press_.zine(printed(), *zine_page_, report_.diagnostics, &fit_);
        if (wants_wrap()) wrap_ = press_.wrap(edition_, &issue_, zine_->page_count(), report_.diagnostics);
        if (wants(Output::booklet)) {
            Result<std::unique_ptr<PagedDocument>> sheets = press_.sheets(*zine_, printed(), &issue_);
            if (!sheets) return sheets.error();
            booklet_ = std::move(*sheets);
        }
        if (wants(Output::site)) {
            Result<std::optional<Cover>> banner = press_.banner(edition_, report_.diagnostics);
            if (!banner) return banner.error();
            banner_ = std::move(*banner);
        }
        if (!wants(Output::epub)) return {};
        if (zine_) print_ = print_edition_of(*zine_, edition_);
        Result<Cover> cover = press_.cover(edition_, report_.diagnostics);
        if (!cover) return cover.error();
        cover_ = std::move(*cover);
        return {};
    }

    using Prove = std::function<Result<Proof>(const std::string& path, Diagnostics&)>;

    /// What is written in one go, and where, and how it is read back; a booklet is the zine's pages once more.
    struct Task {
        OutputPlace place;
        std::function<Result<void>(const OutputPlace&, Diagnostics&)> write;
        Prove prove;
        bool in_inks = false;
    };

    /// What became of a task.
    struct Outcome {
        Result<void> result;
        Diagnostics told, lost;
        std::optional<Proof> proof;
    };

    using ProveEdition = Result<Proof> (*)(const Edition&, const std::string&, Diagnostics&);
    Prove proving(ProveEdition prove) {
        return [this, prove](const std::string& path, Diagnostics& lost) { return prove(edition_, path, lost); };
    }

    Task whole(std::string_view backend, OutputPlace place, const PagedDocument* pages, Prove prove) {
        return {std::move(place), [this, backend, pages](const OutputPlace& at, Diagnostics& told) {
                    const bool printed = backend == "pdf";
                    return press_.write({find_backend(backend), &edition_, pages, printed ? std::nullopt : banner_, edition_.identifier, at, false, false, printed},
                                        told);
                },
                std::move(prove), backend == "pdf"};
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
                    return press_.write({find_backend("pdf"), &edition_, zine_.get(), {}, edition_.identifier, at, true, false, true}, told);
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
        return {place, [this, piece](const OutputPlace& at, Diagnostics& told) -> Result<void> {
                    const auto pages = press_.note(edition_, piece, *note_page_, told);
                    if (told.has_errors()) return {};
                    const std::string identifier = identifier_of(edition_, edition_.pieces[piece]);
                    return press_.write({find_backend("pdf"), &edition_, pages.get(), {}, identifier, at, false, false, false}, told);
                },
                [this, piece](const std::string& path, Diagnostics& lost) {
                    return proof::prove_note(edition_.pieces[piece], path, lost);
                }};
    }

    /// The largest first, so that no thread waits for them at the end.
    std::vector<Task> tasks() {
        std::vector<Task> tasks;
        const auto in_folder = [&](const std::string& name) { return OutputPlace{request_.output, name, false}; };
        if (wants(Output::zine))
            tasks.push_back(zine(in_folder("zine.pdf")));
        if (wrap_) tasks.push_back(wrap(in_folder("cover.pdf")));
        if (booklet_) tasks.push_back(whole("pdf", in_folder(booklet_name()), booklet_.get(), {}));
        if (cover_) tasks.push_back(ebook(in_folder(book_name() + ".epub")));
        if (wants(Output::site)) {
            const OutputPlace place{request_.output + "/site", "", false};
            tasks.push_back(whole("site", place, nullptr, proving(proof::prove_site)));
        }
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

    Result<void> write() {
        const std::vector<Task> all = tasks();
        std::vector<Outcome> outcomes(all.size());
        for_each_parallel(all.size(), request_.jobs, [&](std::size_t i) {
            outcomes[i].result = all[i].write(all[i].place, outcomes[i].told);
            press_.report_progress(all.size(), all[i].place.path());
        });
        if (request_.verify) prove(all, outcomes);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (Result<void> taken = take(std::move(outcomes[i]), all[i]); !taken) return taken;
        if (zine_) report_.pages = zine_->page_count();
        if (const std::string said = fit_said(fit_); !said.empty()) report_.fitting.push_back(said);
        if (booklet_)
            report_.advice.push_back(sheet_advice(request_.output + "/" + booklet_name(), press_.imposition(&issue_), *zine_,
                                                  *booklet_, request_.copies, fit_.filled()));
        return {};
    }

    void prove(const std::vector<Task>& all, std::vector<Outcome>& outcomes) {
        report_.proofs.push_back(proof::prove_sources(edition_, report_.sources, report_.diagnostics));
        for_each_parallel(all.size(), request_.jobs, [&](std::size_t i) { prove(all[i], outcomes[i]); });
    }

    static void prove(const Task& task, Outcome& outcome) {
        if (!task.prove || !outcome.result || outcome.told.has_errors()) return;
        Result<Proof> proof = task.prove(task.place.path(), outcome.lost);
        if (proof) outcome.proof = std::move(*proof);
        else outcome.result = proof.error();
    }

    /// Reports it. What lost words is in its place all the same.
    Result<void> take(Outcome outcome, const Task& task) {
        const bool failed = outcome.told.has_errors();
        // The zine's layout said what there is to say of a piece; its note need not say it again.
        if (!zine_ || failed) report_.diagnostics.append(std::move(outcome.told));
        report_.diagnostics.append(std::move(outcome.lost));
        if (!outcome.result) return outcome.result;
        for (std::string& path : failed ? std::vector<std::string>() : press_.files_of(task.place, task.in_inks))
            report_.written.push_back(std::move(path));
        if (outcome.proof) report_.proofs.push_back(std::move(*outcome.proof));
        return {};
    }

    ExportRequest request_;
    ExportReport& report_;
    Press press_;
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

Result<void> build_issue(const ExportRequest& request, ExportReport& report) { return Build(request, report).go(); }

} // namespace halfstar

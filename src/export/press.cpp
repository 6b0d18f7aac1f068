#include "export/press.h"

#include "backends/raster/raster.h"
#include "design/pictures/screen.h"
#include "design/style/fitted_page.h"
#include "design/style/load.h"
#include "design/target/load.h"
#include "design/target/obeying_page.h"
#include "export/book_faces.h"
#include "export/workshop.h"
#include "foundation/base/stopwatch.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"
#include "typeset/layout/layout.h"
#include "typeset/layout/wrap.h"
#include "typeset/sheets/bled.h"
#include "typeset/sheets/least_line.h"
#include "typeset/sheets/guide.h"

#include <halfstar/version.h>

#include <algorithm>

namespace halfstar {
namespace {

/// ZIP knows no earlier time; what has no date at all is given this one, never the clock's.
constexpr std::int64_t no_date = 315532800; // 1980-01-01T00:00:00Z
constexpr std::uint32_t cover_width = 1600;
constexpr std::uint32_t banner_width = 1200, banner_height = 630; ///< as Open Graph's readers want them
constexpr std::string_view default_paper = "a4";
constexpr std::size_t fitted_pages = 8; ///< for sheets, a target and its cover, each with its drawn pages

std::int64_t newest_date(const Edition& edition) {
    std::int64_t newest = no_date;
    for (const Piece& piece : edition.pieces)
        for (const auto* date : {&piece.published, &piece.seen})
            if (*date) newest = std::max(newest, utc_seconds((*date)->value.year, (*date)->value.month, (*date)->value.day));
    return newest;
}

/// What a note is printed on beside sheets of this paper: a note is no sheet.
std::string note_paper(const std::string& sheet) {
    if (sheet == "legal" || sheet == "tabloid") return "letter";
    return sheet == "letter" || !paper_of_words(sheet) ? sheet : std::string(default_paper);
}

std::string first_of(const std::string& asked, const std::string& of_issue, std::string_view otherwise) {
    if (!asked.empty()) return asked;
    return of_issue.empty() ? std::string(otherwise) : of_issue;
}

} // namespace

bool Press::stopped() const {
    if (supplies_.workshop != nullptr && supplies_.workshop->is_stopped()) return true;
    if (report_.diagnostics.has_errors()) return true;
    const auto& all = report_.diagnostics.all();
    return request_.warnings_as_errors && std::any_of(all.begin(), all.end(), [](const Diagnostic& one) {
               return one.severity == Severity::warning;
           });
}

bool Press::take_style(const IssueSettings* issue, StyleParts parts) {
    const std::string name = first_of(request_.style, issue == nullptr ? std::string() : issue->style, default_style);
    style_ = supplies_.style != nullptr      ? std::optional(*supplies_.style)
             : supplies_.workshop != nullptr ? supplies_.workshop->style(name, report_)
                                             : load_style(name, reader_, report_.sources, report_.diagnostics, parts);
    if (!style_) return false;
    style_->pages.reserve(style_->pages.size() + fitted_pages); // pages are referred to while others are fitted
    return true;
}

bool Press::take_target(const IssueSettings* issue) {
    const std::string name = first_of(request_.target, issue == nullptr ? std::string() : issue->target, "");
    if (name.empty()) return true;
    target_ = load_target(name, reader(), report_.sources, report_.diagnostics);
    if (!target_) return false;
    const bool sheets = request_.imposition.has_value();
    if (sheets && !target_->imposition) report_.diagnostics.report(Code::against_target, {}, {target_->name, "pages, and no sheets"});
    else if (sheets && request_.imposition->marks.any() && !target_->marks)
        report_.diagnostics.report(Code::against_target, {}, {target_->name, "no marks"});
    return !stopped();
}

void Press::settle_parts(Edition& edition) const {
    if (!target_ || !target_->cover || !target_->cover->apart || request_.parts) return;
    std::erase_if(edition.parts, [](IssuePart part) { return part == IssuePart::cover || part == IssuePart::back; });
}

const Foundry& Press::foundry() {
    if (supplies_.foundry != nullptr) return *supplies_.foundry;
    std::call_once(fonts_opened_, [&] {
        const TimedPart part(request_.timings, "fonts");
        foundry_.emplace(fonts_.emplace());
    });
    return *foundry_;
}

std::string Press::paper_word(const IssueSettings* issue) const {
    return ascii_lower(first_of(request_.paper, issue == nullptr ? std::string() : issue->sheet, default_paper));
}

const PageSpec* Press::page_for(Layout layout, const IssueSettings* issue) {
    const bool is_zine = layout == Layout::zine;
    const bool named = is_zine && issue != nullptr && !issue->page.empty() && request_.paper.empty();
    if (is_zine && (!named || request_.imposition)) return page_on_sheets(issue);
    const std::string name = named ? issue->page : "note-" + note_paper(paper_word(issue));
    const PageSpec* page = find_page(*style_, name);
    if (page == nullptr) report_.diagnostics.report(Code::impossible_paper, {}, {named ? name : paper_word(issue)});
    return page;
}

Imposition Press::imposition(const IssueSettings* issue) const {
    Imposition imposition = request_.imposition.value_or(Imposition());
    const bool named = issue != nullptr && !issue->page.empty() && request_.paper.empty();
    const Result<Size> paper = paper_of_words(paper_word(issue));
    // A page that the issue names has the paper that it makes, unless one is asked for.
    if (!imposition.paper && !named && paper) imposition.paper = *paper;
    return imposition;
}

const PageSpec* Press::obeying(const PageSpec* page) {
    if (page == nullptr || !target_) return page;
    return find_page(*style_, add_obeying_page(*style_, *page, *target_));
}

const PageSpec* Press::page_on_sheets(const IssueSettings* issue) {
    const Imposition imposition = this->imposition(issue);
    if (!imposition.paper && issue != nullptr && !issue->page.empty())
        return find_page(*style_, issue->page);
    if (const PageSpec* page = imposition.paper ? find_page(*style_, zine_page_of(*style_, trim_on(imposition.scheme, *imposition.paper)))
                                                : nullptr)
        return page;
    report_.diagnostics.report(Code::impossible_paper, {}, {paper_word(issue)});
    return nullptr;
}

std::unique_ptr<PagedDocument> Press::note(const Edition& edition, std::size_t piece, const PageSpec& page,
                                           Diagnostics& diagnostics) {
    const Foundry& types = foundry();
    const TimedPart part(request_.timings, "notes");
    return lay_out_note(edition, piece, *style_, page, types, diagnostics);
}

std::unique_ptr<PagedDocument> Press::zine(const Edition& edition, const PageSpec& page, Diagnostics& diagnostics,
                                           PageFit* fit, const OutputPlace* place, const StoredWords* stored) {
    const Foundry& types = foundry();
    const TimedPart part(request_.timings, "zine");
    const std::uint32_t of_sheets = multiple_of(request_.imposition.value_or(Imposition()).scheme);
    const PageGoal goal(target_ && !target_->imposition ? target_->page_multiple : of_sheets, request_.page_count);
    const auto aside = [&] { return place != nullptr ? scratch(*place) : nullptr; };
    if (!target_) return lay_out_zine(edition, *style_, page, types, goal, diagnostics, fit, request_.jobs, aside(), stored);
    for (std::uint32_t count = 0;;) {
        Diagnostics told;
        if (fit != nullptr) *fit = {};
        auto pages = lay_out_zine(edition, *style_, page, types, goal, told, fit, request_.jobs, aside(), stored);
        const Length known = gutter_of(*target_, count);
        count = pages->page_count();
        if (gutter_of(*target_, count) <= known) {
            diagnostics.append(std::move(told));
            return target_->least_line.units > 0 ? with_least_line(std::move(pages), target_->least_line) : std::move(pages);
        }
        pages.reset(); // it refers to the page that is widened
        widen_gutter(*style_, page.name, *target_, count);
    }
}

std::unique_ptr<Scratch> Press::scratch(const OutputPlace& place) const {
    return supplies_.sink ? nullptr : open_sink(place, Files::one)->scratch();
}

void Press::forget_words() {
    if (foundry_) foundry_->forget_words(); // what it was supplied with is others' too
}

std::unique_ptr<PagedDocument> Press::wrap(const Edition& edition, const IssueSettings* issue, std::uint32_t pages, Diagnostics& diagnostics) {
    const Foundry& types = foundry();
    const TimedPart part(request_.timings, "wrap");
    const PageSpec& own = *page_for(Layout::zine, issue);
    const PageSpec& page = *find_page(*style_, add_obeying_page(*style_, own, rules_of_cover(*target_)));
    auto wrap = lay_out_wrap(edition, *style_, page, types, *target_->cover, pages, diagnostics);
    return target_->least_line.units > 0 ? with_least_line(std::move(wrap), target_->least_line) : std::move(wrap);
}

Result<std::unique_ptr<PagedDocument>> Press::sheets(const PagedDocument& pages, const Edition& edition,
                                                     const IssueSettings* issue) {
    const Foundry& types = foundry();
    const TimedPart part(request_.timings, "sheets");
    const Imposition imposition = this->imposition(issue);
    Result<std::unique_ptr<PagedDocument>> sheets = impose(pages, imposition);
    if (!sheets || (!imposition.fold_guide && !imposition.test_sheet)) return sheets;
    const Result<SheetPlan> plan = plan_for(pages, imposition);
    if (!plan) return plan.error();
    const SheetPages shown = sheet_pages_of(imposition, *plan, pages, locale_for(edition.language));
    return with_pages_before(lay_out_sheet_pages(shown, edition, *style_, types), std::move(*sheets));
}

/// A cover's page with all that painting it asks for.
struct Press::CoverPage {
    CoverPage(std::unique_ptr<PagedDocument> laid_out, const Resources& plain)
        : page(std::move(laid_out)), resources(plain, page->screened()) {}

    const std::unique_ptr<PagedDocument> page;
    const ScreenedResources resources;
};

Result<Cover> Press::cover(const Edition& edition, Diagnostics& diagnostics) {
    const std::shared_ptr<const CoverPage> page = cover_page(edition, diagnostics);
    Result<Cover> cover = raster::cover_of(*page->page, cover_width, &page->resources);
    if (cover) cover->png = painting(page, std::move(cover->png), "cover");
    return cover;
}

std::optional<Cover> Press::banner(const Edition& edition, Diagnostics& diagnostics) {
    if (edition.url.empty()) return std::nullopt;
    const std::shared_ptr<const CoverPage> page = cover_page(edition, diagnostics);
    Cover banner = raster::banner_of(*page->page, banner_width, banner_height, &page->resources);
    banner.png = painting(page, std::move(banner.png), "banner");
    return banner;
}

std::shared_ptr<const Press::CoverPage> Press::cover_page(const Edition& edition, Diagnostics& diagnostics) {
    return std::make_shared<CoverPage>(lay_out_cover(edition, *style_, foundry(), diagnostics), resources_);
}

std::function<Result<std::string>()> Press::painting(std::shared_ptr<const CoverPage> page, std::function<Result<std::string>()> paint,
                                                     std::string_view part) const {
    return [this, part, page = std::move(page), paint = std::move(paint)] {
        const TimedPart painted(request_.timings, part);
        return paint();
    };
}

Result<void> Press::take_inks() {
    const std::optional<Inks> wanted = request_.inks ? request_.inks : target_ ? std::optional(target_->inks) : std::nullopt;
    Result<std::optional<Inks>> inks = inks_of(wanted, request_.output, *style_, reader(), report_);
    if (!inks) return inks.error();
    inks_ = std::move(*inks);
    return {};
}

std::vector<std::string> Press::files_of(const OutputPlace& place, bool in_inks) const {
    std::vector<std::string> paths;
    for (const Pull& pull : pulls_of(in_inks ? inks_ : std::nullopt, place)) paths.push_back(pull.place.path());
    return paths;
}

Result<void> Press::write(const Impression& impression, Diagnostics& diagnostics) {
    for (const Pull& pull : pulls_of(impression.in_inks ? inks_ : std::nullopt, impression.place))
        if (Result<void> written = write(impression, pull, diagnostics); !written) return written;
    return {};
}

Result<void> Press::write(const Impression& impression, const Pull& pull, Diagnostics& diagnostics) {
    const TimedPart part(request_.timings, impression.backend->name);
    Job job;
    job.options = request_.options;
    job.cover = impression.cover;
    job.edition = impression.edition;
    job.pages = impression.pages;
    job.style = &*style_;
    job.print = impression.print;
    job.series = impression.series;
    job.awaited = impression.awaited;
    if (impression.backend->name == "epub" && style_->embedded_faces) job.faces = book_faces(*style_, foundry().fonts());
    static const std::vector<ScreenedPicture> none;
    std::unique_ptr<PagedDocument> bled;
    if (impression.for_target && target_) {
        take_rules(job);
        const Length round = impression.is_wrap ? target_->cover->bleed : Length{};
        bled = impression.is_wrap ? with_bleed(*job.pages, Bleed{round, round, round, round}) : with_bleed(*job.pages, *target_);
        job.pages = bled.get();
    }
    const ScreenedResources resources(resources_, job.pages != nullptr ? job.pages->screened() : none);
    job.resources = &resources;
    job.build = {request_.source_date_epoch.value_or(newest_date(*impression.edition)), impression.identifier, producer};
    if (impression.in_inks) job.inks = inks_;
    job.plate = pull.plate;
    job.jobs = request_.one_output_each ? 1 : request_.jobs; // else several are written at once
    Workshop* const workshop = supplies_.workshop;
    if (workshop != nullptr && impression.keeps_pages) job.kept_pages = &workshop->pages();
    const Replaced replaced = workshop == nullptr ? Replaced() : [workshop](const std::string& path) { workshop->wrote(path); };
    const std::unique_ptr<PlaceSink> sink =
        supplies_.sink ? supplies_.sink() : open_sink(pull.place, impression.backend->files, replaced);
    if (Result<void> written = impression.backend->write(job, *sink, diagnostics); !written) return written;
    return impression.awaited.empty() ? sink->finish() : Result<void>();
}

/// A file to be read on screens is an archive; any other is for a printer, whatever the options say.
void Press::take_rules(Job& job) const {
    job.options["profile"] = target_->annotations ? "archive" : "print";
    job.carried = {target_->outline, target_->metadata};
}

void Press::report_progress(std::size_t all, const std::string& what) {
    const std::lock_guard lock(progress_);
    ++done_;
    if (request_.progress) request_.progress(done_, all, what);
}

} // namespace halfstar

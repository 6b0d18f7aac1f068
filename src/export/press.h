// The press: style, faces and pictures of a run, what lays pages out in them, and what writes them.
#pragma once

#include "design/fonts/font_book.h"
#include "design/style/load.h"
#include "export/disk_resources.h"
#include "export/inks.h"
#include "export/outputs.h"
#include "export/supplies.h"
#include "foundation/base/files.h"
#include "typeset/layout/page_goal.h"

#include <halfstar/edition.h>
#include <halfstar/export.h>
#include <halfstar/page_list.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>
#include <halfstar/target.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace halfstar {

class StoredWords;

/// Of requests and issues that name none.
inline constexpr std::string_view default_style = "programme";

/// One output on its way.
struct Impression {
    const Backend* backend = nullptr;
    const Edition* edition = nullptr;
    const PagedDocument* pages = nullptr;
    std::optional<Cover> cover;
    std::string identifier; ///< of its content
    OutputPlace place;
    bool for_target = false; ///< the file keeps the target's rules
    bool is_wrap = false;    ///< and has the bleed of its cover
    bool in_inks = false;    ///< a PDF that is printed in the run's inks, a file a plate
    const PrintEdition* print = nullptr; ///< whose pages an ebook lists
    std::optional<Series> series = {};   ///< that an ebook is one of
    std::set<std::string> awaited = {};  ///< keys of pieces: the pages of these alone are written, and all others stay as they are
    bool keeps_pages = false;            ///< in a workshop, for the next time that it is written
};

class Press {
public:
    /// In a workshop it leaves there what is costly to make.
    Press(const ExportRequest& request, ExportReport& report, const Supplies& supplies = {})
        : request_(request), report_(report), supplies_(supplies), reader_(supplies.reader != nullptr ? *supplies.reader : disk_),
          resources_(supplies.workshop != nullptr ? disk_ : reader_) {}

    const FileReader& reader() const { return reader_; }
    const Style& style() const { return *style_; }
    /// What pages are placed on sheets as: the request's imposition, on its paper, else the issue's.
    Imposition imposition(const IssueSettings* issue) const;
    /// Whether the run must end before anything is written.
    bool stopped() const;

    /// Loads the style: the request's, else the issue's, else the program's. False when there is none to go on with.
    bool take_style(const IssueSettings* issue, StyleParts parts = StyleParts::all);
    /// Loads the target: the request's, else the issue's. False when it is not there, or does not take what was asked for.
    bool take_target(const IssueSettings* issue);
    /// None: the pages are for anybody.
    const Target* target() const { return target_ ? &*target_ : nullptr; }
    /// Settles the inks that the run prints in: the request's, else the target's. After style and target.
    Result<void> take_inks();
    /// Whether there is a gray file for each ink.
    bool has_plates() const { return inks_ && inks_->process == Process::plates; }
    /// Takes away the parts that the target wants in a file of their own, unless they were asked for.
    void settle_parts(Edition& edition) const;
    /// The page design for notes or for the zine, on the request's paper, else the issue's. The trim of a zine follows
    /// from its sheets. Null, and reported, when the style has none.
    const PageSpec* page_for(Layout layout, const IssueSettings* issue);

    /// The page as the target wants it, where there is one.
    const PageSpec* obeying(const PageSpec* page);

    std::unique_ptr<PagedDocument> note(const Edition& edition, std::size_t piece, const PageSpec& page,
                                        Diagnostics& diagnostics);
    /// Says in `fit` what was done to bring it to its count of pages. For a target its inner margins are those of that count. Where `place`
    /// is not null, what is large of it waits beside what will stand there; where `stored` is not null it has the words of the edition's pieces.
    std::unique_ptr<PagedDocument> zine(const Edition& edition, const PageSpec& page, Diagnostics& diagnostics,
                                        PageFit* fit = nullptr, const OutputPlace* place = nullptr, const StoredWords* stored = nullptr);
    /// Room beside an output for what is large and waits; null: there is none.
    std::unique_ptr<Scratch> scratch(const OutputPlace& place) const;
    /// No more is laid out: what is known of words is let go.
    void forget_words();
    /// Whether pages, once they are laid out, are had without the edition.
    bool builds_pages() { return !foundry().keeps_texts(); }
    /// The cover in one piece round `pages` pages; the target must have one.
    std::unique_ptr<PagedDocument> wrap(const Edition& edition, const IssueSettings* issue, std::uint32_t pages, Diagnostics& diagnostics);
    /// The zine on its sheets, with the pages before them that were asked for. `pages` must outlive it.
    Result<std::unique_ptr<PagedDocument>> sheets(const PagedDocument& pages, const Edition& edition, const IssueSettings* issue);
    /// The cover of an ebook, laid out; it is painted when its bytes are asked for, while the press is there.
    Result<Cover> cover(const Edition& edition, Diagnostics& diagnostics);
    /// What is shown with links to a site, likewise; none of a site whose address is not known.
    std::optional<Cover> banner(const Edition& edition, Diagnostics& diagnostics);

    /// Writes it. Several may be written at the same time.
    Result<void> write(const Impression& impression, Diagnostics& diagnostics);
    /// The paths that `write` gives it.
    std::vector<std::string> files_of(const OutputPlace& place, bool in_inks) const;
    /// Says that one of `all` steps is done. Safe to call from several threads.
    void report_progress(std::size_t all, const std::string& what);

private:
    struct CoverPage;

    const Foundry& foundry();
    std::shared_ptr<const CoverPage> cover_page(const Edition& edition, Diagnostics& diagnostics);
    /// `paint`, which keeps the page until then and is timed as the part of that name.
    std::function<Result<std::string>()> painting(std::shared_ptr<const CoverPage> page, std::function<Result<std::string>()> paint,
                                                  std::string_view part) const;

    std::string paper_word(const IssueSettings* issue) const;
    const PageSpec* page_on_sheets(const IssueSettings* issue);
    void take_rules(Job& job) const;
    Result<void> write(const Impression& impression, const Pull& pull, Diagnostics& diagnostics);

    const ExportRequest& request_;
    ExportReport& report_;
    const Supplies supplies_;
    DiskReader disk_;
    const FileReader& reader_;
    DiskResources resources_;
    std::optional<Style> style_;
    std::optional<Target> target_;
    std::optional<Inks> inks_;
    std::once_flag fonts_opened_; ///< manifests and installed faces are read only for what is laid out
    std::optional<FontBook> fonts_;
    std::optional<Foundry> foundry_;
    std::mutex progress_;
    std::size_t done_ = 0;
};

} // namespace halfstar

// The whole way in one call, from files to outputs: what the commands and embedding programs use.
#pragma once

#include "backend.h"
#include "base.h"
#include "diagnostics.h"
#include "imposition.h"
#include "inks.h"
#include "issue.h"
#include "preflight.h"
#include "proof.h"
#include "timings.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// How inputs are read.
struct ReadOptions {
    std::string root;     ///< empty: found as docs/architecture.md says
    std::string title;    ///< replaces the title (of the edition, or of the one piece)
    std::string language; ///< of pieces that do not state theirs; empty: "en"
    int rating_best = 0;  ///< what a rating without a scale is out of; 0: inferred from all ratings of its folder
    bool smart_punctuation = true;
    bool allow_raw_html = false;
    bool review_conventions = true; ///< labels, epigraph, figures; off for plain CommonMark
};

/// What printed pages show: each piece as a programme note, or the whole issue as a zine.
enum class Layout : std::uint8_t { notes, zine };

/// What a check does about what it can repair: say it, show the repairs as a diff, or write them into the sources.
enum class Repairs : std::uint8_t { none, shown, written };

/// Whether reviews become one ebook, or one for each year of the days on which films were seen (else published).
enum class Split : std::uint8_t { none, year };

struct ExportRequest {
    std::vector<std::string> inputs; ///< files, folders, or "-" for standard input
    std::string standard_input;      ///< the bytes of "-"
    std::string backend;             ///< a row's name; empty: check only
    std::string output;              ///< file or folder; empty: beside each input
    bool one_output_each = false;    ///< one output a piece (pdf, svg), else one for all (epub)
    std::string style;  ///< name, or a folder; empty: issue.yaml's, else "programme"
    std::string paper;  ///< "a4", "letter"; of sheets any paper of imposition.h; empty: issue.yaml's, else "a4"
    std::string target; ///< name, or a file; whose rules a PDF keeps; empty: issue.yaml's, else none
    ReadOptions reading;
    Layout layout = Layout::notes;
    bool folded = false; ///< each piece as a leaflet: a zine of one piece on one sheet, folded once
    std::optional<Imposition> imposition; ///< of a zine: on sheets, not page by page; of an issue: what its booklet is
    std::optional<std::uint32_t> page_count; ///< of a zine; none: as many as its sheets have
    std::uint32_t copies = 0;             ///< for how many the advice counts sheets; 0: for one
    Spoilers spoilers = Spoilers::shown; ///< left out here or in issue.yaml: left out
    std::optional<std::vector<IssuePart>> parts; ///< of a zine, instead of issue.yaml's
    std::optional<Inks> inks; ///< of PDFs: how colours reach paper; plates: a file each, and a preview
    bool page_list = false; ///< of an ebook: it lists the pages of the zine made of the same pieces
    Split split = Split::none;
    std::string series;     ///< that ebooks belong to; empty: issue.yaml's, else none
    Options options;
    int jobs = 0; ///< threads; 0: as many as cores
    bool warnings_as_errors = false;
    Repairs repairs = Repairs::none;  ///< of a check
    std::optional<std::int64_t> now;  ///< seconds since 1970; a check asks what is in the future; without it nothing is
    bool verify = false; ///< `build_issue` reads back what it wrote and compares its words with the tree
    std::optional<std::int64_t> source_date_epoch;
    /// Called from one thread with (done, all, what is being done); may be empty.
    std::function<void(std::size_t, std::size_t, const std::string&)> progress;
    bool ends_process = false;  ///< nothing comes after: what the run made is not let go piece by piece
    Timings* timings = nullptr; ///< where the cost of each stage is noted; null: nowhere
};

/// What was done. Diagnostics of the input are data here; rendering them is the caller's.
struct ExportReport {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<std::string> written; ///< paths, in the order of their pieces; of a check, of the sources that were repaired
    std::size_t pieces = 0;
    std::uint32_t pages = 0;
    std::vector<FolderScale> scales;  ///< in the inputs' order
    std::string repairs;              ///< of a check that shows them: a unified diff
    std::vector<Proof> proofs;        ///< what was read back, in the order it was written; first the sources
    std::vector<std::string> fitting; ///< what was done to bring a zine to its count of pages
    std::vector<std::string> breaches; ///< of a preflight, a line each
    std::vector<std::string> advice; ///< what to do at the printer, a line for each file of sheets
};

/// Runs the whole way. An Error is a failure of the world; an error of the input is in the report's
/// diagnostics, and then nothing was written.
Result<void> export_pieces(const ExportRequest& request, ExportReport& report);

/// Builds an issue: everything that the issue.yaml of the one input, a folder, lists, into the folder
/// `request.output` (empty: `out` in that folder). By default zine.pdf, zine-booklet.pdf, an ebook named after the
/// title, site/ and reviews/*.pdf. The issue is laid out once: the zine and its booklet have the same pages.
Result<void> build_issue(const ExportRequest& request, ExportReport& report);

/// Holds the inputs against the request's target: what a zine made of them would be, and each PDF among them as it is. Nothing is
/// written; what is wrong is in the report's breaches.
Result<void> preflight_pieces(const ExportRequest& request, ExportReport& report);

/// Writes the cover in one piece that the request's target asks for, round the zine made of the inputs.
Result<void> export_wrap(const ExportRequest& request, ExportReport& report);

} // namespace halfstar

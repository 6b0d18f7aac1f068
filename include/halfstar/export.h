// The whole way in one call, from files to outputs: what the commands and embedding programs use.
#pragma once

#include "backend.h"
#include "base.h"
#include "diagnostics.h"

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
    int rating_best = 0;  ///< what a rating without a scale is out of; 0: the first of 5, 10 and 100 that holds it
    bool smart_punctuation = true;
    bool allow_raw_html = false;
    bool review_conventions = true; ///< labels, epigraph, figures; off for plain CommonMark
};

struct ExportRequest {
    std::vector<std::string> inputs; ///< files, folders, or "-" for standard input
    std::string standard_input;      ///< the bytes of "-"
    std::string backend;             ///< a row's name; empty: check only
    std::string output;              ///< file or folder; empty: beside each input
    bool one_output_each = false;    ///< one output a piece (pdf, svg), else one for all (epub)
    std::string style = "programme"; ///< name, or a folder
    std::string paper = "a4";        ///< "a4" or "letter"
    ReadOptions reading;
    Options options;
    int jobs = 0; ///< threads; 0: as many as cores
    bool warnings_as_errors = false;
    std::optional<std::int64_t> source_date_epoch;
    /// Called from one thread with (done, all, what is being done); may be empty.
    std::function<void(std::size_t, std::size_t, const std::string&)> progress;
};

/// What was done. Diagnostics of the input are data here; rendering them is the caller's.
struct ExportReport {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<std::string> written; ///< paths, in the order of their pieces
    std::size_t pieces = 0;
    std::uint32_t pages = 0;
};

/// Runs the whole way. An Error is a failure of the world; an error of the input is in the report's
/// diagnostics, and then nothing was written.
Result<void> export_pieces(const ExportRequest& request, ExportReport& report);

} // namespace halfstar

// What stays standing between one build and the next of the same issue: what was seen of the disk, reviews as they were
// read, the style, the faces, and which single PDFs are whole already. Everything in it is kept by what it was made
// from, never by time, and goes away with its source; so a build in a workshop writes what a build without one would.
//
// What else is costly and stays the same from build to build has its place here.
#pragma once

#include "backends/pdf/kept_pages.h"
#include "design/fonts/font_book.h"
#include "export/disk_memory.h"
#include "export/kept_readings.h"
#include "foundation/base/files.h"
#include "typeset/layout/foundry.h"

#include <halfstar/export.h>
#include <halfstar/style.h>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace halfstar {

class Workshop {
public:
    /// Asked now and then while a build is at work; true: it is to end before the next output.
    using Stop = std::function<bool()>;
    explicit Workshop(Stop stop = {});

    DiskMemory& memory() { return memory_; }
    KeptReadings& readings() { return readings_; }
    /// Opened once; a face that is installed later is not seen.
    const Foundry& foundry();
    /// As `load_style`; from what was kept, when the style's files are the same and there is nothing to say of them.
    std::optional<Style> style(const std::string& name, ExportReport& report);
    pdf::KeptPages& pages() { return pages_; }
    bool is_stopped() const { return stop_ && stop_(); }

    /// Whether the PDF at `path` was made of just this: the digest of its content, and the page that it stands on.
    bool has_note(const std::string& path, const std::string& content) const;
    void keep_note(const std::string& path, const std::string& content);

    /// Safe to call from several threads.
    void wrote(const std::string& path);
    /// The paths at which the last build wrote, sorted.
    std::vector<std::string> written() const { return {written_.begin(), written_.end()}; }
    /// The files that the last build read and the one before did not, and those that it did not read any more.
    const std::vector<std::string>& come_or_gone() const { return come_or_gone_; }

    /// Where the last build wrote.
    const std::string& output() const { return output_; }

    /// A build begins, into this folder.
    void begin(const std::string& output);
    /// A build came to its end and made `outputs`: files that the one before made and this one did not go away.
    void end(const std::vector<std::string>& outputs);

private:
    struct KeptStyle {
        std::string name;
        DiskAnswers answers;
        std::optional<Style> style;
        bool silent = false; ///< nothing was said of it
    };

    DiskReader disk_;
    DiskMemory memory_;
    KeptReadings readings_;
    Stop stop_;
    std::once_flag fonts_opened_;
    std::optional<FontBook> fonts_;
    std::optional<Foundry> foundry_;
    pdf::KeptPages pages_;
    std::optional<KeptStyle> style_;
    std::size_t styles_loaded_ = 0;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> notes_; ///< what the PDF at a path was made of
    std::set<std::string> written_, outputs_;
    std::vector<std::string> come_or_gone_;
    std::string output_;
};

/// `build_issue` in a workshop, which remembers the build for the next one. Single PDFs and the site are written before
/// the issue is laid out. What comes out the same is not written again.
Result<void> build_issue(const ExportRequest& request, Workshop& workshop, ExportReport& report);

} // namespace halfstar

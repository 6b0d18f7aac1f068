// Sets folders of reviews as zines and counts what a reader would mark on their pages: there must be nothing.
//
//     fine_pages [--style NAME] FOLDER...              exit 1 and a line for each fault
//     fine_pages [--style NAME] --self-test FOLDER     spoils the pages in each way and sees each fault found
#include "ends.h"
#include "faults.h"
#include "spoil.h"

#include "export/editions.h"
#include "export/manuscript.h"
#include "export/press.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// An issue on its way to pages; keeps all that these refer to.
class Zine {
public:
    Zine(const std::string& folder, const std::string& style) : press_(request_, report_) {
        request_.style = style;
        request_.inputs = {folder};
        request_.layout = Layout::zine;
        Manuscript manuscript = read_manuscript(request_, ReadAs::issue, press_.reader(), report_);
        const std::optional<IssueSettings> issue = manuscript.issue;
        if (!press_.take_style(issue ? &*issue : nullptr)) return;
        const PageSpec* page = press_.page_for(Layout::zine, issue ? &*issue : nullptr);
        if (page == nullptr) return;
        edition_ = compose_whole(std::move(manuscript), request_, report_.diagnostics);
        document_ = press_.zine(edition_, *page, report_.diagnostics);
        typeset_.spec = *page;
        typeset_.structure = &document_->structure();
        typeset_.indent = press_.style().lines.indent;
        for (std::uint32_t i = 0; i < document_->page_count(); ++i) typeset_.pages.push_back(document_->page(i));
    }

    const TypesetPages& typeset() const { return typeset_; }

private:
    ExportRequest request_;
    ExportReport report_;
    Press press_;
    Edition edition_;
    std::unique_ptr<PagedDocument> document_;
    TypesetPages typeset_;
};

bool is_fine(const std::string& folder, const std::string& style) {
    const Zine zine(folder, style);
    const std::vector<Fault> faults = faults_of(zine.typeset());
    for (const Fault& fault : faults)
        std::printf("%s: page %u: %s: \"%s\"\n", folder.c_str(), fault.page + 1, name_of(fault.kind), fault.words.c_str());
    std::size_t lines = 0;
    for (const SetBlock& block : blocks_of(zine.typeset())) lines += block.lines.size();
    const PageEnds ends = ends_of(zine.typeset());
    std::printf("%s: %zu pages, %zu lines, %zu faults; %zu of %zu pieces end on a page of few lines, %zu of %zu spreads "
                "are uneven\n",
                folder.c_str(), zine.typeset().pages.size(), lines, faults.size(), ends.short_ends, ends.pieces,
                ends.uneven, ends.spreads);
    return faults.empty() && lines > 0;
}

bool is_found(const TypesetPages& good, FaultKind kind) {
    const std::optional<TypesetPages> bad = spoilt(good, kind);
    if (!bad) {
        std::printf("nothing to spoil for: %s\n", name_of(kind));
        return false;
    }
    for (const Fault& fault : faults_of(*bad))
        if (fault.kind == kind) return true;
    std::printf("not found: %s\n", name_of(kind));
    return false;
}

bool self_test(const std::string& folder, const std::string& style) {
    const Zine zine(folder, style);
    bool all = true;
    for (const FaultKind kind : {FaultKind::overfull, FaultKind::widow, FaultKind::orphan, FaultKind::parted_word,
                                 FaultKind::stranded_heading, FaultKind::off_grid, FaultKind::runt})
        all = is_found(zine.typeset(), kind) && all;
    return all;
}

} // namespace

int main(int count, char** words) {
    std::vector<std::string> arguments(words + 1, words + count);
    std::string style;
    if (arguments.size() > 1 && arguments.front() == "--style") {
        style = arguments[1];
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.size() == 2 && arguments.front() == "--self-test")
        return self_test(arguments[1], style) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (arguments.empty()) return std::fputs("usage: fine_pages [--style NAME] [--self-test] FOLDER...\n", stderr), 2;
    bool fine = true;
    for (const std::string& folder : arguments) fine = is_fine(folder, style) && fine;
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

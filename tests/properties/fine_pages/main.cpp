// Sets folders of reviews as zines and counts what a reader would mark on their pages: there must be nothing.
//
//     fine_pages FOLDER...              exit 1 and a line for each fault
//     fine_pages --self-test FOLDER     spoils the pages in each way and sees each fault found
#include "faults.h"
#include "spoil.h"

#include "export/editions.h"
#include "export/manuscript.h"
#include "export/press.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// An issue on its way to pages; keeps all that these refer to.
class Zine {
public:
    explicit Zine(const std::string& folder) : press_(request_, report_) {
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

bool is_fine(const char* folder) {
    const Zine zine(folder);
    const std::vector<Fault> faults = faults_of(zine.typeset());
    for (const Fault& fault : faults)
        std::printf("%s: page %u: %s: \"%s\"\n", folder, fault.page + 1, name_of(fault.kind), fault.words.c_str());
    std::size_t lines = 0;
    for (const SetBlock& block : blocks_of(zine.typeset())) lines += block.lines.size();
    std::printf("%s: %zu pages, %zu lines, %zu faults\n", folder, zine.typeset().pages.size(), lines, faults.size());
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

bool self_test(const char* folder) {
    const Zine zine(folder);
    bool all = true;
    for (const FaultKind kind : {FaultKind::overfull, FaultKind::widow, FaultKind::orphan, FaultKind::parted_word,
                                 FaultKind::stranded_heading})
        all = is_found(zine.typeset(), kind) && all;
    return all;
}

} // namespace

int main(int count, char** words) {
    if (count == 3 && std::string_view(words[1]) == "--self-test")
        return self_test(words[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (count < 2) return std::fputs("usage: fine_pages [--self-test] FOLDER...\n", stderr), 2;
    bool fine = true;
    for (int i = 1; i < count; ++i) fine = is_fine(words[i]) && fine;
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

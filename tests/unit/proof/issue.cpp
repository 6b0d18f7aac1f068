#include "issue.h"

#include "compose/compose.h"
#include "design/fonts/font_book.h"
#include "design/style/load.h"
#include "foundation/base/files.h"
#include "read/read.h"
#include "typeset/layout/layout.h"
#include "unit/folder.h"

#include <halfstar/backend.h>

namespace halfstar::fake {

const char* const bait = "---\n"                                                                     // 1
                         "title: Bait\n"                                                             // 2
                         "summary: Nets, and what is caught in them.\n"                              // 3
                         "---\n"                                                                     // 4
                         "\n"                                                                        // 5
                         "> A boat is a boat.\n"                                                     // 6
                         ">\n"                                                                       // 7
                         "> — Martin\n"                                                              // 8
                         "\n"                                                                        // 9
                         "Martin has a trawler in his head and a bucket in his hand.[^nets]\n"       // 10
                         "\n"                                                                        // 11
                         "The **harb**our is let by the week, to people who bring their own wine.\n" // 12
                         "\n"                                                                        // 13
                         "![A rope](rope.png \"The rope, some time before the knot\")\n"             // 14
                         "\n"                                                                        // 15
                         "| Caught | Kept |\n"                                                       // 16
                         "|---|---|\n"                                                               // 17
                         "| bass | three |\n"                                                        // 18
                         "| lobster | one |\n"                                                       // 19
                         "\n"                                                                        // 20
                         "1. He mends the net.\n"                                                    // 21
                         "2. He loses the van.\n"                                                    // 22
                         "\n"                                                                        // 23
                         "||The boy falls.|| Nobody raises his voice, and everything is said.\n"     // 24
                         "\n"                                                                        // 25
                         "[^nets]: They were his father's, and his father's before.\n";              // 26

namespace {

class NoPictures : public Resources {
public:
    Result<std::string> bytes(const Picture&) const override { return Error{"there are no pictures"}; }
};

const Style& programme() {
    static const Style style = [] {
        Sources sources;
        Diagnostics diagnostics;
        return *load_style("programme", DiskReader(), sources, diagnostics);
    }();
    return style;
}

const FontBook& fonts() {
    static const FontBook book;
    return book;
}

std::unique_ptr<PagedDocument> pages_of(Output output, const Edition& edition, Diagnostics& told) {
    if (output == Output::zine)
        return lay_out_zine(edition, programme(), *find_page(programme(), "zine-a5"), fonts(), 4, told);
    if (output == Output::note)
        return lay_out_note(edition, 0, programme(), *find_page(programme(), "note-a4"), fonts(), told);
    return nullptr;
}

const char* backend_of(Output output) {
    return output == Output::site ? "site" : output == Output::ebook ? "epub" : "pdf";
}

Result<void> write(Output output, const Edition& edition, Sink& sink) {
    static const NoPictures no_pictures;
    Diagnostics told;
    const std::unique_ptr<PagedDocument> pages = pages_of(output, edition, told);
    Job job;
    job.edition = &edition;
    job.pages = pages.get();
    job.style = &programme();
    job.resources = &no_pictures;
    job.build = {1577836800, edition.identifier, "halfstar"};
    return find_backend(backend_of(output))->write(job, sink, told);
}

} // namespace

ReadIssue read_issue(const std::string& text) {
    ReadIssue issue;
    const SourceId source = issue.sources.add("bait.md", text);
    const PieceFile file{source, "bait.md", "/reviews", "/reviews"};
    auto read = read_piece(text, file, {}, MemoryReader(), issue.diagnostics);
    issue.sources.set_text(source, read->text);
    std::vector<Piece> pieces;
    pieces.push_back(std::move(read->piece));
    issue.edition = compose(std::move(pieces), {}, issue.diagnostics);
    issue.edition.parts = {IssuePart::reviews};
    return issue;
}

const char* name_of(Output output) {
    switch (output) {
    case Output::site:
        return "site";
    case Output::ebook:
        return "ebook";
    case Output::zine:
        return "zine";
    case Output::note:
        return "note";
    }
    return "";
}

Result<Proof> write_and_prove(Output output, const Edition& written, const Edition& whole, Diagnostics& losses) {
    const testing::Folder folder;
    DiskSink sink(folder.path(), "output");
    if (Result<void> done = write(output, written, sink); !done) return done.error();
    const std::string path = folder.path() + "/output";
    switch (output) {
    case Output::site:
        return proof::prove_site(whole, folder.path(), losses);
    case Output::ebook:
        return proof::prove_ebook(whole, path, losses);
    case Output::zine:
        return proof::prove_zine(whole, path, losses);
    case Output::note:
        return proof::prove_note(whole.pieces[0], path, losses);
    }
    return Error{"no such output"};
}

std::uint32_t line_of_loss(const Diagnostics& losses, const Sources& sources) {
    if (losses.empty()) return 0;
    const Span span = losses.all().front().span;
    return sources.contains(span.source) ? sources.position(span.source, span.begin).line : 0;
}

} // namespace halfstar::fake

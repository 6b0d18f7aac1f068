// The whole way from a review's bytes through every backend, into memory; and what is written as markup holds no script
// but JSON-LD, no handler and no address that runs, whatever the bytes say.

#include "compose/compose.h"
#include "design/fonts/font_book.h"
#include "design/style/load.h"
#include "export/disk_resources.h"
#include "foundation/base/files.h"
#include "read/read.h"
#include "typeset/layout/layout.h"

#include <halfstar/backend.h>
#include <halfstar/edition.h>

#include <cstdio>
#include <cstdlib>

using namespace halfstar;

namespace {

/// What does not change from one input to the next.
struct House {
    Sources sources;
    Diagnostics diagnostics;
    DiskReader disk;
    FontBook fonts;
    std::optional<Style> style = load_style("programme", disk, sources, diagnostics);
};

House& house() {
    static House one;
    return one;
}

/// `markup` with what stands between quotes taken away, and with what was escaped gone: tags alone are left as they are.
std::string tags_of(std::string_view markup) {
    std::string tags;
    bool in_tag = false, quoted = false;
    for (const char c : markup) {
        if (!in_tag) in_tag = c == '<';
        else if (c == '"') quoted = !quoted;
        else if (c == '>' && !quoted) in_tag = false, tags += '>';
        if (in_tag && !quoted) tags += c;
    }
    return tags;
}

void refuse(std::string_view markup, std::string_view what) {
    if (markup.find(what) == std::string_view::npos) return;
    std::fprintf(stderr, "an output holds %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

void check_markup(const std::string& path, std::string_view bytes) {
    if (!path.empty() && !path.ends_with(".html") && !path.ends_with(".svg")) return;
    if (bytes.find("<!DOCTYPE html>") != 0 && bytes.find("<svg") == std::string_view::npos) return;
    const std::string tags = tags_of(bytes);
    for (const std::string_view what : {"<script>", "<script src", "<iframe", "<object", "<embed", "<base", "<form ", "<math", " onerror=",
                                        " onload=", " onclick=", " srcdoc=", " formaction="})
        refuse(tags, what);
    for (const std::string_view what : {"href=\"javascript:", "href=\"vbscript:", "href=\"data:text", "href=\"data:image/svg",
                                        "src=\"javascript:", "src=\"http"})
        refuse(bytes, what);
}

void write_all(const Edition& edition, const PagedDocument& pages, const Resources& resources, Diagnostics& diagnostics) {
    for (const Backend& backend : backends()) {
        Job job;
        job.edition = &edition;
        job.pages = &pages;
        job.style = &*house().style;
        job.resources = &resources;
        job.build = {0, edition.identifier, "halfstar"};
        if (backend.name == "png") job.options["width"] = "40";
        MemorySink sink;
        const Result<void> written = backend.write(job, sink, diagnostics);
        if (!written || sink.files.empty()) {
            std::fprintf(stderr, "%.*s: %s\n", static_cast<int>(backend.name.size()), backend.name.data(),
                         written ? "wrote nothing" : written.error().message.c_str());
            std::abort();
        }
        for (const auto& [path, bytes] : sink.files)
            check_markup(path, bytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 65536) return 0;
    const MemoryReader reader;
    Diagnostics diagnostics;
    auto read = read_piece({reinterpret_cast<const char*>(data), size}, PieceFile{1, "a/film.md", "/a", "/a"}, ReadOptions{},
                           reader, diagnostics);
    if (!read) return 0;
    std::vector<Piece> pieces;
    pieces.push_back(std::move(read->piece));
    const Edition edition = compose(std::move(pieces), ComposeSettings{}, diagnostics);
    const auto pages = lay_out_note(edition, 0, *house().style, *find_page(*house().style, "note-a4"), house().fonts, diagnostics);
    write_all(edition, *pages, DiskResources(reader), diagnostics);
    return 0;
}

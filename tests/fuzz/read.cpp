// Bytes of a review to a piece whose invariants hold after compose.

#include "compose/compose.h"
#include "document/tree.h"
#include "foundation/base/files.h"
#include "read/read.h"

#include <cstdio>
#include <cstdlib>

using namespace halfstar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const MemoryReader reader;
    Diagnostics diagnostics;
    auto read = read_piece(bytes, PieceFile{1, "a/film.md", "/a", "/a"}, ReadOptions{}, reader, diagnostics);
    if (!read) return 0;
    std::vector<Piece> pieces;
    pieces.push_back(std::move(read->piece));
    const Edition edition = compose(std::move(pieces), ComposeSettings{}, diagnostics);
    for (const std::string& fault : check(edition.pieces.front())) {
        std::fprintf(stderr, "%s\n", fault.c_str());
        std::abort();
    }
    for (const Diagnostic& diagnostic : diagnostics.all())
        if (diagnostic.span.begin > diagnostic.span.end || diagnostic.span.end > read->text.size()) std::abort();
    return 0;
}

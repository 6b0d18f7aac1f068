// Text in, facts and body out: what the tests of reading a piece share.
#pragma once

#include "document/tree.h"
#include "foundation/base/files.h"
#include "read/read.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace halfstar::testing {

struct Reading {
    Piece piece;
    std::string text;
    Diagnostics diagnostics;
};

/// Reads `text` as the file `path` of the folder /films, which holds what `reader` holds.
inline Reading read(std::string_view text, const std::string& path = "stalker.md", const ReadOptions& options = {},
                    const MemoryReader& reader = {}) {
    Reading reading;
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "/films" : "/films/" + path.substr(0, slash);
    const PieceFile file{1, path, folder, "/films"};
    auto read = read_piece(text, file, options, reader, reading.diagnostics);
    REQUIRE(read);
    reading.piece = std::move(read->piece);
    reading.text = std::move(read->text);
    const auto faults = check(reading.piece);
    CAPTURE(text);
    for (const std::string& fault : faults)
        FAIL_CHECK(fault);
    return reading;
}

/// "missing-image 12-20; bad-value 3-9": codes and places.
inline std::string problems(const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& d : diagnostics.all())
        all += (all.empty() ? "" : "; ") + std::string(code_name(d.code)) + " " + std::to_string(d.span.begin) + "-" +
               std::to_string(d.span.end);
    return all;
}

/// The facts as `dump` shows them, without key, path and indentation by the piece; nothing may be reported.
inline std::string facts(const Piece& piece) {
    const std::string all = dump(piece);
    std::string lines;
    std::size_t at = all.find('\n', all.find("\n  path ") + 1) + 1;
    for (const std::size_t end = all.find("\nbody\n") + 1; at < end;) {
        const std::size_t next = all.find('\n', at) + 1;
        lines += all.substr(at + 2, next - at - 2);
        at = next;
    }
    return lines;
}
inline std::string facts(std::string_view text, const std::string& path = "stalker.md") {
    const Reading reading = read(text, path);
    CHECK(problems(reading.diagnostics) == "");
    return facts(reading.piece);
}

/// The body's words, blocks parted by `|`.
inline std::string body(const Piece& piece) {
    std::string words;
    for (const Block& block : piece.body) {
        std::string text = plain_text(Blocks{block});
        for (char& c : text)
            if (c == '\n') c = '/';
        words += (words.empty() ? "" : "|") + text;
    }
    return words;
}
inline std::string body(std::string_view text) { return body(read(text).piece); }

} // namespace halfstar::testing

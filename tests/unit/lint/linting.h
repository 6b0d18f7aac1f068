// Pieces for the proofreader, read from files in memory.
#pragma once

#include "foundation/base/files.h"
#include "lint/lint.h"
#include "read/read.h"

#include <algorithm>
#include <string>
#include <vector>

namespace halfstar::lint {

/// A folder /r of files, and what the proofreader says of its pieces in the order given.
class Folder {
public:
    MemoryReader reader;
    Sources sources;
    Manuscripts manuscripts;

    Folder& add(const std::string& path, const std::string& bytes) {
        reader.files["/r/" + path] = bytes;
        paths_.push_back(path);
        return *this;
    }

    Findings findings() {
        pieces_.clear();
        manuscripts.pieces.clear();
        sources = {};
        for (const std::string& path : paths_) {
            const SourceId source = sources.add(path, "");
            Diagnostics unsaid;
            auto read =
                read_piece(reader.files["/r/" + path], {source, path, "/r", "/r"}, ReadOptions{}, reader, unsaid);
            sources.set_text(source, std::move(read->text));
            pieces_.push_back(std::move(read->piece));
        }
        for (const Piece& piece : pieces_)
            manuscripts.pieces.push_back({&piece, "/r", "/r"});
        return proofread(manuscripts, sources, reader);
    }

    /// The findings of one code, as "file:line:column: message".
    std::vector<std::string> said(Code code) {
        const Findings found = findings();
        std::vector<std::string> lines;
        for (const Diagnostic& each : found.diagnostics.all()) {
            if (each.code != code) continue;
            if (!sources.contains(each.span.source)) {
                lines.push_back(each.message);
                continue;
            }
            const Sources::Position at = sources.position(each.span.source, each.span.begin);
            lines.push_back(sources.at(each.span.source).name + ":" + std::to_string(at.line) + ":" +
                            std::to_string(at.column) + ": " + each.message);
        }
        return lines;
    }

private:
    std::vector<std::string> paths_;
    std::vector<Piece> pieces_;
};

inline std::vector<std::string> said_of(const std::string& text, Code code) {
    return Folder().add("a.md", text).said(code);
}

} // namespace halfstar::lint

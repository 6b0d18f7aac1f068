// What a careful proofreader would mark that no output depends on: facts that are missing, films from the future, the
// same review twice, typewriter punctuation, pictures that will look bad. The pieces as they were read come in;
// diagnostics and repairs come out, and nothing is changed.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <vector>

namespace halfstar::lint {

/// A safe change of a source: the bytes of `span` (in the text that Sources keeps) become `text`. The pages stay
/// the same but for the number of spaces between words. Never over a line's end.
struct Repair {
    Span span;
    std::string text;
};

/// A piece and where it lies.
struct FiledPiece {
    const Piece* piece = nullptr;
    std::string folder; ///< canonical folder of its file
    std::string root;   ///< canonical root of its source
};

/// A picture's file beside the pieces.
struct PictureFile {
    std::string path; ///< canonical
    std::string name; ///< as diagnostics show it
};

/// What is proofread.
struct Manuscripts {
    std::vector<FiledPiece> pieces;    ///< in the inputs' order, before composing
    std::vector<PictureFile> pictures; ///< that lie in the pieces' folders; none when single files were named
    std::string language;              ///< of pieces that name none
    std::optional<int> year;           ///< this one; without it, nothing is in the future
    bool is_issue = false;             ///< then composing says which links to pieces are dead
};

struct Findings {
    Diagnostics diagnostics;
    std::vector<Repair> repairs; ///< in the order of their places, source by source; none overlaps another
};

/// Applies every rule (lint/rules.h). `sources` holds the text of each piece; `reader` is asked only whether files are
/// there.
Findings proofread(const Manuscripts& manuscripts, const Sources& sources, const FileReader& reader);

} // namespace halfstar::lint

// Nothing is lost: outputs are read back after they are written, and the words of every flow must stand in them in the
// order of the tree. A loss is an error at the place in the source that lost its words.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>
#include <halfstar/proof.h>

#include <string>

namespace halfstar::proof {

/// Each reads one output of the edition and reports what it lost. An Error when it cannot be read at all.
Result<Proof> prove_site(const Edition& edition, const std::string& folder, Diagnostics& diagnostics);
Result<Proof> prove_ebook(const Edition& edition, const std::string& path, Diagnostics& diagnostics);
/// A zine: its articles are the edition's letter, pieces and page at the back, as its parts have them.
Result<Proof> prove_zine(const Edition& edition, const std::string& path, Diagnostics& diagnostics);
/// A PDF of one piece.
Result<Proof> prove_note(const Piece& piece, const std::string& path, Diagnostics& diagnostics);

/// Compares the texts that were read with the trees that were made of them.
Proof prove_sources(const Edition& edition, const Sources& sources, Diagnostics& diagnostics);

} // namespace halfstar::proof

// The passes of composing, a function and a file each. compose.cpp lists them in their order; after
// each of them the tree's invariants hold.
#pragma once

#include "compose/compose.h"

namespace halfstar {

/// Gives every piece a language and a direction: what it does not say is the edition's.
void settle_languages(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Makes the pieces' keys unique: the second "stalker" is "stalker-2".
void make_keys_unique(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Puts each piece's notes in the order in which reading meets their references; those that nothing refers to
/// stand last.
void order_notes(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Numbers the nodes of each piece (document/tree.h).
void number_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// The edition's title, date and direction, from the settings or the pieces.
void title_edition(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// The edition's identifier: a digest of what it says, so that the same content has the same one.
void identify_edition(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

} // namespace halfstar

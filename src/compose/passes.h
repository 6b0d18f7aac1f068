// The passes of composing, a function and a file each. compose.cpp lists them in their order, and which of them may run side by
// side; from make_keys_unique on the tree's invariants hold after each of them. Those that say "issue" do nothing without one.
#pragma once

#include "compose/compose.h"

#include <vector>

namespace halfstar {

/// Issue: who made it, its number, its parts in print, and the letter and the page at the back.
void take_issue_facts(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: keeps the pieces that meet all that `select` asks for and none of `ignore`.
void select_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Gives every piece a language and a direction: what it does not say is the edition's.
void settle_languages(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Takes out what gives a story away, when the settings or the issue ask for it; a line says so in its place. What
/// was left out of a piece is reported.
void leave_out_spoilers(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: puts the pieces in the order that was asked for.
void order_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: puts the pieces of a section together, in the order that they have.
void group_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: how single pieces are to stand in print, as issue.yaml says, else their front matter.
void plan_reviews(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Makes the pieces' keys unique: the second "stalker" is "stalker-2".
void make_keys_unique(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Finds the pieces that links lead to. In an issue a link to a review's file that is none of its pieces is reported.
void link_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Puts each piece's notes in the order in which reading meets their references; those that nothing refers to
/// stand last.
void order_notes(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Numbers the nodes of each piece (document/tree.h).
void number_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// The edition's title, date and direction, from the settings or the pieces.
void title_edition(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: the index of films.
void index_films(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: the index of people. Reads nothing of the pieces but the credits of their films, and writes nothing but the index.
void index_people(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: whose the pictures are, as far as their reviews say so.
void credit_pictures(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: counts the films.
void count_films(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// Issue: the parts that were asked for, or all in their usual order, without those that have nothing to show.
void list_parts(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// The edition's identifier: a digest of what it says, so that the same content has the same one.
void identify_edition(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics);

/// The pieces, the letter and the page at the back.
std::vector<Piece*> every_piece(Edition& edition);

} // namespace halfstar

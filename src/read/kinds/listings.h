// What a cinema shows: tables, lines and days with their hours become showings.
#pragma once

#include <halfstar/piece.h>

namespace halfstar::reading {

/// Turns listings into showings, in place, and adds their films to `piece.listed` and their days and hours to
/// `piece.screenings`: tables with columns for date, time, film and venue; lists and paragraphs of lines such as
/// `Sat 14 Dec, 19:30 — Stalker (1979), The Gaiety, 35 mm`; headings that are a day, with lines that begin with an
/// hour below. A day without a year is of the piece's own year, or of the next when its month is long past then. A
/// table or list of which a line is not understood stays as it is.
void take_showings(Piece& piece);

} // namespace halfstar::reading

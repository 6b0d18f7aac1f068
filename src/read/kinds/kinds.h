// What makes an interview, a list, listings or a double bill of a piece, once its facts are settled.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar::reading {

/// Reads the body as what the piece is, and settles the kind where it was not said. `text` is what the spans
/// count in, `bare_best` what a rating without a scale is out of, in hundredths.
void take_kind(Piece& piece, const std::optional<PieceKind>& said, std::string_view text, std::int32_t bare_best);

} // namespace halfstar::reading

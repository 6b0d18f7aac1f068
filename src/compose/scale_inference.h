// What a folder's ratings are out of when none says it: told by all of them together, before anything is
// composed. Nothing here depends on the order of the pieces, and what the numbers leave open is said.
#pragma once

#include <halfstar/diagnostics.h>
#include <halfstar/piece.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halfstar {

/// The pieces of one folder that are read on the same scale.
struct RatedFolder {
    std::string name; ///< as it is shown
    std::vector<Piece*> pieces;
};

/// What some bare numbers allow: the scale they were most likely given on and, where they leave it open, the next.
/// Hundredths; `other` is 0 when nothing else is likely.
struct ScaleGuess {
    std::int32_t best = 500;
    std::int32_t other = 0;
};

/// `values` are hundredths, in any order; at least one. Drawn stars are out of five by custom, so that few of them
/// leave less open than few numbers.
enum class WrittenAs : std::uint8_t { numbers, stars };
ScaleGuess guess_scale(const std::vector<std::int32_t>& values, WrittenAs as);

/// Gives each bare rating (ScaleSource::inferred) of the folder its scale. Ratings that name theirs keep it, and tell the
/// others where the numbers fit. What allows two scales is reported (Code::ambiguous_scale) at the first such rating.
/// Returns what the folder's ratings are out of.
std::vector<FolderScale> settle_scales(const RatedFolder& folder, Diagnostics& diagnostics);

} // namespace halfstar

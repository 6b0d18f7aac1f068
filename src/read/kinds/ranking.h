// Lists of films: headings, bold lines and numbered items that name a film become entries.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <string_view>

namespace halfstar::reading {

/// Turns the films of a list into rankings, in place, and adds them to `piece.listed`: headings such as
/// `## 10. Parasite (2019) ★★★★½` with what follows each, paragraphs that begin with such a line in bold, and
/// ordered lists whose items begin with a title set apart. What is not understood whole stays as it is. `text` is what
/// the spans count in: an item's number is the author's, also where a list counts down.
void take_rankings(Piece& piece, std::string_view text, std::int32_t bare_best);

} // namespace halfstar::reading

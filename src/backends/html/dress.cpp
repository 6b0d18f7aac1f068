#include "backends/html/dress.h"

namespace halfstar::html {

std::string piece_id(const Piece& piece) { return "piece-" + piece.key; }

std::string id_prefix(const Piece& piece) { return piece_id(piece) + "_"; }

Tag& set_in_locale(Tag& tag, const Dress& dress, const Piece& piece) {
    if (same_language(dress.locale->language, piece.language)) return tag;
    const bool turns = dress.locale->direction != piece.direction;
    return tag.language(dress.syntax, dress.locale->language, turns ? dress.locale->direction : Direction::inherit);
}

} // namespace halfstar::html

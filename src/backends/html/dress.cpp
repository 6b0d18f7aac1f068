#include "backends/html/dress.h"

namespace halfstar::html {

std::string linked_name(const Dress& dress, const std::string& name, std::string_view words) {
    const std::string address = dress.person_address ? dress.person_address(name) : std::string();
    if (address.empty()) return escape(words);
    Markup out(dress.syntax);
    out.element(Tag("a").set("href", address), words);
    return out.str();
}

std::string piece_id(const Piece& piece) { return "piece-" + piece.key; }

std::string id_prefix(const Piece& piece) { return piece_id(piece) + "_"; }

Tag& set_in_locale(Tag& tag, const Dress& dress, const Piece& piece) {
    if (same_language(dress.locale->language, piece.language)) return tag;
    const bool turns = dress.locale->direction != piece.direction;
    return tag.language(dress.syntax, dress.locale->language, turns ? dress.locale->direction : Direction::inherit);
}

Tag& set_in_locale(Tag& tag, const Dress& dress) {
    if (same_language(dress.locale->language, dress.edition->language)) return tag;
    const bool turns = dress.locale->direction != dress.edition->direction;
    return tag.language(dress.syntax, dress.locale->language, turns ? dress.locale->direction : Direction::inherit);
}

Tag& set_as_piece(Tag& tag, const Dress& dress, const Piece& piece) {
    if (same_language(piece.language, dress.edition->language)) return tag;
    const bool turns = piece.direction != dress.edition->direction;
    return tag.language(dress.syntax, piece.language, turns ? piece.direction : Direction::inherit);
}

} // namespace halfstar::html

// What is handed to writers and to layout: pieces in their order with everything decided that no
// format has a say in. Made by compose from the pieces and the settings.
#pragma once

#include "piece.h"

#include <optional>
#include <string>
#include <vector>

namespace halfstar {

struct Edition {
    std::string title;
    std::string subtitle;
    std::string language; ///< of what the program itself sets; BCP 47
    Direction direction = Direction::left_to_right;
    std::string editor;
    std::string publisher;
    std::string rights;
    std::string url; ///< where it will be published, or empty
    std::optional<Date> date;
    std::string identifier; ///< urn:uuid from the content: the same content has the same identifier
    std::vector<Piece> pieces;
};

} // namespace halfstar

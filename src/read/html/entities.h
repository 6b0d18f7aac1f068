// Character references of HTML: `&nbsp;`, `&#8212;`, `&#x2605;`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::soup {

struct Entity {
    std::string text;       ///< UTF-8
    std::size_t length = 0; ///< bytes of the reference, `&` and `;` included
};

/// The reference that begins at `text[at]` (an ampersand), or nothing: then it is only an ampersand.
/// Names are those of HTML 4; numbers of Windows-1252's controls mean its characters, as browsers read them.
std::optional<Entity> read_entity(std::string_view text, std::size_t at);

/// The text with its references resolved.
std::string decode_entities(std::string_view text);

} // namespace halfstar::soup

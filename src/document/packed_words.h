// What a piece says in a third of the room that its tree takes, for the time in which nobody reads it.
#pragma once

#include <halfstar/piece.h>

#include <string>
#include <string_view>

namespace halfstar {

/// Its body and its notes.
std::string packed_words(const Piece& piece);
/// Gives the piece the body and the notes as they were packed.
void unpack_words(std::string_view bytes, Piece& piece);

} // namespace halfstar

// Conversations: paragraphs that begin with who speaks become turns.
#pragma once

#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <vector>

namespace halfstar::reading {

/// Turns paragraphs such as `**Q:** Why?`, `*Ada Quill*: Because.`, `NAME: …` and `Name: …` into dialogues, in
/// place; what follows without a name of its own belongs to the turn before it, up to the next heading or break.
/// In a piece of kind interview two names that speak are enough; where the kind is not known (`kind` empty) most
/// paragraphs must be turns, and true says that it is an interview. `authors` are among those who ask.
bool take_dialogue(Blocks& body, const std::optional<PieceKind>& kind, const std::vector<std::string>& authors);

} // namespace halfstar::reading

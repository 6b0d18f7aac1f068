// Sorts what was said into the piece: which title is the film's and which the review's, whose date a
// date is, what stands under the title.
#pragma once

#include "read/facts.h"
#include "read/title.h"

#include <halfstar/piece.h>

#include <optional>
#include <string>

namespace halfstar::reading {

/// What the file's name says when nothing else does.
struct NameFacts {
    std::string title;
    std::optional<Date> date; ///< or the date that its folders name
    std::optional<int> year;  ///< "stalker-1979"
};

/// Fills `piece` from `facts`; what finds no place there is added to its extras.
void settle(Facts facts, const NameFacts& name, Piece& piece);

/// Takes what a title says of the film beside its name; false, and nothing is taken, when other facts contradict it.
bool take_title_facts(Work& work, const CleanTitle& title, std::int32_t bare_best, Span span);

/// Whether two titles are the same film's: without "(1999)", "Review:" and letter case.
bool is_same_title(const std::string& a, const std::string& b);

} // namespace halfstar::reading

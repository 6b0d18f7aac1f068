// How a value becomes the rating of a work: a text, or a map of the amount and what it is out of.
#pragma once

#include "read/facts.h"

namespace halfstar::reading {

/// `4/5`, `{value: 4, best: 5}`, `4/5 (would watch again)`, whose remark is kept beside the facts.
Answer take_rating(Facts& facts, const Value& value);

/// The same; few words under a key that asks for a rating are one in the author's own.
Answer take_rating_or_verdict(Facts& facts, const Value& value);

/// What the file's own ratings without a scale are out of: `scale: 4`, `scale: 0-10`.
Answer take_rating_best(Facts& facts, const Value& value);

} // namespace halfstar::reading

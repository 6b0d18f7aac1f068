// What repairing broken data has in common, whichever syntax it was meant to be: the words without stray
// quotation marks, how the repair is shown, and members of which none gets lost.
#pragma once

#include "foundation/data/syntaxes.h"
#include "foundation/data/value.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace halfstar::salvage {

/// The words inside the quotation marks that were meant to hold them: `"Stalker"`, `'It's Alive'`, `"The "Burbs"`, and
/// `"Stalker` that is never closed. Marks that belong to some of the words alone stay.
std::string_view unquoted(std::string_view text);

/// Shows what a line was taken for, `it was read as: title: "Mission: Impossible"`, or in settings, which are not
/// read at all then, how it is written right. Long words are cut short.
std::vector<std::string> shown(Tolerance tolerance, std::string_view before, std::string_view words);

/// Members in their order. Of a key that stands twice the first value counts, and the tolerance says what becomes of the
/// second.
class Collected {
public:
    explicit Collected(Tolerance tolerance) : tolerance_(tolerance) {}
    void add(std::string key, Value value, Diagnostics& diagnostics);
    Members take() { return std::move(members_); }

private:
    Tolerance tolerance_;
    Members members_;
    std::unordered_set<std::string> keys_;
};

} // namespace halfstar::salvage

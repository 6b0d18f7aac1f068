// What has been said of a piece so far, by its front matter and by labels in its body, before it is
// sorted into the piece. A fact is taken once; what says otherwise later is kept and not dropped.
#pragma once

#include "foundation/data/value.h"
#include "read/vocabulary.h"

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

using TextFact = std::optional<Fact<std::string>>;

struct Facts {
    std::int32_t bare_best = 0; ///< what a bare rating is out of, in hundredths; 0: inferred
    std::optional<PieceKind> kind;
    TextFact title, film_title, english_title;
    TextFact subtitle, summary, epigraph, epigraph_source;
    TextFact picture, picture_alternative, picture_caption;
    Work work; ///< what the keys beside the title say
    std::vector<Work> works;
    std::optional<Fact<Date>> date, posted, seen;
    std::string language;
    std::vector<std::string> authors, tags;
    std::string venue, medium;
    bool spoilers = false;
    std::vector<ExtraFact> extras;
    std::vector<Fact<std::string>> remarked; ///< lines of the body that say more than their rating, and so stay in it

    /// Whether anything is known that only a film has.
    bool has_film() const;
};

enum class Outcome : std::uint8_t {
    taken,
    said_before,   ///< another value was taken earlier
    foreign,       ///< the key means something else here (`type: post`)
    unclear,       ///< the value is not what the key needs
    outside_scale, ///< a rating that its scale does not hold
};

struct Answer {
    Outcome outcome = Outcome::taken;
    std::string_view expected; ///< when unclear: "a date"
};

/// Takes one fact. When the outcome is not `taken`, `facts` is as it was.
Answer take_fact(Facts& facts, const Meaning& meaning, const Value& value);

/// Takes all members of front matter, in order; what is unknown or not taken goes to `extras`.
void take_members(Facts& facts, const Members& members, Diagnostics& diagnostics);

/// Keeps a value that no fact holds.
void keep_extra(Facts& facts, std::string key, const Value& value);

} // namespace halfstar::reading

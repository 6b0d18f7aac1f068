// Where the bytes of a text that was made from another stood in it. Texts are cut, joined and marked
// on their way to a parser; spans always count in the source.
#pragma once

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <vector>

namespace halfstar {

/// A map from offsets of a made text to offsets of the text it was made from: in steps, each running
/// on byte for byte up to the next. Without steps it is the identity.
class OffsetMap {
public:
    /// From byte `made` on, the bytes are those from `origin` on. Steps are added in the order of `made`.
    void step(std::uint32_t made, std::uint32_t origin);
    std::uint32_t at(std::uint32_t made) const;

private:
    struct Step {
        std::uint32_t made = 0, origin = 0;
    };
    std::vector<Step> steps_;
};

/// The way from a made text back to its source: through `maps`, first to last, then into the source
/// at `where`. The maps outlive it.
struct Provenance {
    std::vector<const OffsetMap*> maps;
    Span where;

    /// The source's span for bytes [begin, end).
    Span span(std::uint32_t begin, std::uint32_t end) const;
    /// With one more text in front, whose offsets `map` brings into this one's.
    Provenance behind(const OffsetMap& map) const;
};

} // namespace halfstar

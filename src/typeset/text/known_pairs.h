// Words put together from pairs of letters that HarfBuzz has placed before. In most of Latin, Greek and Cyrillic a letter is only moved
// by the one before it (kerning), whatever word they stand in: the font's lookups say of which letters that is so. What
// the pairs do is learnt from words that HarfBuzz shapes, so that no number here is our own.
#pragma once

#include "design/fonts/face.h"
#include "design/fonts/lookups.h"

#include <hb.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace halfstar {

/// A glyph as it is shaped: lengths in units of the font, left to right; bytes [begin, end) of the word are its cluster's.
struct PlacedGlyph {
    std::uint32_t id = 0;
    std::int32_t advance = 0, x = 0, y = 0;
    std::uint32_t begin = 0, end = 0;
    bool is_joined = false; ///< with what stands before it: cut there, the word is to be shaped anew
};

/// Pairs of glyphs of one plan of shaping. Several threads may use it, and none waits for a pair that is known.
class KnownPairs {
public:
    KnownPairs(hb_shape_plan_t* plan, const Face& face) : plan_(plan), face_(face) {}

    /// Makes `placed` the glyphs of bytes [begin, end) of `word`, left to right, as HarfBuzz would place them; false where a pair is not known yet, or a letter
    /// may be changed by others: then nothing is said in `placed`.
    bool place(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<PlacedGlyph>& placed);
    /// What HarfBuzz made of bytes for which `place` was false.
    void learn(std::string_view word, std::uint32_t begin, std::uint32_t end, const std::vector<PlacedGlyph>& placed);

private:
    enum class Lookups : std::uint8_t { unread, read, unusable };

    /// What a pair does: the first glyph's advance is that much more.
    struct Pair {
        std::int16_t kern = 0;
        bool is_joined = false;
    };
    /// A pair as it is kept in one number: its glyphs, its kern, and whether it is joined. 0: none, since glyph 0 is in no pair.
    static std::uint64_t kept(std::uint32_t glyphs, Pair pair);

    bool are_read();
    bool read_lookups();
    std::uint32_t untouched_glyph(char32_t letter) const;
    bool glyphs_of(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<PlacedGlyph>& glyphs) const;
    std::optional<Pair> find(std::uint32_t first, std::uint32_t second) const;
    void add(std::uint32_t first, std::uint32_t second, Pair pair);

    hb_shape_plan_t* const plan_;
    const Face& face_;
    std::atomic<std::size_t> asked_{0}; ///< how often, until lookups are read
    std::atomic<Lookups> lookups_{Lookups::unread};
    std::mutex mutex_; ///< of whoever reads lookups or adds pairs
    GlyphSet untouched_; ///< glyphs of letters of which pairs are all that matters
    std::vector<std::atomic<std::uint64_t>> pairs_; ///< a table of open addressing
    std::size_t count_ = 0;
};

} // namespace halfstar

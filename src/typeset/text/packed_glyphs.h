// Glyphs in as few bytes as they need, about six each instead of forty: for words and pages of which many are kept and few are read at a time.
#pragma once

#include "foundation/base/prefetch.h"
#include "foundation/base/varint.h"

#include <halfstar/pages.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// Where the next glyph stands if nothing is said of it: most stand where the one before them ends, on the line, for the next byte.
struct GlyphPlace {
    Length pen;
    std::uint32_t byte = 0;

    void pass(const Glyph& glyph) {
        pen = glyph.x + glyph.advance;
        byte = glyph.text_end;
    }
};

/// What is said of a glyph beside its number.
inline constexpr std::uint64_t glyph_follows = 1, glyph_is_plain = 2;
inline constexpr int glyph_note_bits = 2;

/// Appends them, the first as after `GlyphPlace()`.
void append_glyphs(std::string& bytes, std::span<const Glyph> glyphs);
/// A glyph as it was appended at the same place. Here, since it is called for each glyph of each line that is set.
inline Glyph glyph_from(VarintReader& in, GlyphPlace& place) {
    Glyph glyph;
    const std::uint64_t id = in.number();
    glyph.id = static_cast<std::uint32_t>(id >> glyph_note_bits);
    glyph.advance = {in.signed_number()};
    glyph.x = place.pen;
    if ((id & glyph_follows) == 0) glyph.x += Length{in.signed_number()};
    if ((id & glyph_is_plain) != 0) {
        glyph.text_begin = place.byte;
        glyph.text_end = place.byte + 1;
    } else {
        glyph.y = {in.signed_number()};
        glyph.text_begin = static_cast<std::uint32_t>(in.number());
        glyph.text_end = static_cast<std::uint32_t>(in.number());
    }
    place.pass(glyph);
    return glyph;
}

/// Glyphs to be read one after the other.
class PackedGlyphs {
public:
    class Reader {
    public:
        using value_type = Glyph;
        using difference_type = std::ptrdiff_t;
        explicit Reader(std::string_view bytes) : in_(bytes) { ++*this; }
        const Glyph& operator*() const { return glyph_; }
        Reader& operator++() {
            ended_ = in_.at_end();
            if (!ended_) glyph_ = glyph_from(in_, place_);
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const Reader& reader, std::default_sentinel_t) { return reader.ended_; }

    private:
        VarintReader in_;
        GlyphPlace place_;
        Glyph glyph_;
        bool ended_ = false;
    };

    PackedGlyphs() = default;
    explicit PackedGlyphs(std::span<const Glyph> glyphs);

    bool empty() const { return bytes_.empty(); }
    /// Asks memory for them.
    void expect() const { prefetch(bytes_.data()); }
    Reader begin() const { return Reader(bytes_); }
    std::default_sentinel_t end() const { return {}; }
    std::vector<Glyph> all() const;

private:
    std::string bytes_;
};

} // namespace halfstar

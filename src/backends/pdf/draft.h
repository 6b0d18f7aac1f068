// A content stream before the codes of its glyphs are known. Which code a glyph has is decided when all pages have been
// seen; a page is built and painted once, as a draft, and set in codes when it is written.
#pragma once

#include "backends/pdf/codes.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// Operators as they will be written. Between them, each behind so many bytes of them, stand the strokes that wait for
/// codes, and what saves and restores the state in which fonts are chosen.
struct Draft {
    std::string operators;
    std::string strokes; ///< as foundation/base/varint.h writes integers
};

/// How glyphs look whose codes are to come.
struct GlyphLook {
    FaceIndex face = 0;
    Length size;
    std::int32_t scale = 65536;
    Visibility visibility = Visibility::visible;
};

class DraftWriter {
public:
    /// To append to.
    std::string& operators() { return draft_.operators; }

    void save();
    void restore();

    /// Glyphs of one look follow, at the place where the line of text stands.
    void begin_glyphs(const GlyphLook& look);
    /// The next glyph by the number of its use (FaceUses); `back` is how far the pen goes back before it, in thousandths of an em.
    void glyph(std::uint32_t use, Length rise, std::int64_t back);
    void end_glyphs();

    Draft take() { return std::move(draft_); }

private:
    void begin(std::uint8_t stroke);
    void put(std::uint64_t value);
    void put_signed(std::int64_t value);

    Draft draft_;
    std::size_t said_ = 0; ///< bytes of operators before the last stroke
};

/// By face and by the number of the use; fonts counted through all faces, from 1.
using UseCodes = std::vector<std::vector<GlyphCode>>;

/// The content stream.
std::string set_in_codes(const Draft& draft, const UseCodes& codes);

} // namespace halfstar::pdf

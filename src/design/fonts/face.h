// One font file open for reading: metrics, glyphs by code point, outlines. Bytes are mapped, not copied.
// Faces live as long as their FontBook and may be read from several threads.
#pragma once

#include <halfstar/base.h>
#include <halfstar/pages.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct hb_face_t;
struct hb_font_t;

namespace halfstar {

enum class OutlineKind : std::uint8_t { truetype, cff, bitmap };

/// Font units, y upwards.
struct FaceMetrics {
    int units_per_em = 1000;
    int ascent = 0, descent = 0; ///< descent is negative
    int cap_height = 0, x_height = 0;
    int italic_angle = 0; ///< thousandths of a degree
    int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
    int weight = 400;
    bool fixed_pitch = false;
};

/// Ink box of a glyph in font units.
struct GlyphExtents {
    int left = 0, bottom = 0, right = 0, top = 0;
};

class Face {
public:
    /// Opens face `index` of the file at `path`.
    static Result<std::unique_ptr<Face>> open(const std::string& path, unsigned index);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    const std::string& path() const { return path_; }
    std::string_view family() const { return family_; }
    std::string_view postscript_name() const { return postscript_name_; }
    bool italic() const { return italic_; }
    OutlineKind outline_kind() const { return outline_kind_; }
    bool cid_keyed() const { return cid_keyed_; }
    const FaceMetrics& metrics() const { return metrics_; }
    std::uint32_t glyph_count() const;

    /// 0 when the face has none.
    std::uint32_t glyph(char32_t code_point) const;
    int advance(std::uint32_t glyph) const; ///< font units
    std::optional<GlyphExtents> extents(std::uint32_t glyph) const;
    /// The outline scaled to `size` at the origin, y downwards as on a page; empty for blank glyphs.
    Path outline(std::uint32_t glyph, Length size) const;
    /// The PNG of a bitmap glyph (colour emoji), or empty.
    std::string bitmap(std::uint32_t glyph) const;
    /// The raw table, or empty.
    std::string_view table(std::string_view tag) const;
    bool has_feature(std::string_view tag) const; ///< in GSUB or GPOS

    hb_face_t* hb_face() const { return face_; }
    /// Scale is units_per_em. Immutable: safe for shaping from several threads.
    hb_font_t* hb_font() const { return font_; }

private:
    Face() = default;
    void read_metrics();
    void read_advances();
    void read_letters();
    std::string path_, family_, postscript_name_;
    bool italic_ = false, cid_keyed_ = false;
    OutlineKind outline_kind_ = OutlineKind::truetype;
    FaceMetrics metrics_;
    // What is asked for at every glyph and every letter, without HarfBuzz between.
    std::string_view advances_;         ///< of the table `hmtx`, four bytes a glyph
    std::uint32_t glyphs_advanced_ = 0; ///< the first glyphs; what all others have HarfBuzz knows
    std::array<std::uint32_t, 128> letters_{}; ///< glyphs of ASCII
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
};

} // namespace halfstar

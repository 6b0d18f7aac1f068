// Pages made by hand for the painters' tests, with runs shaped by HarfBuzz from an installed face.
#pragma once

#include "design/fonts/face.h"

#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <algorithm>
#include <cstdint>
#include <harfbuzz/hb.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::fake {

class Document : public PagedDocument {
public:
    DocumentInfo document_info;
    std::vector<Page> pages;
    StructureTree tree;
    std::vector<const Face*> face_list;
    std::vector<Picture> picture_list;
    std::vector<Spot> spot_list;
    std::vector<ScreenedPicture> screened_list;
    std::vector<OutlineEntry> outline_entries;

    const DocumentInfo& info() const override { return document_info; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(pages.size()); }
    Page page(std::uint32_t index) const override { return pages[index]; }
    const StructureTree& structure() const override { return tree; }
    const std::vector<const Face*>& faces() const override { return face_list; }
    const std::vector<Picture>& pictures() const override { return picture_list; }
    const std::vector<ScreenedPicture>& screened() const override { return screened_list; }
    const std::vector<Spot>& spots() const override { return spot_list; }
    const std::vector<OutlineEntry>& outline() const override { return outline_entries; }

    /// An element below `parent`.
    StructureId add(StructureId parent, StructureRole role) { return tree.add(parent, role); }
    /// A leaf below a new element below `parent`.
    StructureId leaf_in(StructureId parent, StructureRole role) { return add(add(parent, role), StructureRole::leaf); }
};

/// Pictures' bytes by path.
class Bytes : public Resources {
public:
    std::map<std::string, std::string> files;
    Result<std::string> bytes(const Picture& picture) const override {
        const auto found = files.find(picture.path);
        if (found == files.end()) {
            return Error{"gone: " + picture.path};
        }
        return found->second;
    }
};

inline Page page(double width, double height, std::string label) {
    Page made;
    made.trim = {Length::points(width), Length::points(height)};
    made.label = std::move(label);
    return made;
}

inline Rect rect(double x, double y, double width, double height) {
    return {Length::points(x), Length::points(y), Length::points(width), Length::points(height)};
}

inline void set_text_ranges(GlyphRun& run) {
    std::vector<std::uint32_t> starts;
    for (const Glyph& glyph : run.glyphs) {
        starts.push_back(glyph.text_begin);
    }
    starts.push_back(static_cast<std::uint32_t>(run.text.size()));
    std::sort(starts.begin(), starts.end());
    for (Glyph& glyph : run.glyphs) {
        glyph.text_end = *std::upper_bound(starts.begin(), starts.end(), glyph.text_begin);
    }
}

/// `text` in one script and direction, shaped at `size` points with its origin at (x, y).
inline GlyphRun shape(const Face& face, FaceIndex index, std::string_view text, double size, double x, double y) {
    GlyphRun run;
    run.face = index;
    run.size = Length::points(size);
    run.origin = {Length::points(x), Length::points(y)};
    run.text = text;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    run.right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    hb_shape(face.hb_font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const double unit = size / face.metrics().units_per_em;
    double pen = 0;
    for (unsigned i = 0; i < count; ++i) {
        Glyph glyph;
        glyph.id = infos[i].codepoint;
        glyph.x = Length::points((pen + positions[i].x_offset) * unit);
        glyph.y = Length::points(positions[i].y_offset * unit);
        glyph.advance = Length::points(positions[i].x_advance * unit);
        glyph.text_begin = infos[i].cluster;
        run.glyphs.push_back(glyph);
        pen += positions[i].x_advance;
    }
    hb_buffer_destroy(buffer);
    set_text_ranges(run);
    return run;
}

/// An installed face; the Debian packages that have it are among those the build needs.
inline std::unique_ptr<Face> open_face(const std::string& path, unsigned index = 0) {
    Result<std::unique_ptr<Face>> face = Face::open(path, index);
    return face ? std::move(*face) : nullptr;
}
inline const std::string vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf";
inline const std::string spartan = "/usr/share/fonts/opentype/league-spartan/LeagueSpartan-Bold.otf";
inline const std::string serif_cjk = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
inline const std::string emoji = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";
inline const std::string dejavu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

} // namespace halfstar::fake

// What stands once on a page and is placed by reference: glyph outlines, bitmap glyphs and pictures.
#pragma once

#include "design/fonts/face.h"

#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::svg {

/// Glyphs are drawn in thousandths of an em.
inline constexpr int em = 1000;

class Definitions {
public:
    Definitions(const PagedDocument& document, const Resources* resources)
        : document_(document), resources_(resources) {}

    /// The id of the glyph's drawing, made when first asked for; empty when there is nothing to draw.
    std::string glyph(FaceIndex face, std::uint32_t glyph);
    /// The id of the picture in its own pixels, the same for pictures that are the same.
    std::string picture(std::uint32_t picture);
    /// True once for each name: an id stands once in a file.
    bool claim_anchor(const std::string& name) { return anchors_.insert(name).second; }

    /// The `<defs>`, in the order of first use; an Error when a picture's bytes could not be had.
    Result<std::string> take();

private:
    std::string drawing(const Face& face, std::uint32_t glyph, const std::string& id) const;
    Result<void> add_picture(std::uint32_t picture);

    const PagedDocument& document_;
    const Resources* resources_;
    std::map<std::pair<FaceIndex, std::uint32_t>, std::string> glyphs_;
    std::set<std::uint32_t> pictures_;
    std::set<std::string> anchors_;
    std::string text_;
    Result<void> state_;
};

} // namespace halfstar::svg

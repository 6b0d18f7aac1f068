// A picture that fills a frame of any proportions: as small as it can be and leave nothing of the frame bare, what
// stands over is clipped away. Where the style screens pictures it is printed in dots.
#pragma once

#include "typeset/layout/desk.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace halfstar::layout {

/// A picture of the composition, and what it shows in words.
struct ShownPicture {
    std::uint32_t picture = 0; ///< index into Composition::pictures
    std::string alternative;
};

/// The poster of a piece of the edition, or the first figure of its body.
std::optional<ShownPicture> picture_of(const Desk& desk, std::uint32_t piece);

/// The one that fills the cover, which the desk's piece stands for.
ShownPicture cover_picture(const Desk& desk);

/// In its proportions, about the middle of the frame.
Rect covering(const Picture& picture, const Rect& frame);

void set_cropped(Desk& desk, std::size_t page, StructureId parent, const ShownPicture& shown, const Rect& frame);

/// What a page of one picture is filled to: the trim's edges, or the margins where nothing may be printed beyond them.
Rect full_frame(const Desk& desk);

} // namespace halfstar::layout

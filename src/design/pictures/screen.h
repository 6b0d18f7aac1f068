// Pictures for machines that print black or nothing: a coarse screen of dots, as large as the picture is dark.
// What is known of a screened picture is known before its bytes are: layout asks for the facts, and a painter
// that asks for the bytes is handed a picture of pure black and white.
#pragma once

#include "design/pictures/pictures.h"

namespace halfstar {

/// The facts of `plain` when it is screened: another picture, with a digest of its own.
ScreenedPicture screened(const Picture& plain, Length pitch, Size size);

/// Gray pixels of which all are black or white. The contrast is raised first, so that the lightest parts are paper.
Pixels screen_pixels(const Pixels& pixels, Length pitch, Size size);

/// Black and white and nothing between, as screened pictures are.
bool is_two_toned(const Pixels& pixels);

/// Hands out pictures as `plain` does, and those of `screened` as they are to be printed. It refers to both.
class ScreenedResources : public Resources {
public:
    ScreenedResources(const Resources& plain, const std::vector<ScreenedPicture>& screened)
        : plain_(plain), screened_(screened) {}
    Result<std::string> bytes(const Picture& picture) const override;

private:
    const Resources& plain_;
    const std::vector<ScreenedPicture>& screened_;
};

} // namespace halfstar

// Pictures as the stages hand them on: what is known of a picture without its bytes, and the door
// through which a painter or writer asks for the bytes at the moment it needs them. So memory does
// not grow with the size of pictures.
#pragma once

#include "base.h"

#include <array>
#include <cstdint>
#include <string>

namespace halfstar {

enum class PictureFormat : std::uint8_t { png, jpeg, webp, gif, svg };

/// A picture that was found inside the source's root and decoded whole once, so it can be relied on.
struct Picture {
    std::string path;                      ///< canonical; what Resources::bytes takes
    std::string name;                      ///< file name with extension, for outputs that keep it
    PictureFormat format = PictureFormat::png;
    std::uint32_t width = 0;               ///< pixels, after the EXIF orientation is applied
    std::uint32_t height = 0;
    std::uint8_t orientation = 1;          ///< EXIF 1-8
    bool gray = false;                     ///< no colour in any pixel's model
    bool alpha = false;
    std::array<std::uint8_t, 32> digest{}; ///< SHA-256 of the bytes: one object an output for each digest
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// Hands out the bytes of pictures. One lives for a run; safe to call from several threads.
class Resources {
public:
    virtual ~Resources() = default;
    /// The file's bytes as they were when the picture was read; an Error when it changed or went away.
    virtual Result<std::string> bytes(const Picture& picture) const = 0;
};

} // namespace halfstar

// The one thing read from EXIF: which way up a picture is (CIPA DC-008, tag 0x0112).
#pragma once

#include <cstdint>
#include <string_view>

namespace halfstar {

/// Orientation 1-8 of a TIFF header and its first directory; 1 when there is none or it is malformed.
std::uint8_t exif_orientation(std::string_view tiff);

} // namespace halfstar

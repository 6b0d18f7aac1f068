// How a picture that is stored on its side, on its head or mirrored is stood upright where it is placed.
#pragma once

#include <cstdint>

namespace halfstar::pdf {

/// In units of the place that the upright picture takes, from its lower left corner.
struct Turn {
    struct Step {
        int across = 0, up = 0;
        friend bool operator==(const Step&, const Step&) = default;
    };
    Step right{1, 0}, up{0, 1}; ///< where the stored picture's lower edge leads, and its left one
    Step corner;                ///< where its lower left corner goes
};

/// `orientation` as EXIF 2.3 counts them (4.6.4, tag 274): where the stored first row and first column are seen.
constexpr Turn turn_upright(std::uint8_t orientation) {
    switch (orientation) {
    case 2: return {{-1, 0}, {0, 1}, {1, 0}};
    case 3: return {{-1, 0}, {0, -1}, {1, 1}};
    case 4: return {{1, 0}, {0, -1}, {0, 1}};
    case 5: return {{0, -1}, {-1, 0}, {1, 1}};
    case 6: return {{0, -1}, {1, 0}, {0, 1}};
    case 7: return {{0, 1}, {1, 0}, {0, 0}};
    case 8: return {{0, 1}, {-1, 0}, {1, 0}};
    default: return {};
    }
}

} // namespace halfstar::pdf

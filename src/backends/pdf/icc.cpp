#include "backends/pdf/icc.h"

#include "foundation/base/deflate.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar::pdf {
namespace {

void append_16(std::string& bytes, std::uint32_t value) {
    bytes += static_cast<char>(value >> 8 & 0xFF);
    bytes += static_cast<char>(value & 0xFF);
}

void append_32(std::string& bytes, std::uint32_t value) {
    append_16(bytes, value >> 16);
    append_16(bytes, value & 0xFFFF);
}

/// Colours as the profile connection space has them, in 1/65536.
struct Xyz {
    std::uint32_t x, y, z;
};

constexpr Xyz d50 = {0xF6D6, 0x10000, 0xD32D};
/// sRGB's primaries (ITU-R BT.709) and white (.3127, .3290), adapted to D50 by Bradford's matrix; rounded
/// so that they add up to D50.
constexpr Xyz red = {0x6FA0, 0x38F5, 0x0390};
constexpr Xyz green = {0x6297, 0xB787, 0x18D9};
constexpr Xyz blue = {0x249F, 0x0F84, 0xB6C4};

void append(std::string& bytes, const Xyz& colour) {
    append_32(bytes, colour.x);
    append_32(bytes, colour.y);
    append_32(bytes, colour.z);
}

std::string tag_type(std::string_view signature) { return std::string(signature) + std::string(4, '\0'); }

std::string xyz(const Xyz& colour) {
    std::string bytes = tag_type("XYZ ");
    append(bytes, colour);
    return bytes;
}

std::string text(std::string_view words) { return tag_type("text") + std::string(words) + '\0'; }

/// The name in ASCII; Unicode and script code versions are empty (ICC.1:2001-04, 6.5.17).
std::string description(std::string_view words) {
    std::string bytes = tag_type("desc");
    append_32(bytes, static_cast<std::uint32_t>(words.size() + 1));
    bytes += words;
    return bytes + std::string(1 + 4 + 4 + 2 + 1 + 67, '\0');
}

/// Linear light for a value of the signal, both 0 to 1 (IEC 61966-2-1, 5.2).
double linear(double signal) {
    return signal <= 0.04045 ? signal / 12.92 : std::pow((signal + 0.055) / 1.055, 2.4);
}

std::string curve() {
    constexpr std::uint32_t points = 1024;
    std::string bytes = tag_type("curv");
    append_32(bytes, points);
    for (std::uint32_t i = 0; i < points; ++i) {
        append_16(bytes, static_cast<std::uint32_t>(std::lround(linear(i / (points - 1.0)) * 65535)));
    }
    return bytes;
}

/// A tag and its data; a tag without data shares those of the one before it.
struct Tag {
    std::string_view signature;
    std::string data;
};

std::string header(std::size_t size) {
    std::string bytes;
    append_32(bytes, static_cast<std::uint32_t>(size));
    append_32(bytes, 0);
    append_32(bytes, 0x02100000);
    bytes += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2024u, 1u, 1u, 0u, 0u, 0u}) { // when this table was written
        append_16(bytes, part);
    }
    bytes += "acsp";
    bytes.resize(68, '\0'); // no platform, no maker, no attributes; perceptual
    append(bytes, d50);
    bytes.resize(128, '\0');
    return bytes;
}

} // namespace

std::string srgb_profile() {
    const std::vector<Tag> tags = {{"desc", description("sRGB IEC61966-2.1")},
                                   {"cprt", text("No copyright, use freely")},
                                   {"wtpt", xyz(d50)},
                                   {"rXYZ", xyz(red)},
                                   {"gXYZ", xyz(green)},
                                   {"bXYZ", xyz(blue)},
                                   {"rTRC", curve()},
                                   {"gTRC", ""},
                                   {"bTRC", ""}};
    std::string table, data;
    const std::size_t data_at = 128 + 4 + tags.size() * 12;
    std::size_t begin = 0, size = 0;
    append_32(table, static_cast<std::uint32_t>(tags.size()));
    for (const Tag& tag : tags) {
        if (!tag.data.empty()) {
            begin = data_at + data.size();
            size = tag.data.size();
            data += tag.data;
            data.resize((data.size() + 3) / 4 * 4, '\0');
        }
        table += tag.signature;
        append_32(table, static_cast<std::uint32_t>(begin));
        append_32(table, static_cast<std::uint32_t>(size));
    }
    return header(data_at + data.size()) + table + data;
}

const std::string& deflated_srgb_profile() {
    static const std::string deflated = zlib_deflated(srgb_profile());
    return deflated;
}

} // namespace halfstar::pdf

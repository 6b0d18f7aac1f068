// Pictures made byte by byte, so that tests can have every kind and every fault.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::made {

inline std::string big(std::uint32_t value, int bytes = 4) {
    std::string text;
    for (int i = bytes; i-- > 0;) text += static_cast<char>(value >> (8 * i) & 0xffu);
    return text;
}
inline std::string little(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xffu);
    return text;
}

inline std::uint32_t crc(std::string_view bytes) {
    std::uint32_t sum = 0xffffffffu;
    for (const char c : bytes) {
        sum ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1u) != 0 ? 0xedb88320u ^ sum >> 1 : sum >> 1;
    }
    return ~sum;
}

inline std::string chunk(std::string_view name, std::string_view data) {
    const std::string body = std::string(name) + std::string(data);
    return big(static_cast<std::uint32_t>(data.size())) + body + big(crc(body));
}

/// A zlib stream whose blocks are stored, not compressed.
inline std::string stored(std::string_view data) {
    std::string stream("\x78\x01", 2);
    std::uint32_t a = 1, b = 0;
    for (const char c : data) a = (a + static_cast<std::uint8_t>(c)) % 65521, b = (b + a) % 65521;
    for (std::size_t at = 0; at == 0 || at < data.size(); at += 65535) {
        const std::string_view part = data.substr(at, 65535);
        const auto size = static_cast<std::uint32_t>(part.size());
        stream += at + 65535 >= data.size() ? '\1' : '\0';
        stream += little(size, 2) + little(~size & 0xffffu, 2) + std::string(part);
    }
    return stream + big(b << 16 | a);
}

/// `rows` with their filter bytes; `more` are chunks that stand before the data.
inline std::string png(std::uint32_t width, std::uint32_t height, int depth, int colour, std::string_view rows,
                       const std::string& more = {}, int interlace = 0) {
    std::string header = big(width) + big(height);
    for (const int byte : {depth, colour, 0, 0, interlace}) header += static_cast<char>(byte);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + more + chunk("IDAT", stored(rows)) + chunk("IEND", "");
}

/// Rows of the samples given, each behind the filter byte "none".
inline std::string rows(std::string_view samples, std::size_t stride) {
    std::string text;
    for (std::size_t at = 0; at < samples.size(); at += stride) text += '\0' + std::string(samples.substr(at, stride));
    return text;
}

/// A TIFF header and a directory with an orientation alone.
inline std::string exif(std::uint32_t orientation, bool big_endian) {
    if (big_endian)
        return std::string("MM\0*", 4) + big(8) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1) +
               big(orientation, 2) + big(0, 2) + big(0);
    return std::string("II*\0", 4) + little(8, 4) + little(1, 2) + little(0x0112, 2) + little(3, 2) + little(1, 4) +
           little(orientation, 2) + little(0, 2) + little(0, 4);
}

/// Codes of GIF's LZW, all `width` bits wide, in blocks.
inline std::string gif_data(const std::vector<unsigned>& codes, unsigned width, unsigned code_size) {
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const unsigned code : codes) {
        bits |= code << held;
        for (held += width; held >= 8; held -= 8, bits >>= 8) bytes += static_cast<char>(bits & 0xffu);
    }
    if (held > 0) bytes += static_cast<char>(bits & 0xffu);
    std::string data(1, static_cast<char>(code_size));
    for (std::size_t at = 0; at < bytes.size(); at += 255) {
        const std::string part = bytes.substr(at, 255);
        data += static_cast<char>(part.size()) + part;
    }
    return data + '\0';
}

struct GifFrame {
    unsigned left = 0, top = 0, width = 0, height = 0;
    bool interlaced = false;
};

/// A GIF of four colours (black, red, green, white), a clear code before every pixel, so none is compressed.
inline std::string gif(unsigned width, unsigned height, GifFrame frame, std::string_view pixels, int transparent = -1) {
    std::vector<unsigned> codes;
    for (const char c : pixels) codes.insert(codes.end(), {4u, static_cast<unsigned>(c - '0')});
    codes.push_back(5);
    std::string file = "GIF89a" + little(width, 2) + little(height, 2) + std::string("\x81\0\0", 3);
    file += std::string("\0\0\0\xff\0\0\0\xff\0\xff\xff\xff", 12);
    if (transparent >= 0)
        file += std::string("\x21\xf9\x04\x01\0\0", 6) + static_cast<char>(transparent) + std::string(1, '\0');
    file += "\x21\xfe" + std::string("\x05hello", 6) + std::string(1, '\0') + "\x2c";
    file += little(frame.left, 2) + little(frame.top, 2) + little(frame.width, 2) + little(frame.height, 2);
    file += static_cast<char>(frame.interlaced ? 0x40 : 0);
    return file + gif_data(codes, 3, 2) + "\x3b";
}

} // namespace halfstar::made

// Where pictures keep the ICC profile that their colours are meant in: ICC.1:2010, annex B, and the containers' own
// specifications.
#include "design/pictures/conversion.h"
#include "design/pictures/rows.h"

#include <png.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace halfstar {
namespace {

using namespace std::string_view_literals;

std::size_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Chunks in APP2 segments, each with its number, put together in their order.
std::string profile_of_jpeg(std::string_view bytes) {
    constexpr std::string_view mark = "ICC_PROFILE\0"sv;
    std::map<std::size_t, std::string_view> chunks;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF && byte_at(bytes, at + 1) != 0xDA) {
        const std::size_t size = byte_at(bytes, at + 2) * 256 + byte_at(bytes, at + 3);
        const std::string_view segment = bytes.substr(at + 4, std::max<std::size_t>(size, 2) - 2);
        if (byte_at(bytes, at + 1) == 0xE2 && segment.starts_with(mark) && segment.size() > mark.size() + 2)
            chunks[byte_at(segment, mark.size())] = segment.substr(mark.size() + 2);
        at += 2 + std::max<std::size_t>(size, 2);
    }
    std::string profile;
    for (const auto& [number, chunk] : chunks) profile += chunk;
    return profile;
}

/// RIFF: a name, a size with its least byte first, and that many bytes, even in number.
std::string profile_of_webp(std::string_view bytes) {
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        std::size_t size = 0;
        for (std::size_t i = 4; i > 0; --i) size = size * 256 + byte_at(bytes, at + 3 + i);
        if (bytes.substr(at, 4) == "ICCP"sv) return std::string(bytes.substr(at + 8, size));
        at += 8 + size + size % 2;
    }
    return {};
}

struct PngSource {
    std::string_view bytes;
    std::size_t at = 0;
};

void feed(png_structp png, png_bytep into, std::size_t size) {
    auto* source = static_cast<PngSource*>(png_get_io_ptr(png));
    if (source->bytes.size() - source->at < size) png_error(png, "cut short");
    std::memcpy(into, source->bytes.data() + source->at, size);
    source->at += size;
}

void be_silent(png_structp, png_const_charp) {}

/// Reads up to the first pixels; the profile stays libpng's. Null where there is none.
png_bytep find_profile(png_structp png, png_infop info, png_uint_32& size) {
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    int compression = 0;
    if (setjmp(png_jmpbuf(png)) != 0) return nullptr;
    png_read_info(png, info);
    return png_get_iCCP(png, info, &name, &compression, &profile, &size) != 0 ? profile : nullptr;
}

std::string profile_of_png(std::string_view bytes) {
    PngSource source{bytes};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, be_silent);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    std::string profile;
    if (info != nullptr) {
        png_set_read_fn(png, &source, feed);
        png_uint_32 size = 0;
        if (const png_bytep found = find_profile(png, info, size); found != nullptr)
            profile.assign(reinterpret_cast<const char*>(found), size);
    }
    png_destroy_read_struct(&png, &info, nullptr);
    return profile;
}

} // namespace

std::string embedded_profile(std::string_view bytes) {
    switch (sniff_picture(bytes).value_or(PictureFormat::gif)) {
    case PictureFormat::jpeg: return profile_of_jpeg(bytes);
    case PictureFormat::png: return profile_of_png(bytes);
    case PictureFormat::webp: return profile_of_webp(bytes);
    case PictureFormat::gif:
    case PictureFormat::svg: break; // they have none
    }
    return {};
}

} // namespace halfstar

#include "backends/svg/images.h"

#include "backends/svg/notation.h"
#include "design/pictures/pictures.h"

namespace halfstar::svg {
namespace {

constexpr int jpeg_quality = 92;

bool stands_as_it_is(const Picture& picture) {
    switch (picture.format) {
    case PictureFormat::png: return !picture.alpha && picture.orientation == 1;
    case PictureFormat::jpeg: return picture.orientation == 1;
    case PictureFormat::webp:
    case PictureFormat::gif:
    case PictureFormat::svg: return false;
    }
    return false;
}

Result<std::string> reencoded(const Picture& picture, std::string_view bytes) {
    const Result<Pixels> pixels = decode_picture(bytes, Paint{255, 255, 255, 0});
    if (!pixels) {
        return pixels.error();
    }
    const bool photograph = picture.format == PictureFormat::jpeg;
    const Result<std::string> encoded = photograph ? encode_jpeg(*pixels, jpeg_quality) : encode_png(*pixels);
    if (!encoded) {
        return encoded.error();
    }
    return data_address(photograph ? "image/jpeg" : "image/png", *encoded);
}

} // namespace

std::string data_address(std::string_view media_type, std::string_view bytes) {
    return "data:" + std::string(media_type) + ";base64," + base64(bytes);
}

Result<std::string> picture_address(const Picture& picture, const Resources& resources) {
    const Result<std::string> bytes = resources.bytes(picture);
    if (!bytes) {
        return bytes.error();
    }
    if (!stands_as_it_is(picture)) {
        return reencoded(picture, *bytes);
    }
    return data_address(media_type(picture.format), *bytes);
}

std::uint32_t first_alike(const PagedDocument& document, std::uint32_t picture) {
    const std::vector<Picture>& pictures = document.pictures();
    for (std::uint32_t i = 0; i < picture; ++i) {
        if (pictures[i].digest == pictures[picture].digest) {
            return i;
        }
    }
    return picture;
}

} // namespace halfstar::svg

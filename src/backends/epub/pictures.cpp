#include "backends/epub/pictures.h"

#include "backends/html/images.h"
#include "design/pictures/pictures.h"

#include <cassert>

namespace halfstar::epub {
namespace {

constexpr int jpeg_quality = 90;
constexpr Paint paper{255, 255, 255, 0};

PictureFormat format_of(const BookPicture& picture) {
    switch (picture.conversion) {
    case Conversion::none: break;
    case Conversion::to_png: return PictureFormat::png;
    case Conversion::to_jpeg: return PictureFormat::jpeg;
    }
    return picture.picture->format;
}

} // namespace

Conversion conversion_of(const Picture& picture) {
    switch (picture.format) {
    case PictureFormat::png:
    case PictureFormat::svg: return Conversion::none;
    case PictureFormat::jpeg: return picture.orientation > 1 ? Conversion::to_jpeg : Conversion::none;
    case PictureFormat::webp: return picture.alpha ? Conversion::to_png : Conversion::to_jpeg;
    case PictureFormat::gif: return Conversion::to_png;
    }
    return Conversion::none;
}

BookPictures::BookPictures(const Edition& edition) {
    html::each_picture(edition, [&](const Picture& picture) { add(picture); });
}

void BookPictures::add(const Picture& picture) {
    if (!by_digest_.emplace(picture.digest, all_.size()).second) return;
    BookPicture entry;
    entry.picture = &picture;
    entry.id = "image-" + std::to_string(all_.size() + 1);
    entry.conversion = conversion_of(picture);
    entry.href = "images/" + html::picture_stem(picture) + std::string(html::extension_of(format_of(entry)));
    entry.media_type = media_type(format_of(entry));
    all_.push_back(std::move(entry));
}

const BookPicture& BookPictures::at(const Picture& picture) const {
    const auto found = by_digest_.find(picture.digest);
    assert(found != by_digest_.end());
    return all_[found->second];
}

Result<std::string> book_bytes(const BookPicture& picture, const Resources& resources) {
    Result<std::string> bytes = resources.bytes(*picture.picture);
    if (!bytes || picture.conversion == Conversion::none) return bytes;
    const Result<Pixels> pixels = decode_picture(*bytes, paper);
    if (!pixels) return Error{picture.picture->name + ": " + pixels.error().message};
    return picture.conversion == Conversion::to_png ? encode_png(*pixels) : encode_jpeg(*pixels, jpeg_quality);
}

} // namespace halfstar::epub

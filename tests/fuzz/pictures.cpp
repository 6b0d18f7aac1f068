// Pictures: what inspection calls whole can be decoded, to the size it said; rows that a PDF would take as they stand are of that picture.

#include "design/pictures/pictures.h"

#include <cstdint>
#include <cstdlib>

using namespace halfstar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<Picture> picture = inspect_picture(bytes);
    if (!picture || std::uint64_t{picture->width} * picture->height > 4'000'000) return 0;
    const Result<Pixels> pixels = decode_picture(bytes, Paint{255, 255, 255, 0});
    if (!pixels || pixels->width != picture->width || pixels->height != picture->height) std::abort();
    if (picture->format != PictureFormat::png) return 0;
    const std::optional<StoredRows> rows = stored_rows(bytes);
    if (!rows) return 0;
    const Result<Pixels> stored = decode_picture(bytes, Paint{255, 255, 255, 0}, Stance::as_stored);
    if (!stored || stored->width != rows->width || stored->height != rows->height || stored->channels != rows->channels) std::abort();
    return 0;
}

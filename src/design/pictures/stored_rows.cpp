// A PNG's rows as they stand, behind their filters and deflated. Whether they are sound is seen without decoding them, and a PDF can carry most as they
// are: then nothing is deflated anew. What libpng makes no fuss about, and readers of PDFs might, is found here.
#include "design/pictures/pictures.h"
#include "design/pictures/png_filters.h"
#include "design/pictures/rows.h"
#include "foundation/base/deflate.h"

#include <algorithm>
#include <memory>
#include <span>

namespace halfstar {
namespace {

using namespace std::string_view_literals;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return number;
}

/// Calls `take(name, data)` for one chunk after the other until it says no, or none is whole.
template <class Take> void each_chunk(std::string_view png, const Take& take) {
    constexpr std::size_t signature = 8, frame = 12; // a chunk's length, name and checksum
    for (std::size_t at = signature; at + frame <= png.size();) {
        const std::size_t size = number_at(png, at);
        if (size > png.size() - at - frame || !take(png.substr(at + 4, 4), png.substr(at + 8, size))) return;
        at += frame + size;
    }
}

/// PNG 1.2, 11.2.2: 8 bits a sample, gray or colours, not interlaced.
bool take_header(std::string_view data, StoredRows& rows) {
    if (data.size() != 13) return false;
    rows.width = number_at(data, 0);
    rows.height = number_at(data, 4);
    const std::string_view kind = data.substr(8);
    rows.channels = kind[1] == 0 ? 1 : 3;
    return check_size(rows.width, rows.height) && (kind == "\x08\0\0\0\0"sv || kind == "\x08\x02\0\0\0"sv);
}

/// Chunks by which libpng would change the samples: transparent colours, and a gamma other than sRGB's.
bool changes_samples(std::string_view name, std::string_view data) {
    constexpr std::uint32_t gamma_of_srgb = 45455;
    return name == "tRNS" || (name == "gAMA" && (data.size() != 4 || number_at(data, 0) != gamma_of_srgb));
}

/// The rows that stand in the file, none of them looked at.
std::optional<StoredRows> rows_in(std::string_view png) {
    StoredRows rows;
    bool fits = false;
    each_chunk(png, [&](std::string_view name, std::string_view data) {
        if (name == "IHDR") return fits = take_header(data, rows);
        if (changes_samples(name, data)) return fits = false;
        if (name == "IDAT") rows.deflated += data;
        return true;
    });
    return fits ? std::optional(std::move(rows)) : std::nullopt;
}

/// Rows behind the numbers of their filters, `stride` bytes in all for each.
class Inflated {
public:
    Inflated(std::size_t stride, std::size_t height) : stride_(stride), size_(stride * height), bytes_(std::make_unique_for_overwrite<std::uint8_t[]>(size_)) {}

    /// Whether there were just as many bytes, and all filters are PNG's.
    bool take(std::string_view deflated) {
        if (!inflate_zlib(deflated, {bytes_.get(), size_})) return false;
        for (std::size_t at = 0; at < size_; at += stride_)
            if (bytes_[at] > static_cast<std::uint8_t>(PngFilter::paeth)) return false;
        return true;
    }
    std::span<const std::uint8_t> differences(std::size_t row) const { return {bytes_.get() + row * stride_ + 1, stride_ - 1}; }

private:
    std::size_t stride_, size_;
    std::unique_ptr<std::uint8_t[]> bytes_;
};

/// RFC 1950, 2.2: FLEVEL is 0 where the fastest way was taken, or none at all. What that halved can stay.
bool is_hardly_deflated(std::string_view deflated, std::size_t size) {
    return deflated.size() < 2 || (static_cast<std::uint8_t>(deflated[1]) >> 6 == 0 && deflated.size() > size / 2);
}

/// Differences between neighbours that are all black or white: 0, 255 and their halves, whatever the filter.
bool could_be_two_toned(std::span<const std::uint8_t> differences) {
    return std::all_of(differences.begin(), differences.end(), [](std::uint8_t one) { return one <= 1 || one == 255 || one == 128 || one == 129; });
}

/// As long as all pixels are gray, every filter foretells the same for their three samples, so a colour is seen where the differences part.
bool has_colour(std::span<const std::uint8_t> differences) {
    for (std::size_t i = 0; i + 2 < differences.size(); i += 3)
        if (differences[i] != differences[i + 1] || differences[i] != differences[i + 2]) return true;
    return false;
}

/// Whether the rows are sound, small, and all of their samples are needed.
bool is_needed_whole(const StoredRows& rows) {
    const std::size_t stride = std::size_t{rows.width} * static_cast<std::size_t>(rows.channels) + 1;
    if (is_hardly_deflated(rows.deflated, stride * rows.height)) return false;
    Inflated inflated(stride, rows.height);
    if (!inflated.take(rows.deflated)) return false;
    for (std::size_t y = 0; y < rows.height; ++y)
        if (rows.channels == 1 ? !could_be_two_toned(inflated.differences(y)) : has_colour(inflated.differences(y))) return true;
    return false;
}

} // namespace

std::optional<StoredRows> stored_rows(std::string_view png) {
    std::optional<StoredRows> rows = rows_in(png);
    if (!rows || !is_needed_whole(*rows)) return std::nullopt;
    return rows;
}

bool is_soundly_stored(std::string_view png, std::size_t row_bytes, std::uint32_t height) {
    constexpr std::size_t most = std::size_t{24} << 20;
    if (height > most || (row_bytes + 1) * height > most) return false;
    std::string deflated;
    std::string_view last;
    bool is_sound = true;
    each_chunk(png, [&](std::string_view name, std::string_view data) {
        const std::string_view summed(name.data(), name.size() + data.size());
        is_sound = crc32(summed) == number_at({data.data() + data.size(), 4}, 0);
        if (name == "IDAT") {
            is_sound = is_sound && (deflated.empty() || last == name); // they stand one behind the other
            deflated += data;
        }
        last = name;
        return is_sound && name != "IEND";
    });
    return is_sound && last == "IEND" && Inflated(row_bytes + 1, height).take(deflated);
}

} // namespace halfstar

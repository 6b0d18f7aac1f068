#include "backends/pdf/deflated_rows.h"

#include "design/pictures/png_filters.h"

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>
#include <zlib.h>

namespace halfstar::pdf {
namespace {

constexpr int level = 6;

/// zlib's state, fed piece by piece: pictures do not stand in memory a second time.
class Deflater {
public:
    Deflater() {
        if (deflateInit(&state_, level) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Deflater() { deflateEnd(&state_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void add(const std::uint8_t* bytes, std::size_t size) {
        constexpr std::size_t most = std::size_t{1} << 30;
        for (std::size_t at = 0; at < size; at += most) {
            run(bytes + at, std::min(most, size - at), Z_NO_FLUSH);
        }
    }
    std::string finish() {
        run(nullptr, 0, Z_FINISH);
        return std::move(out_);
    }

private:
    void run(const std::uint8_t* bytes, std::size_t size, int flush) {
        state_.next_in = const_cast<Bytef*>(bytes); // zlib's older interface; it only reads
        state_.avail_in = static_cast<uInt>(size);
        do {
            state_.next_out = buffer_.data();
            state_.avail_out = static_cast<uInt>(buffer_.size());
            ::deflate(&state_, flush);
            out_.append(reinterpret_cast<const char*>(buffer_.data()), buffer_.size() - state_.avail_out);
        } while (state_.avail_out == 0);
    }

    z_stream state_{};
    std::array<Bytef, 16384> buffer_{};
    std::string out_;
};

using Row = std::vector<std::uint8_t>;

/// What the filter foretells for a sample.
std::uint8_t foretold(PngFilter filter, int left, int above, int corner) {
    switch (filter) {
    case PngFilter::none: return 0;
    case PngFilter::sub: return static_cast<std::uint8_t>(left);
    case PngFilter::up: return static_cast<std::uint8_t>(above);
    case PngFilter::average: return static_cast<std::uint8_t>((left + above) / 2);
    case PngFilter::paeth: return static_cast<std::uint8_t>(paeth(left, above, corner));
    }
    return 0;
}

/// Writes the row's differences behind the filter's number into `out`.
void filter_row(PngFilter filter, std::span<const std::uint8_t> row, std::span<const std::uint8_t> above,
                std::size_t pixel_bytes, Row& out) {
    out[0] = static_cast<std::uint8_t>(filter);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool first = i < pixel_bytes;
        const int left = first ? 0 : row[i - pixel_bytes], corner = first ? 0 : above[i - pixel_bytes];
        out[i + 1] = static_cast<std::uint8_t>(row[i] - foretold(filter, left, above[i], corner));
    }
}

} // namespace

std::string deflated_rows(std::span<const std::uint8_t> samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    Deflater deflater;
    const Row nothing(row_bytes, 0);
    Row filtered(row_bytes + 1);
    std::span<const std::uint8_t> above = nothing;
    for (std::size_t at = 0; row_bytes > 0 && at + row_bytes <= samples.size(); at += row_bytes) {
        const std::span<const std::uint8_t> row = samples.subspan(at, row_bytes);
        filter_row(best_png_filter(row, above, pixel_bytes), row, above, pixel_bytes, filtered);
        deflater.add(filtered.data(), filtered.size());
        above = row;
    }
    return deflater.finish();
}

} // namespace halfstar::pdf

#include "backends/pdf/deflate.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <libdeflate.h>
#include <memory>
#include <new>
#include <vector>
#include <zlib.h>

namespace halfstar::pdf {
namespace {

constexpr int level = 6;

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// libdeflate's state, which each thread keeps: it is large.
libdeflate_compressor* compressor() {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> kept(libdeflate_alloc_compressor(level));
    if (!kept) {
        throw std::bad_alloc();
    }
    return kept.get();
}

/// zlib's state, fed piece by piece: rows of pictures are not to stand in memory a second time.
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

std::uint8_t paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int to_left = std::abs(guess - left), to_above = std::abs(guess - above);
    const int to_corner = std::abs(guess - corner);
    if (to_left <= to_above && to_left <= to_corner) {
        return static_cast<std::uint8_t>(left);
    }
    return static_cast<std::uint8_t>(to_above <= to_corner ? above : corner);
}

/// What filter `kind` foretells for a sample.
std::uint8_t foretold(int kind, int left, int above, int corner) {
    switch (kind) {
    case 1: return static_cast<std::uint8_t>(left);
    case 2: return static_cast<std::uint8_t>(above);
    case 3: return static_cast<std::uint8_t>((left + above) / 2);
    case 4: return paeth(left, above, corner);
    default: return 0;
    }
}

using Row = std::vector<std::uint8_t>;

/// Writes the filtered row behind its kind into `out` and gives the sum of its sizes as signed bytes.
std::uint64_t filter_row(int kind, std::span<const std::uint8_t> row, std::span<const std::uint8_t> above,
                         std::size_t pixel_bytes, Row& out) {
    std::uint64_t sum = 0;
    out[0] = static_cast<std::uint8_t>(kind);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool first = i < pixel_bytes;
        const int left = first ? 0 : row[i - pixel_bytes];
        const int corner = first || above.empty() ? 0 : above[i - pixel_bytes];
        const int up = above.empty() ? 0 : above[i];
        out[i + 1] = static_cast<std::uint8_t>(row[i] - foretold(kind, left, up, corner));
        sum += static_cast<std::uint64_t>(std::abs(static_cast<std::int8_t>(out[i + 1])));
    }
    return sum;
}

} // namespace

std::string deflate(std::string_view bytes) {
    libdeflate_compressor* const state = compressor();
    std::string out(libdeflate_zlib_compress_bound(state, bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(state, bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

std::string deflate_rows(std::span<const std::uint8_t> samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    Deflater deflater;
    Row best(row_bytes + 1), tried(row_bytes + 1);
    std::span<const std::uint8_t> above;
    for (std::size_t at = 0; row_bytes > 0 && at + row_bytes <= samples.size(); at += row_bytes) {
        const std::span<const std::uint8_t> row = samples.subspan(at, row_bytes);
        std::uint64_t least = filter_row(0, row, above, pixel_bytes, best);
        for (int kind = 1; kind <= 4; ++kind) {
            const std::uint64_t sum = filter_row(kind, row, above, pixel_bytes, tried);
            if (sum < least) {
                least = sum;
                std::swap(best, tried);
            }
        }
        deflater.add(best.data(), best.size());
        above = row;
    }
    return deflater.finish();
}

} // namespace halfstar::pdf

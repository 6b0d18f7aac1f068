#include "foundation/base/deflate.h"

#include <libdeflate.h>

#include <cassert>
#include <memory>
#include <new>

namespace halfstar {

namespace {

constexpr int level = 6; ///< higher ones gain little

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// Each thread keeps its own: it is large.
libdeflate_compressor* compressor() {
    thread_local const std::unique_ptr<libdeflate_compressor, Free> own(libdeflate_alloc_compressor(level));
    if (own == nullptr) throw std::bad_alloc();
    return own.get();
}

template <class Bound, class Compress> std::string deflated(std::string_view bytes, Bound bound, Compress compress) {
    libdeflate_compressor* const with = compressor();
    // The bound is that of bytes that cannot be deflated: most of that room is never touched, nor cleared beforehand.
    const std::size_t room = bound(with, bytes.size());
    const auto out = std::make_unique_for_overwrite<char[]>(room);
    const std::size_t size = compress(with, bytes.data(), bytes.size(), out.get(), room);
    assert(size > 0);
    return std::string(out.get(), size);
}

} // namespace

std::string raw_deflated(std::string_view bytes) {
    return deflated(bytes, libdeflate_deflate_compress_bound, libdeflate_deflate_compress);
}

std::string zlib_deflated(std::string_view bytes) {
    return deflated(bytes, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

bool inflate_zlib(std::string_view deflated, std::span<std::uint8_t> to) {
    const std::unique_ptr<libdeflate_decompressor, Free> with(libdeflate_alloc_decompressor());
    if (with == nullptr) throw std::bad_alloc();
    // Without a place for the number of bytes, fewer than there is room for are an error, as more are.
    std::size_t read = 0;
    return libdeflate_zlib_decompress_ex(with.get(), deflated.data(), deflated.size(), to.data(), to.size(), &read, nullptr) == LIBDEFLATE_SUCCESS &&
           read == deflated.size();
}

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

} // namespace halfstar

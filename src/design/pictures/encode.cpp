// Pixels as PNG and JPEG, for covers and for pictures that were scaled. Nothing but the pixels goes in, so
// the same pixels give the same bytes.
#include "design/pictures/jpeg_errors.h"
#include "design/pictures/pictures.h"
#include "design/pictures/png_filters.h"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <span>

namespace halfstar {
namespace {

Result<void> check(const Pixels& pixels) {
    if (pixels.channels != 1 && pixels.channels != 3) return Error{"pixels are gray or RGB"};
    const auto channels = static_cast<std::uint64_t>(pixels.channels);
    const std::uint64_t expected = std::uint64_t{pixels.width} * pixels.height * channels;
    if (expected == 0 || pixels.samples.size() != expected) return Error{"no pixels to encode"};
    return {};
}

class PngWriter {
public:
    explicit PngWriter(const Pixels& pixels) : pixels_(pixels) {
        png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, ignore);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    ~PngWriter() { png_destroy_write_struct(&png_, &info_); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    bool write() {
        if (info_ == nullptr || setjmp(png_jmpbuf(png_)) != 0) return false;
        write_guarded();
        return true;
    }
    std::string take() { return std::move(bytes_); }

private:
    static void ignore(png_structp, png_const_charp) {}
    static void flush(png_structp) {}
    static void append(png_structp png, png_bytep bytes, std::size_t size) {
        static_cast<PngWriter*>(png_get_io_ptr(png))->bytes_.append(reinterpret_cast<const char*>(bytes), size);
    }
    void write_guarded() {
        png_set_write_fn(png_, this, append, flush);
        png_set_IHDR(png_, info_, pixels_.width, pixels_.height, 8,
                     pixels_.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png_, info_);
        const std::size_t stride = std::size_t{pixels_.width} * static_cast<std::size_t>(pixels_.channels);
        for (std::uint32_t y = 0; y < pixels_.height; ++y) {
            const std::uint8_t* const row = pixels_.samples.data() + y * stride;
            // libpng chooses the first row's filter itself, and so makes room for all; a column of single pixels it leaves some
            // filters out of. The choice is the same, but ours is faster.
            if (y > 0 && pixels_.width > 1) png_set_filter(png_, PNG_FILTER_TYPE_BASE, filter_of({row, stride}, {row - stride, stride}));
            png_write_row(png_, row);
        }
        png_write_end(png_, nullptr);
    }

    int filter_of(std::span<const std::uint8_t> row, std::span<const std::uint8_t> before) const {
        switch (best_png_filter(row, before, static_cast<std::size_t>(pixels_.channels))) {
        case PngFilter::none: return PNG_FILTER_NONE;
        case PngFilter::sub: return PNG_FILTER_SUB;
        case PngFilter::up: return PNG_FILTER_UP;
        case PngFilter::average: return PNG_FILTER_AVG;
        case PngFilter::paeth: return PNG_FILTER_PAETH;
        }
        return PNG_ALL_FILTERS;
    }

    const Pixels& pixels_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    std::string bytes_;
};

class JpegWriter {
public:
    JpegWriter(const Pixels& pixels, int quality) : pixels_(pixels), quality_(quality) { info_.err = install(errors_); }
    ~JpegWriter() {
        jpeg_destroy_compress(&info_);
        std::free(buffer_);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    bool write() { return run_guarded(errors_, *this, &JpegWriter::write_guarded); }
    std::string take() const { return std::string(reinterpret_cast<const char*>(buffer_), size_); }
    const char* message() const { return errors_.message; }

private:
    void write_guarded() {
        jpeg_create_compress(&info_);
        jpeg_mem_dest(&info_, &buffer_, &size_);
        info_.image_width = pixels_.width;
        info_.image_height = pixels_.height;
        info_.input_components = pixels_.channels;
        info_.in_color_space = pixels_.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&info_);
        jpeg_set_quality(&info_, quality_, TRUE);
        info_.optimize_coding = TRUE;
        jpeg_start_compress(&info_, TRUE);
        const std::size_t stride = std::size_t{pixels_.width} * static_cast<std::size_t>(pixels_.channels);
        while (info_.next_scanline < info_.image_height) {
            // libjpeg's rows are not const, but it only reads them.
            JSAMPROW rows[1] = {const_cast<JSAMPLE*>(pixels_.samples.data() + info_.next_scanline * stride)};
            jpeg_write_scanlines(&info_, rows, 1);
        }
        jpeg_finish_compress(&info_);
    }

    const Pixels& pixels_;
    int quality_;
    JpegErrors errors_;
    jpeg_compress_struct info_{};
    unsigned char* buffer_ = nullptr;
    unsigned long size_ = 0;
};

} // namespace

Result<std::string> encode_png(const Pixels& pixels) {
    if (auto fault = check(pixels); !fault) return fault.error();
    PngWriter writer(pixels);
    if (!writer.write()) return Error{"cannot encode a PNG"};
    return writer.take();
}

Result<std::string> encode_jpeg(const Pixels& pixels, int quality) {
    if (auto fault = check(pixels); !fault) return fault.error();
    JpegWriter writer(pixels, std::clamp(quality, 1, 100));
    if (!writer.write()) return Error{writer.message()};
    return writer.take();
}

} // namespace halfstar

// PNG by libpng. Its errors leave by longjmp; so what runs under setjmp keeps nothing that needs destroying.
#include "design/pictures/exif.h"
#include "design/pictures/rows.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <vector>

namespace halfstar {
namespace {

class PngReader {
public:
    PngReader(std::string_view bytes, RowTaker& taker) : bytes_(bytes), taker_(taker) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, ignore);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    Result<void> read();

private:
    using Step = void (PngReader::*)();
    bool run(Step step);
    void read_header();
    void read_rows();
    void read_end();

    void ask_for_rgba();

    static void fail(png_structp png, png_const_charp message);
    static void ignore(png_structp, png_const_charp) {}
    static void feed(png_structp png, png_bytep into, std::size_t size);

    std::string_view bytes_;
    std::size_t at_ = 0;
    RowTaker& taker_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    RasterHeader header_;
    bool is_checked_only_ = false; ///< opaque, and nobody keeps its pixels: rows are decoded, and nothing more
    int passes_ = 1;
    std::vector<std::uint8_t> rows_; ///< one row, or all of an interlaced picture whose pixels are kept
    std::size_t stride_ = 0;         ///< from row to row in rows_; 0: there is one
    char message_[96] = "";
};

void PngReader::fail(png_structp png, png_const_charp message) {
    auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
    std::strncpy(reader->message_, message, sizeof reader->message_ - 1);
    png_longjmp(png, 1);
}

void PngReader::feed(png_structp png, png_bytep into, std::size_t size) {
    auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
    if (reader->bytes_.size() - reader->at_ < size) png_error(png, "the file is cut short");
    std::memcpy(into, reader->bytes_.data() + reader->at_, size);
    reader->at_ += size;
}

bool PngReader::run(Step step) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    (this->*step)();
    return true;
}

/// Whether the picture's colours are a palette's, and that has grays alone.
bool palette_is_gray(png_structp png, png_infop info) {
    png_colorp colours = nullptr;
    int count = 0;
    if (png_get_color_type(png, info) != PNG_COLOR_TYPE_PALETTE) return false;
    if (png_get_PLTE(png, info, &colours, &count) == 0) return false;
    for (int i = 0; i < count; ++i)
        if (colours[i].red != colours[i].green || colours[i].green != colours[i].blue) return false;
    return true;
}

void PngReader::read_header() {
    png_set_read_fn(png_, this, feed);
    png_read_info(png_, info_);
    header_.width = png_get_image_width(png_, info_);
    header_.height = png_get_image_height(png_, info_);
    const int colour = png_get_color_type(png_, info_);
    header_.gray = (colour & PNG_COLOR_MASK_COLOR) == 0 || palette_is_gray(png_, info_);
    png_uint_32 length = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(png_, info_, &length, &exif) != 0)
        header_.orientation = exif_orientation({reinterpret_cast<const char*>(exif), length});
    const bool is_opaque = (colour & PNG_COLOR_MASK_ALPHA) == 0 && png_get_valid(png_, info_, PNG_INFO_tRNS) == 0;
    is_checked_only_ = is_opaque && taker_.keeping() == Keeping::nothing;
    if (!is_checked_only_) ask_for_rgba();
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
}

/// Every kind of PNG comes as 8-bit RGBA in sRGB: the transformations that libpng's manual lists.
void PngReader::ask_for_rgba() {
    png_set_alpha_mode(png_, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_gray_to_rgb(png_);
    png_set_add_alpha(png_, 0xff, PNG_FILLER_AFTER);
}

void PngReader::read_rows() {
    const bool at_once = passes_ == 1;
    for (int pass = 0; pass < passes_; ++pass)
        for (std::uint32_t y = 0; y < header_.height; ++y) {
            std::uint8_t* row = rows_.data() + y * stride_;
            png_read_row(png_, row, nullptr);
            if (!is_checked_only_ && (at_once || stride_ == 0)) taker_.row(y, row);
        }
    for (std::uint32_t y = 0; !at_once && stride_ != 0 && y < header_.height; ++y)
        taker_.row(y, rows_.data() + y * stride_);
}

void PngReader::read_end() { png_read_end(png_, nullptr); }

Result<void> PngReader::read() {
    if (info_ == nullptr) return Error{"out of memory"};
    if (!run(&PngReader::read_header)) return Error{message_};
    if (auto size = check_size(header_.width, header_.height); !size) return size;
    const std::size_t row = png_get_rowbytes(png_, info_);
    if (!is_checked_only_ && row != std::size_t{4} * header_.width) return Error{"an unknown kind of PNG"};
    if (is_checked_only_ && passes_ == 1 && is_soundly_stored(bytes_, row, header_.height)) {
        taker_.begin(header_);
        return {};
    }
    const bool keep_all = passes_ > 1 && taker_.keeping() == Keeping::pixels;
    stride_ = keep_all ? row : 0;
    rows_.assign(keep_all ? row * header_.height : row, 0xff);
    taker_.begin(header_);
    if (!run(&PngReader::read_rows) || !run(&PngReader::read_end)) return Error{message_};
    return {};
}

} // namespace

Result<void> read_png(std::string_view bytes, RowTaker& taker) { return PngReader(bytes, taker).read(); }

} // namespace halfstar

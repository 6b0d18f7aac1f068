// JPEG by libjpeg, baseline and progressive, gray, YCbCr and CMYK.
#include "design/pictures/exif.h"
#include "design/pictures/jpeg_errors.h"
#include "design/pictures/pictures.h"
#include "design/pictures/rows.h"

#include <algorithm>
#include <string>
#include <vector>

namespace halfstar {
namespace {

/// A real picture has at most a few dozen scans; each further one costs a pass over all coefficients.
constexpr int scan_limit = 200;

class JpegReader {
public:
    explicit JpegReader(std::string_view bytes) : bytes_(bytes) { info_.err = install(errors_); }
    ~JpegReader() { jpeg_destroy_decompress(&info_); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    Result<void> read(RowTaker& taker);
    Result<JpegFacts> facts();

private:
    void read_header();
    void start();
    void read_rows();
    void expand_row();
    Error failure() const { return Error{errors_.message[0] != '\0' ? errors_.message : "damaged data"}; }
    static void limit_scans(j_common_ptr info);

    std::string_view bytes_;
    JpegErrors errors_;
    jpeg_decompress_struct info_{};
    jpeg_progress_mgr progress_{};
    RowTaker* taker_ = nullptr;
    bool several_scans_ = false;
    std::vector<std::uint8_t> stored_, row_;
};

void JpegReader::limit_scans(j_common_ptr info) {
    auto* decompress = reinterpret_cast<j_decompress_ptr>(info);
    if (decompress->input_scan_number <= scan_limit) return;
    auto* errors = reinterpret_cast<JpegErrors*>(info->err);
    std::snprintf(errors->message, sizeof errors->message, "more than %d scans", scan_limit);
    std::longjmp(errors->jump, 1);
}

void JpegReader::read_header() {
    jpeg_create_decompress(&info_);
    jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xffff);
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_read_header(&info_, TRUE);
    several_scans_ = jpeg_has_multiple_scans(&info_) != 0;
}

void JpegReader::start() {
    progress_.progress_monitor = limit_scans;
    info_.progress = &progress_;
    if (info_.num_components == 1) info_.out_color_space = JCS_GRAYSCALE;
    if (info_.num_components == 3) info_.out_color_space = JCS_RGB;
    if (info_.num_components == 4) info_.out_color_space = JCS_CMYK;
    // Every coefficient is decoded all the same, and damage found; but an eighth as many pixels are made of them each way.
    if (taker_->keeping() == Keeping::nothing) info_.scale_denom = 8;
    jpeg_start_decompress(&info_);
}

/// Adobe's CMYK is stored inverted: 255 is no ink.
void JpegReader::expand_row() {
    const std::size_t channels = static_cast<std::size_t>(info_.output_components);
    const unsigned flip = info_.saw_Adobe_marker ? 0u : 255u;
    for (std::size_t x = 0; x < info_.output_width; ++x) {
        const std::uint8_t* from = stored_.data() + channels * x;
        std::uint8_t* to = row_.data() + 4 * x;
        for (std::size_t c = 0; c < 3; ++c) {
            if (channels == 4)
                to[c] = static_cast<std::uint8_t>(((from[c] ^ flip) * (from[3] ^ flip) + 127u) / 255u);
            else
                to[c] = from[channels == 3 ? c : 0];
        }
        to[3] = 255;
    }
}

void JpegReader::read_rows() {
    while (info_.output_scanline < info_.output_height) {
        const std::uint32_t y = info_.output_scanline;
        JSAMPROW rows[1] = {stored_.data()};
        jpeg_read_scanlines(&info_, rows, 1);
        if (taker_->keeping() == Keeping::nothing) continue; // opaque
        expand_row();
        taker_->row(y, row_.data());
    }
}

std::uint8_t orientation_of(const jpeg_decompress_struct& info) {
    constexpr std::string_view exif("Exif\0\0", 6);
    for (auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
        if (data.starts_with(exif)) return exif_orientation(data.substr(exif.size()));
    }
    return 1;
}

/// A file that lacks nothing but its end marker is whole, unless further scans may have stood there.
Result<void> JpegReader::read(RowTaker& taker) {
    taker_ = &taker;
    if (!run_guarded(errors_, *this, &JpegReader::read_header)) return failure();
    if (auto size = check_size(info_.image_width, info_.image_height); !size) return size;
    if (info_.num_components == 2 || info_.num_components > 4) return Error{"an unknown kind of JPEG"};
    if (!run_guarded(errors_, *this, &JpegReader::start)) return failure();
    stored_.resize(static_cast<std::size_t>(info_.output_components) * info_.output_width);
    row_.resize(std::size_t{4} * info_.output_width);
    taker.begin({info_.image_width, info_.image_height, info_.num_components == 1, orientation_of(info_)});
    if (!run_guarded(errors_, *this, &JpegReader::read_rows)) return failure();
    if (errors_.damaged || (errors_.cut_short && several_scans_)) return failure();
    return {};
}

Result<JpegFacts> JpegReader::facts() {
    if (!run_guarded(errors_, *this, &JpegReader::read_header)) return failure();
    const bool inverted = info_.num_components == 4 && info_.saw_Adobe_marker;
    return JpegFacts{info_.image_width, info_.image_height, info_.num_components, inverted};
}

} // namespace

Result<void> read_jpeg(std::string_view bytes, RowTaker& taker) { return JpegReader(bytes).read(taker); }

Result<JpegFacts> jpeg_facts(std::string_view bytes) { return JpegReader(bytes).facts(); }

} // namespace halfstar

// GIF (89a): the first picture of the file on its canvas, by an LZW decoder of our own.
#include "design/pictures/rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace halfstar {
namespace {

const Error cut_short{"the file is cut short"};
const Error damaged{"the compressed data is damaged"};

/// The bytes of a GIF in their order; `ended` once more was asked for than there are.
class GifBytes {
public:
    explicit GifBytes(std::string_view bytes) : bytes_(bytes) {}
    unsigned byte() {
        if (at_ >= bytes_.size()) return ended_ = true, 0u;
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    unsigned two() {
        const unsigned low = byte();
        return low | byte() << 8;
    }
    std::string_view take(std::size_t count) {
        if (bytes_.size() - at_ < count) return ended_ = true, std::string_view();
        return at_ += count, bytes_.substr(at_ - count, count);
    }
    void skip_blocks() {
        for (unsigned size = byte(); size != 0 && !ended_; size = byte()) take(size);
    }
    bool ended() const { return ended_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

/// Codes of 3 to 12 bits out of data in blocks of up to 255 bytes.
class Codes {
public:
    explicit Codes(GifBytes& bytes) : bytes_(bytes) {}
    std::optional<unsigned> next(unsigned width) {
        while (held_ < width) {
            if (left_ == 0) left_ = bytes_.byte();
            if (left_ == 0) return std::nullopt; // the last block
            bits_ |= static_cast<std::uint32_t>(bytes_.byte()) << held_;
            if (bytes_.ended()) return std::nullopt;
            held_ += 8;
            --left_;
        }
        const unsigned code = bits_ & ((1u << width) - 1u);
        bits_ >>= width;
        held_ -= width;
        return code;
    }

private:
    GifBytes& bytes_;
    std::uint32_t bits_ = 0;
    unsigned held_ = 0, left_ = 0;
};

/// Lempel, Ziv and Welch's table: each code is a string, kept as an earlier code and one more byte.
class Strings {
public:
    static constexpr unsigned none = 4096; ///< above every code

    explicit Strings(unsigned code_size) : clear_(1u << code_size), width_of_bytes_(code_size + 1) { reset(); }
    unsigned width() const { return width_; }
    unsigned clear() const { return clear_; }
    unsigned end() const { return clear_ + 1; }

    void reset() {
        next_ = clear_ + 2;
        width_ = width_of_bytes_;
        previous_ = none;
    }
    /// The string of `code`, last byte first; nothing for a code that cannot stand here.
    const std::vector<std::uint8_t>* decode(unsigned code) {
        if (code > next_ || (code == next_ && previous_ == none) || code == clear_ || code == end()) return nullptr;
        text_.clear();
        const bool unfinished = code == next_; // the string that this very code completes
        if (unfinished) text_.push_back(first_);
        for (unsigned at = unfinished ? previous_ : code; ; at = before_[at]) {
            text_.push_back(at < clear_ ? static_cast<std::uint8_t>(at) : last_[at]);
            if (at < clear_) break;
        }
        first_ = text_.back();
        if (previous_ != none && next_ < before_.size()) {
            before_[next_] = static_cast<std::uint16_t>(previous_);
            last_[next_++] = first_;
            if (next_ == 1u << width_ && width_ < 12) ++width_;
        }
        previous_ = code;
        return &text_;
    }

private:
    unsigned clear_, width_of_bytes_;
    unsigned next_ = 0, width_ = 0;
    unsigned previous_ = none; ///< the code before, or none
    std::uint8_t first_ = 0;
    std::array<std::uint16_t, 4096> before_{};
    std::array<std::uint8_t, 4096> last_{};
    std::vector<std::uint8_t> text_;
};

struct Frame {
    unsigned left = 0, top = 0, width = 0, height = 0;
    bool interlaced = false;
    std::string_view palette; ///< three bytes a colour
    int transparent = -1;
};

/// The n-th row that an interlaced frame stores: every eighth, those between, every fourth, every second.
unsigned interlaced_row(unsigned n, unsigned height) {
    struct Pass {
        unsigned first, step;
    };
    for (const Pass pass : {Pass{0, 8}, Pass{4, 8}, Pass{2, 4}, Pass{1, 2}}) {
        const unsigned rows = height > pass.first ? (height - pass.first + pass.step - 1) / pass.step : 0;
        if (n < rows) return pass.first + n * pass.step;
        n -= rows;
    }
    return height;
}

class GifReader {
public:
    GifReader(std::string_view bytes, RowTaker& taker) : bytes_(bytes), taker_(taker) {}
    Result<void> read();

private:
    std::string_view palette(unsigned packed) {
        return (packed & 0x80u) != 0 ? bytes_.take(std::size_t{3} << ((packed & 7u) + 1)) : std::string_view();
    }
    bool find_frame();
    void read_extension();
    Result<void> read_pixels();
    void put(std::uint8_t index);
    void row_done();

    GifBytes bytes_;
    RowTaker& taker_;
    std::uint32_t width_ = 0, height_ = 0;
    std::string_view canvas_palette_;
    Frame frame_;
    unsigned x_ = 0, rows_done_ = 0;
    std::vector<std::uint8_t> row_;
};

void GifReader::read_extension() {
    constexpr unsigned graphic_control = 0xf9;
    if (bytes_.byte() != graphic_control || bytes_.byte() != 4) return bytes_.skip_blocks();
    const unsigned packed = bytes_.byte();
    bytes_.two(); // the delay of an animation
    const unsigned index = bytes_.byte();
    frame_.transparent = (packed & 1u) != 0 ? static_cast<int>(index) : -1;
    bytes_.skip_blocks();
}

bool GifReader::find_frame() {
    constexpr unsigned extension = 0x21, picture = 0x2c;
    for (unsigned kind = bytes_.byte(); kind != picture; kind = bytes_.byte()) {
        if (kind != extension || bytes_.ended()) return false;
        read_extension();
    }
    frame_.left = bytes_.two();
    frame_.top = bytes_.two();
    frame_.width = bytes_.two();
    frame_.height = bytes_.two();
    const unsigned packed = bytes_.byte();
    frame_.interlaced = (packed & 0x40u) != 0;
    frame_.palette = palette(packed);
    if (frame_.palette.empty()) frame_.palette = canvas_palette_;
    return !bytes_.ended();
}

void GifReader::row_done() {
    const unsigned n = rows_done_++;
    const unsigned y = frame_.top + (frame_.interlaced ? interlaced_row(n, frame_.height) : n);
    if (y < height_) taker_.row(y, row_.data());
    std::fill(row_.begin(), row_.end(), std::uint8_t{0});
    x_ = 0;
}

void GifReader::put(std::uint8_t index) {
    if (rows_done_ == frame_.height) return; // more data than pixels
    const unsigned x = frame_.left + x_++;
    const std::size_t colour = std::size_t{3} * index;
    if (x < width_ && index != frame_.transparent && colour + 3 <= frame_.palette.size()) {
        for (std::size_t c = 0; c < 3; ++c) row_[4 * x + c] = static_cast<std::uint8_t>(frame_.palette[colour + c]);
        row_[4 * x + 3] = 255;
    }
    if (x_ == frame_.width) row_done();
}

Result<void> GifReader::read_pixels() {
    const unsigned code_size = bytes_.byte();
    if (code_size < 1 || code_size > 8) return damaged;
    Strings strings(code_size);
    Codes codes(bytes_);
    while (rows_done_ < frame_.height) {
        const auto code = codes.next(strings.width());
        if (!code || *code == strings.end()) return cut_short;
        if (*code == strings.clear()) {
            strings.reset();
            continue;
        }
        const auto* text = strings.decode(*code);
        if (text == nullptr) return damaged;
        for (auto byte = text->rbegin(); byte != text->rend(); ++byte) put(*byte);
    }
    return {};
}

bool is_gray(std::string_view palette) {
    for (std::size_t i = 0; i + 3 <= palette.size(); i += 3)
        if (palette[i] != palette[i + 1] || palette[i + 1] != palette[i + 2]) return false;
    return true;
}

Result<void> GifReader::read() {
    bytes_.take(6); // "GIF89a"
    width_ = bytes_.two();
    height_ = bytes_.two();
    const unsigned packed = bytes_.byte();
    bytes_.two(); // background and pixel aspect, which nobody heeds
    canvas_palette_ = palette(packed);
    if (!find_frame()) return bytes_.ended() ? cut_short : Error{"no picture in the file"};
    if (auto size = check_size(width_, height_); !size) return size;
    if (auto size = check_size(frame_.width, frame_.height); !size) return size;
    taker_.begin({width_, height_, is_gray(frame_.palette), 1});
    row_.assign(std::size_t{4} * width_, 0);
    for (std::uint32_t y = 0; y < height_; ++y)
        if (y < frame_.top || y - frame_.top >= frame_.height) taker_.row(y, row_.data());
    return read_pixels();
}

} // namespace

Result<void> read_gif(std::string_view bytes, RowTaker& taker) { return GifReader(bytes, taker).read(); }

} // namespace halfstar

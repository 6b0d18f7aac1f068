#include "design/pictures/screen.h"

#include "design/pictures/drawn.h"
#include "foundation/base/hash.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halfstar {
namespace {

constexpr double pixels_per_point = 600.0 / 72;
constexpr double row_pitch = 0.707;     ///< of the pitch; every other row is shifted by half of it
constexpr double full_radius = 0.577;   ///< of the pitch: dots of full ink leave no paper between them
constexpr double least_ink = 0.06;      ///< dots below it are lost in a copier
constexpr int samples_in_a_pitch = 3;
constexpr std::uint64_t clipped = 50;   ///< a fiftieth of the pixels becomes paper, and another one solid

std::uint32_t pixels_of(Length length) {
    return static_cast<std::uint32_t>(std::max(1.0, std::round(length.to_points() * pixels_per_point)));
}

Pixels grayed(const Pixels& pixels) {
    Pixels gray{pixels.width, pixels.height, 1, {}};
    if (pixels.channels == 1) return pixels;
    gray.samples.reserve(std::size_t{pixels.width} * pixels.height);
    for (std::size_t i = 0; i + 2 < pixels.samples.size(); i += 3)
        gray.samples.push_back(static_cast<std::uint8_t>(
            (pixels.samples[i] * 299u + pixels.samples[i + 1] * 587u + pixels.samples[i + 2] * 114u) / 1000u));
    return gray;
}

/// From sample to ink, 0 to 1: what is between the darkest and the lightest parts takes the whole range.
std::array<double, 256> inks_of(const Pixels& gray) {
    std::array<std::uint64_t, 256> counts{};
    for (const std::uint8_t sample : gray.samples) ++counts[sample];
    const std::uint64_t part = gray.samples.size() / clipped;
    int dark = 0, light = 255;
    for (std::uint64_t sum = counts[0]; dark < 254 && sum <= part; sum += counts[static_cast<std::size_t>(++dark)]) {}
    for (std::uint64_t sum = counts[255]; light > dark + 1 && sum <= part; sum += counts[static_cast<std::size_t>(--light)]) {}
    std::array<double, 256> inks{};
    for (int i = 0; i < 256; ++i)
        inks[static_cast<std::size_t>(i)] = std::clamp(static_cast<double>(light - i) / (light - dark), 0.0, 1.0);
    return inks;
}

/// The dots of one picture, drawn from the top.
class Screening {
public:
    Screening(const Pixels& gray, Length pitch, Size size)
        : gray_(gray), inks_(inks_of(gray)), pitch_(pitch.to_points() * pixels_per_point),
          out_{pixels_of(size.width), pixels_of(size.height), 1, {}} {
        out_.samples.assign(std::size_t{out_.width} * out_.height, 255);
    }

    Pixels dots() {
        int row = 0;
        for (double y = 0; y < out_.height + pitch_; y += pitch_ * row_pitch, ++row)
            for (double x = row % 2 == 0 ? 0 : pitch_ / 2; x < out_.width + pitch_; x += pitch_)
                if (const double ink = ink_at(x, y); ink >= least_ink) dot(x, y, pitch_ * full_radius * std::sqrt(ink));
        return std::move(out_);
    }

private:
    /// The mean of nine samples about a place.
    double ink_at(double x, double y) const {
        double sum = 0;
        for (int i = -1; i <= 1; ++i)
            for (int j = -1; j <= 1; ++j) sum += inks_[sample(x + i * pitch_ / 3, y + j * pitch_ / 3)];
        return sum / 9;
    }
    std::uint8_t sample(double x, double y) const {
        const auto index = [](double at, std::uint32_t of, std::uint32_t count) {
            return static_cast<std::size_t>(std::clamp(at / of * count, 0.0, count - 1.0));
        };
        return gray_.samples[index(y, out_.height, gray_.height) * gray_.width + index(x, out_.width, gray_.width)];
    }

    void dot(double x, double y, double radius) {
        const auto first = [](double at) { return static_cast<std::int64_t>(std::max(0.0, std::ceil(at - 0.5))); };
        const std::int64_t bottom = std::min<std::int64_t>(out_.height, first(y + radius));
        for (std::int64_t row = first(y - radius); row < bottom; ++row) {
            const double off = static_cast<double>(row) + 0.5 - y;
            const double half = std::sqrt(std::max(0.0, radius * radius - off * off));
            const std::int64_t left = first(x - half), right = std::min<std::int64_t>(out_.width, first(x + half));
            if (left < right) std::fill_n(out_.samples.begin() + row * out_.width + left, right - left, std::uint8_t{0});
        }
    }

    const Pixels& gray_;
    std::array<double, 256> inks_;
    double pitch_; ///< in pixels of the result
    Pixels out_;
};

} // namespace

ScreenedPicture screened(const Picture& plain, Length pitch, Size size) {
    ScreenedPicture result{plain, plain, pitch, size};
    Picture& picture = result.picture;
    picture.format = PictureFormat::png;
    picture.width = pixels_of(size.width);
    picture.height = pixels_of(size.height);
    picture.orientation = 1;
    picture.gray = true;
    picture.alpha = false;
    std::string facts(plain.digest.begin(), plain.digest.end());
    for (const Length length : {pitch, size.width, size.height}) facts += ' ' + std::to_string(length.units);
    picture.digest = sha256(facts);
    return result;
}

Pixels screen_pixels(const Pixels& pixels, Length pitch, Size size) {
    const double pitches = std::max(1.0, size.width.to_points() / std::max(0.1, pitch.to_points()));
    const auto wide = static_cast<std::uint32_t>(pitches * samples_in_a_pitch);
    const Pixels gray = grayed(scale_down(pixels, std::max(1u, wide), pixels.height));
    return Screening(gray, pitch, size).dots();
}

bool is_two_toned(const Pixels& pixels) {
    return pixels.channels == 1 && std::all_of(pixels.samples.begin(), pixels.samples.end(),
                                               [](std::uint8_t sample) { return sample == 0 || sample == 255; });
}

Result<std::string> ScreenedResources::bytes(const Picture& picture) const {
    const auto found = std::find_if(screened_.begin(), screened_.end(), [&](const ScreenedPicture& one) {
        return one.picture.digest == picture.digest;
    });
    if (found == screened_.end()) return plain_.bytes(picture);
    if (is_drawn(found->plain))
        return encode_png(screen_pixels(drawn_pixels(found->plain), found->pitch, found->size));
    const Result<std::string> bytes = plain_.bytes(found->plain);
    if (!bytes) return bytes;
    const Result<Pixels> pixels = decode_picture(*bytes, {255, 255, 255, 0});
    if (!pixels) return pixels.error();
    return encode_png(screen_pixels(*pixels, found->pitch, found->size));
}

} // namespace halfstar

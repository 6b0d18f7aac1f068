#include "backends/pdf/inking.h"

#include "backends/pdf/notation.h"
#include "design/pictures/halftone.h"
#include "design/pictures/screen.h"
#include "design/style/inks.h"

#include <algorithm>
#include <cmath>

namespace halfstar::pdf {
namespace {

constexpr std::uint16_t whole = 1000;
constexpr std::uint16_t full_ink = 950; ///< from here on a black prints over other plates
constexpr double points_an_inch = 72;

std::uint16_t thousandths_of(std::uint8_t value) {
    return static_cast<std::uint16_t>(rounded_quotient(std::int64_t{value} * whole, 255));
}

bool is_gray(Paint paint) { return paint.red == paint.green && paint.green == paint.blue; }

bool same_colour(Paint a, Paint b) { return a.red == b.red && a.green == b.green && a.blue == b.blue; }

std::uint32_t pixels_along(Length length, int per_inch) {
    return static_cast<std::uint32_t>(std::max(1.0, std::round(length.to_points() / points_an_inch * per_inch)));
}

} // namespace

Matter matter_of(const Rect& rect) {
    return rect.width < least_area || rect.height < least_area ? Matter::line : Matter::area;
}

Ink plain_ink(Paint paint) {
    if (is_gray(paint)) return {Ink::Space::gray, {thousandths_of(paint.red)}};
    return {Ink::Space::rgb, {thousandths_of(paint.red), thousandths_of(paint.green), thousandths_of(paint.blue)}};
}

Result<Inking> Inking::of(const Job& job) {
    Inking inking;
    if (!job.inks || job.inks->process == Process::rgb) return inking;
    inking.inks_ = job.inks;
    inking.plate_ = job.plate;
    Result<Conversion> gray = Conversion::to_gray();
    if (!gray) return gray.error();
    inking.gray_ = std::move(*gray);
    if (inking.process() == Process::cmyk) {
        Result<Conversion> inks = Conversion::to_cmyk(job.inks->profile);
        if (!inks) return inks.error();
        inking.conversion_ = std::move(*inks);
    }
    for (const std::string& plate : job.inks->plates)
        inking.colours_.push_back(job.style != nullptr ? colours_of_ink(*job.style, plate) : std::vector<Paint>());
    return inking;
}

std::uint8_t Inking::lightness(Paint paint) const { return is_gray(paint) ? paint.red : gray_->colour(paint)[0]; }

/// Black and grays stand in black alone; everything else is what the profile makes of it.
Ink Inking::four_inks(Paint paint) const {
    if (is_gray(paint)) return {Ink::Space::cmyk, {0, 0, 0, static_cast<std::uint16_t>(whole - thousandths_of(paint.red))}};
    Ink ink{Ink::Space::cmyk, {}};
    const std::array<std::uint8_t, 4> parts = conversion_->colour(paint);
    for (std::size_t i = 0; i < parts.size(); ++i) ink.parts[i] = thousandths_of(parts[i]);
    return ink;
}

/// Which plate prints it: that of its colour, else the first.
std::size_t Inking::plate_of(Paint paint) const {
    for (std::size_t i = 1; i < colours_.size(); ++i)
        for (const Paint& colour : colours_[i])
            if (same_colour(colour, paint) || (paint.spot != 0 && colour.spot == paint.spot)) return i;
    return 0;
}

/// How much ink a plate takes for a colour of its own: the colour itself is all of it.
std::uint16_t Inking::level(std::size_t plate, Paint paint) const {
    const int lightest = 255, own = lightness(paint);
    if (plate == 0) return static_cast<std::uint16_t>(whole - thousandths_of(static_cast<std::uint8_t>(own)));
    const int full = std::max(1, lightest - lightness(colours_[plate].front()));
    return static_cast<std::uint16_t>(std::min<std::int64_t>(whole, rounded_quotient(std::int64_t{whole} * (lightest - own), full)));
}

Laid Inking::lay_on_plate(Paint paint, Matter matter) const {
    const std::size_t own = plate_of(paint);
    const std::uint16_t ink = level(own, paint);
    if (paint.spot != every_ink && own != *plate_) return {own == 0 && ink >= full_ink ? Laying::nothing : Laying::hole, {Ink::Space::gray, {whole}}};
    if (ink == 0) return {Laying::hole, {Ink::Space::gray, {whole}}};
    const auto most = static_cast<std::uint16_t>(matter == Matter::area ? inks_->cap * 10 : whole);
    return {Laying::ink, {Ink::Space::gray, {static_cast<std::uint16_t>(whole - std::min(ink, most))}}};
}

/// All plates over each other: each thing in the colour of its ink.
Ink Inking::preview(Paint paint) const {
    const std::size_t own = plate_of(paint);
    const Paint full = own < colours_.size() && !colours_[own].empty() ? colours_[own].front() : Paint{};
    Ink ink{Ink::Space::rgb, {}};
    const std::uint8_t parts[] = {full.red, full.green, full.blue};
    for (std::size_t i = 0; i < 3; ++i)
        ink.parts[i] = static_cast<std::uint16_t>(whole - (whole - thousandths_of(parts[i])) * level(own, paint) / whole);
    return ink;
}

Laid Inking::lay(Paint paint, Matter matter) const {
    switch (process()) {
    case Process::rgb: return {Laying::ink, plain_ink(paint)};
    case Process::gray:
    case Process::black: return {Laying::ink, {Ink::Space::gray, {thousandths_of(lightness(paint))}}};
    case Process::cmyk: return {Laying::ink, four_inks(paint)};
    case Process::plates: break;
    }
    return plate_ ? lay_on_plate(paint, matter) : Laid{Laying::ink, preview(paint)};
}

Laying Inking::lay_picture() const {
    return process() == Process::plates && plate_.value_or(0) != 0 ? Laying::hole : Laying::ink;
}

int Inking::darkest() const { return process() == Process::plates ? whole - inks_->cap * 10 : 0; }

Result<std::optional<Pixels>> Inking::picture(std::string_view bytes, Size size) const {
    if (!converts_pictures()) return std::optional<Pixels>();
    Result<Pixels> decoded = decode_picture(bytes, {255, 255, 255, 0});
    if (!decoded) return decoded.error();
    Pixels pixels = std::move(*decoded);
    if (is_two_toned(pixels)) return std::optional(std::move(pixels)); // screened already; in CMYK: black alone
    if (const int per_inch = inks_->picture_pixels_per_inch; per_inch > 0)
        pixels = scale_down(pixels, pixels_along(size.width, per_inch), pixels_along(size.height, per_inch));
    if (process() == Process::cmyk && pixels.channels == 1) return std::optional(std::move(pixels)); // black alone
    Result<Pixels> converted = (conversion_ ? *conversion_ : *gray_).pixels(pixels, embedded_profile(bytes));
    if (!converted) return converted.error();
    if (process() != Process::black) return std::optional(std::move(*converted));
    const int per_inch = inks_->halftone.pixels_per_inch;
    return std::optional(
        halftoned(*converted, pixels_along(size.width, per_inch), pixels_along(size.height, per_inch), inks_->halftone));
}

} // namespace halfstar::pdf

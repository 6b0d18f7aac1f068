// How colours become what content streams say: the job's inks, decided for one file. A painter asks for each thing it
// paints; without inks colours are sRGB as they are.
#pragma once

#include "design/pictures/conversion.h"

#include <halfstar/backend.h>
#include <halfstar/pages.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// A colour in operands.
struct Ink {
    enum class Space : std::uint8_t { gray, rgb, cmyk, screen };
    Space space = Space::gray;
    std::array<std::uint16_t, 4> parts{}; ///< thousandths; of a screen the first: how many sixteenths of it are black
    friend bool operator==(const Ink&, const Ink&) = default;
};

/// What is painted: words and lines stay solid where areas are held back.
enum class Matter : std::uint8_t { words, line, area };

/// Areas are what is at least as large both ways.
inline constexpr Length least_area = Length::millimetres(5);
Matter matter_of(const Rect& rect);

/// What a plate does where a thing stands.
enum class Laying : std::uint8_t {
    ink,     ///< prints it
    hole,    ///< leaves paper, where it would print something else
    nothing, ///< the thing prints over what is there, from another plate
};

struct Laid {
    Laying laying = Laying::ink;
    Ink ink;
};

class Inking {
public:
    /// An Error when the inks need a profile and have none that serves.
    static Result<Inking> of(const Job& job);

    Process process() const { return inks_ ? inks_->process : Process::rgb; }
    Laid lay(Paint paint, Matter matter) const;
    /// Pictures stand on the first plate; the others leave a hole for them.
    Laying lay_picture() const;
    /// Whether pictures become other pixels, which stand upright; else they stay as they are stored.
    bool converts_pictures() const { return process() != Process::rgb; }
    /// A picture's bytes as an object, for its largest `size` on the pages. Null where pictures are not converted.
    Result<std::optional<Pixels>> picture(std::string_view bytes, Size size) const;
    /// The gray that the darkest part of a picture has, thousandths.
    int darkest() const;
    /// Lightness, 0 to 255.
    std::uint8_t lightness(Paint paint) const;
    const std::optional<Inks>& inks() const { return inks_; }

private:
    Laid lay_on_plate(Paint paint, Matter matter) const;
    Ink preview(Paint paint) const;
    std::size_t plate_of(Paint paint) const;
    std::uint16_t level(std::size_t plate, Paint paint) const;
    Ink four_inks(Paint paint) const;

    std::optional<Inks> inks_;
    std::optional<std::size_t> plate_;
    std::vector<std::vector<Paint>> colours_; ///< by plate: what it prints
    std::optional<Conversion> conversion_;
    std::optional<Conversion> gray_;
};

/// sRGB, what has no colour in gray.
Ink plain_ink(Paint paint);

} // namespace halfstar::pdf

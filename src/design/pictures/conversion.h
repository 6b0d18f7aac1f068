// Colours as presses have them: grays, or four inks by an ICC profile. Pictures are read by the profile that stands in
// them, everything else is sRGB. Little CMS does the sums.
#pragma once

#include "design/pictures/pictures.h"

#include <array>
#include <memory>

namespace halfstar {

class Conversion {
public:
    /// By lightness.
    static Result<Conversion> to_gray();
    /// Into the inks of a profile's bytes. An Error when they are no profile of four inks.
    static Result<Conversion> to_cmyk(std::string_view profile);
    Conversion(Conversion&&) noexcept;
    Conversion& operator=(Conversion&&) noexcept;
    ~Conversion();

    int channels() const; ///< 1 or 4
    /// The parts of a colour: gray, or cyan, magenta, yellow and black, of which 255 is all.
    std::array<std::uint8_t, 4> colour(Paint paint) const;
    /// Pixels of as many channels as there are. `embedded`: the profile they are meant in; empty, or one that does not
    /// fit them: sRGB.
    Result<Pixels> pixels(const Pixels& pixels, std::string_view embedded) const;

private:
    struct State;
    explicit Conversion(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The ICC profile inside a JPEG, PNG or WebP file; empty where there is none.
std::string embedded_profile(std::string_view bytes);

} // namespace halfstar

// How the colours of pages reach paper: as they are on screens, as grays, as the four inks of an offset press, as
// black or nothing, or as a gray plate for each ink of a duplicator.
#pragma once

#include "base.h"

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar {

enum class Process : std::uint8_t {
    rgb,    ///< sRGB, as pages are laid out
    gray,   ///< everything by its lightness
    cmyk,   ///< words and rules of black in black alone, pictures through a profile
    black,  ///< black or nothing: a copier's file
    plates, ///< an ink a plate, each plate gray
};

struct Halftone {
    /// How shades become black and white.
    enum class Screening : std::uint8_t {
        dots,      ///< a grid of dots, as large as the picture is dark
        diffusion, ///< each pixel's error is passed on to its neighbours
    };
    Screening screening = Screening::dots;
    int lines_per_inch = 60; ///< of dots
    int angle = 45;          ///< of the grid, degrees anticlockwise
    int pixels_per_inch = 600; ///< of the pictures that are made
};

struct Inks {
    Process process = Process::rgb;
    std::vector<std::string> plates; ///< of Process::plates: the first prints what is black, each other the spots of its name
    int cap = 100;                   ///< percent that a solid area of a plate has at most
    int picture_pixels_per_inch = 0; ///< pictures of more at their size are brought down to it; 0: none are
    std::string profile;             ///< an ICC profile's bytes, of Process::cmyk
    Halftone halftone;               ///< of Process::black
};

} // namespace halfstar

// Tints for machines that print black or nothing: patterns of black dots on white, drawn as outlines, so that no
// resolution makes grays of them.
#pragma once

#include "backends/pdf/objects.h"

#include <halfstar/inks.h>

#include <cstdint>
#include <string>

namespace halfstar::pdf {

/// How many steps of tint there are between white and black.
inline constexpr std::uint16_t screen_steps = 16;

/// The name of a pattern among the resources, of `step` sixteenths of black.
std::string screen_name(std::uint16_t step);

/// The patterns of all steps, as the dictionary of a page's resources has them.
std::string add_screens(PdfDocument& document, const Halftone& halftone);

} // namespace halfstar::pdf

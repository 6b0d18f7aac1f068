// The colour space that the file's device colours are meant in, as a profile that PDF/A wants embedded.
#pragma once

#include <string>

namespace halfstar::pdf {

/// sRGB (IEC 61966-2-1) as an ICC profile of version 2.1: three primaries and one curve of 1024 points.
std::string srgb_profile();
/// The same deflated, which it is once for all files of a run.
const std::string& deflated_srgb_profile();

} // namespace halfstar::pdf

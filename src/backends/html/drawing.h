// Drawn paths as SVG writes them.
#pragma once

#include <halfstar/base.h>
#include <halfstar/pages.h>

#include <string>

namespace halfstar::html {

/// Points with at most two decimals: finer than any screen shows of a drawing of a few hundred points.
std::string svg_number(Length length);

/// The value of a path's `d`.
std::string path_data(const Path& path);

} // namespace halfstar::html

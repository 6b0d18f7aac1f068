// The first page of a site: the title over the year's seats, then the pieces in their sections.
#pragma once

#include "backends/html/site.h"

namespace halfstar::html {

/// The whole page.
std::string write_home(const Site& site);

} // namespace halfstar::html

// What stands above the list of a site's first page for its script: the place where the controls go, with their words.
// The script makes the controls; without it the page is the plain list.
#pragma once

#include "backends/html/site.h"

#include <string_view>

namespace halfstar::html {

constexpr std::string_view site_script = "site.js";

/// Whether there is anything to look for: more reviews than one.
bool has_filter(const Edition& edition);
/// The place and the script, which stands before the lists so that nothing moves when it runs.
void write_filter(Markup& out, const Site& site);

} // namespace halfstar::html

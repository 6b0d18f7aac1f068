// The notes on contributors as a list of names and what there is to say of each, for the site and the ebook alike.
#pragma once

#include "backends/html/dress.h"

namespace halfstar::html {

/// The heading has the id "contributors_title"; `level` is its own.
void write_contributors(Markup& out, const Dress& dress, int level);

} // namespace halfstar::html

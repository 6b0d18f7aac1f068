// What can be done with the items of a page whatever they show.
#pragma once

#include <halfstar/pages.h>

namespace halfstar {

/// The item, moved by `by`.
Item moved(Item item, Point by);

} // namespace halfstar

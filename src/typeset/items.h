// What can be done with the items of a page whatever they show.
#pragma once

#include <halfstar/pages.h>

namespace halfstar {

/// The item, moved by `by`.
Item moved(Item item, Point by);

/// The item after a half turn about `centre`. Pictures change their place and stay upright.
Item turned(Item item, Point centre);

} // namespace halfstar

// What can be done with the items of a page whatever they show.
#pragma once

#include <halfstar/pages.h>

#include <cstdint>

namespace halfstar {

/// The item, moved by `by`.
Item moved(Item item, Point by);

/// The item after a half turn about `centre`. Pictures change their place and stay upright.
Item turned(Item item, Point centre);

/// The item after a turn by thousandths of a degree, anticlockwise about `centre`. Areas of links become the upright
/// rectangles about what they were; rules and pictures keep their sides and change their place.
Item swung(Item item, Point centre, std::int32_t turn);

} // namespace halfstar

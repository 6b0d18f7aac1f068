// Pictures as image objects, opaque and in device colours that the output intent explains.
#pragma once

#include "backends/pdf/objects.h"
#include "design/pictures/pictures.h"

#include <halfstar/resources.h>

#include <string_view>

namespace halfstar::pdf {

/// A picture's object, as the picture is stored: who places it turns it. A JPEG in gray or RGB keeps its bytes, a PNG its rows
/// (`stored_rows`); everything else is decoded on white and stands as deflated rows.
Result<Body> image_object(const Picture& picture, std::string_view bytes);

/// Decoded pixels as an object; what is black in gray ones shows as `darkest` thousandths of white.
Body image_object(const Pixels& pixels, int darkest = 0);

} // namespace halfstar::pdf

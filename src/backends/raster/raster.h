#pragma once

#include <halfstar/backend.h>

namespace halfstar::raster {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::raster

#pragma once

#include <halfstar/backend.h>

namespace halfstar::html {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::html

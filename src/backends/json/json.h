#pragma once

#include <halfstar/backend.h>

namespace halfstar::json {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::json

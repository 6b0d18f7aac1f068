#pragma once

#include <halfstar/backend.h>

namespace halfstar::svg {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::svg

#pragma once

#include <halfstar/backend.h>

namespace halfstar::pdf {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::pdf

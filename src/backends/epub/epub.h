#pragma once

#include <halfstar/backend.h>

namespace halfstar::epub {

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::epub

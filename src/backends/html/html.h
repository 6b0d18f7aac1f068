#pragma once

#include <halfstar/backend.h>

namespace halfstar::html {

/// One page with everything inside.
Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

/// A site: many files in the sink's folder.
Result<void> write_site(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::html

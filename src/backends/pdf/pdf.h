// Laid-out pages as one PDF, with text that every reader gives back as it was written: tagged (PDF/UA-1) and fit
// to be kept (PDF/A-2a), or for a printer (profile.h). libharu writes its streams.
#pragma once

#include <halfstar/backend.h>

namespace halfstar::pdf {

/// Needs job.pages, and job.resources when they hold pictures. The file is streamed to the sink's one
/// file. An Error when the
/// options name no profile, a picture or face cannot be read, the sink fails, or the file would reach 2 GiB;
/// then the sink's file was not closed.
Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::pdf

#include "backends/json/json.h"

#include "document/json.h"

namespace halfstar::json {

Result<void> write(const Job& job, Sink& sink, Diagnostics&) {
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) return file.error();
    const auto out = [&](std::string_view text) { return (*file)->write(text); };
    if (Result<void> written = write_json(*job.edition, out, job.jobs); !written) return written;
    return (*file)->close();
}

} // namespace halfstar::json

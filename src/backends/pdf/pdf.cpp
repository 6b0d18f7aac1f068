#include "backends/pdf/pdf.h"

#include "backends/pdf/profile.h"
#include "backends/pdf/writer.h"

namespace halfstar::pdf {

Result<void> write(const Job& job, Sink& sink, Diagnostics&) {
    const Result<Profile> profile = profile_of(job);
    if (!profile) {
        return profile.error();
    }
    Result<Inking> inking = Inking::of(job);
    if (!inking) {
        return inking.error();
    }
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) {
        return file.error();
    }
    if (Result<void> written = Writer(job, *profile, std::move(*inking), sink.scratch()).write(**file); !written) {
        return written;
    }
    return (*file)->close();
}

} // namespace halfstar::pdf

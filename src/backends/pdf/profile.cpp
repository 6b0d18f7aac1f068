#include "backends/pdf/profile.h"

#include <halfstar/pages.h>

namespace halfstar::pdf {

Result<Profile> profile_of(const Job& job) {
    const auto named = job.options.find(profile_option);
    const std::string_view name = named == job.options.end() ? "archive" : std::string_view(named->second);
    if (name != "archive" && name != "print") {
        return Error{"there is no PDF profile '" + std::string(name) + "': archive and print are"};
    }
    const bool sheets = job.pages->info().duplex != Duplex::none;
    const bool inked = job.inks && job.inks->process != Process::rgb;
    return sheets || inked || name == "print" ? Profile::print : Profile::archive;
}

} // namespace halfstar::pdf

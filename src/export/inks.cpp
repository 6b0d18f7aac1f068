#include "export/inks.h"

#include "design/style/inks.h"
#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar {
namespace {

/// Installed with Ghostscript (Debian: libgs-common).
constexpr const char* default_cmyk = "/usr/share/color/icc/ghostscript/default_cmyk.icc";
constexpr std::uint64_t largest_profile = 16u << 20;

void report_unknown(const Inks& inks, const Style& style, ExportReport& report) {
    for (std::size_t i = 1; i < inks.plates.size(); ++i)
        if (colours_of_ink(style, inks.plates[i]).empty())
            report.diagnostics.report(Code::unknown_ink, {}, {inks.plates[i]}, {"there are " + join(ink_names(style), ", ")});
}

/// An ink's name in a file's.
std::string file_word(const std::string& ink) {
    std::string word = ascii_lower(ink);
    for (char& c : word)
        if (c == ' ' || c == '/' || c == '\\') c = '-';
    return word;
}

OutputPlace beside(const OutputPlace& place, const std::string& word) {
    OutputPlace other = place;
    const std::size_t dot = std::min(place.name.rfind('.'), place.name.size());
    other.name = place.name.substr(0, dot) + '-' + word + place.name.substr(dot);
    return other;
}

} // namespace

Result<std::optional<Inks>> inks_of(std::optional<Inks> inks, std::string_view output, const Style& style, const FileReader& reader,
                                   ExportReport& report) {
    if (!inks) return inks;
    if (inks->process == Process::plates) {
        if (output == "-") return Error{"plates are several files and cannot go to standard output"};
        report_unknown(*inks, style, report);
    }
    if (inks->process == Process::cmyk && inks->profile.empty()) {
        Result<std::string> profile = reader.read(default_cmyk, largest_profile);
        if (!profile) return Error{std::string("four inks need an ICC profile: ") + default_cmyk + " (of Ghostscript) is not there"};
        inks->profile = std::move(*profile);
    }
    return inks;
}

std::vector<Pull> pulls_of(const std::optional<Inks>& inks, const OutputPlace& place) {
    if (!inks || inks->process != Process::plates) return {{place, std::nullopt}};
    std::vector<Pull> pulls;
    for (std::size_t i = 0; i < inks->plates.size(); ++i) pulls.push_back({beside(place, file_word(inks->plates[i])), i});
    pulls.push_back({beside(place, "preview"), std::nullopt});
    return pulls;
}

} // namespace halfstar

#include "export/list/list_settings.h"

#include "export/list/program_identity.h"
#include "foundation/base/hash.h"

#include <halfstar/version.h>

#include <fstream>

namespace halfstar {
namespace {

constexpr const char* hyphenation_folder = "/usr/share/hyphen";
constexpr std::size_t head_size = 4096;

/// A digest of named values, none of which can pass for another.
class Settings {
public:
    void add(std::string_view name, std::string_view value) {
        hash_.update(std::string(name) + " " + std::to_string(value.size()) + ":");
        hash_.update(value);
    }
    void add(std::string_view name, std::int64_t value) { add(name, std::to_string(value)); }
    std::string digest() { return hex(hash_.finish()); }

private:
    Sha256 hash_;
};

/// Length and beginning of a file: of a font the table of its tables with the checksum of each (OpenType, "Table
/// Directory"), so that other faces are told apart without reading all of them.
std::string head_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return {};
    std::string head(head_size, '\0');
    const std::streamoff size = file.tellg();
    file.seekg(0);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return std::to_string(size) + ":" + head;
}

void add_reading(Settings& settings, const ReadOptions& reading) {
    settings.add("root", reading.root);
    settings.add("title", reading.title);
    settings.add("language", reading.language);
    settings.add("best", reading.rating_best);
    settings.add("smart", reading.smart_punctuation);
    settings.add("raw", reading.allow_raw_html);
    settings.add("conventions", reading.review_conventions);
}

void add_inks(Settings& settings, const Inks& inks) {
    settings.add("process", static_cast<std::int64_t>(inks.process));
    for (const std::string& plate : inks.plates)
        settings.add("plate", plate);
    settings.add("cap", inks.cap);
    settings.add("ppi", inks.picture_pixels_per_inch);
    settings.add("profile", inks.profile);
    settings.add("screening", static_cast<std::int64_t>(inks.halftone.screening));
    for (const int n : {inks.halftone.lines_per_inch, inks.halftone.angle, inks.halftone.pixels_per_inch})
        settings.add("halftone", n);
}

/// What one review can be asked for; sheets are those of a leaflet, which the paper decides.
void add_request(Settings& settings, const ExportRequest& each) {
    settings.add("backend", each.backend);
    settings.add("style", each.style);
    settings.add("paper", each.paper);
    settings.add("target", each.target);
    settings.add("folded", each.folded);
    settings.add("spoilers", static_cast<std::int64_t>(each.spoilers));
    settings.add("careful", each.warnings_as_errors);
    settings.add("date", each.source_date_epoch.value_or(-1));
    for (const auto& [name, value] : each.options)
        settings.add("option " + name, value);
    add_reading(settings, each.reading);
    if (each.inks) add_inks(settings, *each.inks);
}

void add_faces(Settings& settings, const FontBook& fonts, const FileReader& reader) {
    for (const FaceFile& file : fonts.files())
        settings.add("face " + file.file, head_of(file.path));
    for (const std::string& name : reader.list(hyphenation_folder))
        settings.add("patterns " + name, head_of(std::string(hyphenation_folder) + "/" + name));
}

} // namespace

std::string settings_digest(const ExportRequest& each, const std::vector<Answer>& style, const FontBook* fonts,
                            const FileReader& reader) {
    Settings settings;
    settings.add("program", producer);
    settings.add("build", program_identity());
    add_request(settings, each);
    for (const Answer& answer : style)
        settings.add(static_cast<char>(answer.question) + answer.path, answer.found);
    if (fonts != nullptr) add_faces(settings, *fonts, reader);
    return settings.digest();
}

} // namespace halfstar

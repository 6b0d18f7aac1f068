#include "cli/ink_options.h"

namespace halfstar::cli {
namespace {

constexpr int duplicator_cap = 85; ///< percent: more does not dry, and sticks to the drum
constexpr int picture_resolution = 300;

} // namespace

void add_ink_options(CLI::App& app, InkWords& words) {
    CLI::Option* plates = app.add_option("--inks", words.plates, "A PDF for each ink of a duplicator: black,red");
    plates->type_name("A,B,...")->delimiter(',')->allow_extra_args(false)->group("");
    app.add_option("--process", words.process, "gray; cmyk; black: and white alone")->type_name("NAME")->group("")
        ->check(CLI::IsMember({"gray", "cmyk", "black"}))->excludes(plates);
}

std::optional<Inks> inks_of_words(const InkWords& words) {
    if (words.plates.empty() && words.process.empty()) return std::nullopt;
    Inks inks;
    inks.picture_pixels_per_inch = picture_resolution;
    if (words.plates.empty()) {
        inks.process = words.process == "gray" ? Process::gray : words.process == "cmyk" ? Process::cmyk : Process::black;
        return inks;
    }
    inks.process = Process::plates;
    inks.plates = words.plates;
    inks.cap = duplicator_cap;
    return inks;
}

} // namespace halfstar::cli

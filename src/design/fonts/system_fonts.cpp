#include "design/fonts/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <tuple>

namespace halfstar {
namespace {

struct Release {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
    void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
    void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

const FcChar8* to_fc(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

std::string text_of(FcPattern* pattern, const char* object) {
    FcChar8* text = nullptr;
    if (FcPatternGetString(pattern, object, 0, &text) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(text);
}

int number_of(FcPattern* pattern, const char* object, int otherwise) {
    int number = otherwise;
    if (FcPatternGetInteger(pattern, object, 0, &number) != FcResultMatch) return otherwise;
    return number;
}

bool is_true(FcPattern* pattern, const char* object) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value != FcFalse;
}

/// Static TrueType and CFF files: what the painters can embed.
bool is_usable(FcPattern* pattern) {
    const std::string format = text_of(pattern, FC_FONTFORMAT);
    return (format == "TrueType" || format == "CFF") && !is_true(pattern, FC_VARIABLE) &&
           number_of(pattern, FC_INDEX, 0) < 0x10000 && !text_of(pattern, FC_FILE).empty();
}

FaceFile face_file(FcPattern* pattern) {
    FaceFile file;
    file.family = text_of(pattern, FC_FAMILY);
    double weight = FC_WEIGHT_REGULAR;
    FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
    file.weight = static_cast<int>(FcWeightToOpenTypeDouble(weight) + 0.5);
    file.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    file.path = text_of(pattern, FC_FILE);
    file.index = static_cast<unsigned>(number_of(pattern, FC_INDEX, 0));
    return file;
}

} // namespace

struct SystemFonts::State {
    Owned<FcConfig> config;
};

SystemFonts::SystemFonts(std::vector<std::string> folders) : folders_(std::move(folders)) {}
SystemFonts::~SystemFonts() = default;

SystemFonts::State& SystemFonts::state() {
    if (state_) return *state_;
    state_ = std::make_unique<State>();
    state_->config.reset(FcInitLoadConfigAndFonts());
    if (state_->config)
        for (const std::string& folder : folders_) FcConfigAppFontAddDir(state_->config.get(), to_fc(folder));
    return *state_;
}

std::vector<FaceFile> SystemFonts::family(std::string_view name) {
    FcConfig* config = state().config.get();
    if (config == nullptr) return {};
    const Owned<FcPattern> pattern(FcPatternCreate());
    const std::string family(name);
    FcPatternAddString(pattern.get(), FC_FAMILY, to_fc(family));
    const Owned<FcObjectSet> objects(FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_FONTFORMAT,
                                                      FC_VARIABLE, static_cast<char*>(nullptr)));
    const Owned<FcFontSet> found(FcFontList(config, pattern.get(), objects.get()));
    std::vector<FaceFile> files;
    for (int i = 0; found && i < found->nfont; ++i)
        if (is_usable(found->fonts[i])) files.push_back(face_file(found->fonts[i]));
    std::sort(files.begin(), files.end(), [](const FaceFile& a, const FaceFile& b) {
        return std::tie(a.path, a.index) < std::tie(b.path, b.index);
    });
    return files;
}

std::vector<FaceFile> SystemFonts::with_character(char32_t code_point, std::string_view language, int weight,
                                                  bool italic) {
    constexpr std::size_t handful = 8;
    FcConfig* config = state().config.get();
    if (config == nullptr) return {};
    const Owned<FcPattern> pattern(FcPatternCreate());
    const Owned<FcCharSet> characters(FcCharSetCreate());
    FcCharSetAddChar(characters.get(), code_point);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, characters.get());
    // Without a language fontconfig takes the one of the environment: the output must not depend on that.
    const std::string preferred(language.empty() ? "en" : language);
    FcPatternAddString(pattern.get(), FC_LANG, to_fc(preferred));
    FcPatternAddDouble(pattern.get(), FC_WEIGHT, FcWeightFromOpenTypeDouble(weight));
    FcPatternAddInteger(pattern.get(), FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const Owned<FcFontSet> sorted(FcFontSort(config, pattern.get(), FcFalse, nullptr, &result));
    std::vector<FaceFile> files;
    for (int i = 0; sorted && i < sorted->nfont && files.size() < handful; ++i) {
        FcCharSet* has = nullptr;
        if (FcPatternGetCharSet(sorted->fonts[i], FC_CHARSET, 0, &has) != FcResultMatch) continue;
        if (FcCharSetHasChar(has, code_point) && is_usable(sorted->fonts[i]))
            files.push_back(face_file(sorted->fonts[i]));
    }
    return files;
}

} // namespace halfstar

#include "design/fonts/font_book.h"

#include "design/fonts/manifest.h"
#include "design/fonts/system_fonts.h"
#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"

#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <shared_mutex>
#include <tuple>
#include <utility>

namespace halfstar {
namespace {

std::vector<std::string> font_folders(std::vector<std::string> extra) {
    extra.insert(extra.end(), {"/usr/share/fonts", "/usr/local/share/fonts"});
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        extra.push_back(std::string(home) + "/.local/share/fonts");
        extra.push_back(std::string(home) + "/.fonts");
    }
    return extra;
}

/// Lower is nearer: CSS Fonts 4, 5.2, "font-style" before "font-weight".
std::tuple<bool, int, int> distance(const FaceFile& file, int weight, bool italic) {
    const int off = file.weight - weight;
    int side = 0;
    if (weight >= 400 && weight <= 500)
        side = off >= 0 && file.weight <= 500 ? 0 : off < 0 ? 1 : 2;
    else
        side = weight < 400 ? off > 0 : off < 0;
    return {file.italic != italic, side, std::abs(off)};
}

/// ISO 15924, with Zsye for characters that are pictures unless told otherwise.
std::string script_of(char32_t code_point) {
    if (unicode::category(code_point) == unicode::Category::emoji) return "Zsye";
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    if (script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN) return "Zyyy";
    char tag[4];
    hb_tag_to_string(hb_script_to_iso15924_tag(script), tag);
    return std::string(tag, 4);
}

/// How much of `language` the manifest's nearest language matches, in characters: "zh-Hant-TW" has 7 of "zh-Hant".
std::size_t language_match(const Manifest& manifest, std::string_view language) {
    std::size_t best = 0;
    for (const std::string& own : manifest.languages) {
        if (!ascii_iequal(language.substr(0, own.size()), own)) continue;
        if (language.size() == own.size() || language[own.size()] == '-') best = std::max(best, own.size());
    }
    return best;
}

} // namespace

struct FontBook::State {
    using Wanted = std::tuple<std::string, int, bool>;
    using Lacking = std::tuple<char32_t, std::string, int, bool>;

    explicit State(std::vector<std::string> extra) : folders(font_folders(extra)), system(std::move(extra)) {}

    std::shared_mutex mutex;
    std::vector<std::string> folders;
    SystemFonts system;
    std::map<std::pair<std::string, unsigned>, std::unique_ptr<Face>> open_faces; ///< null: cannot be used
    std::map<std::string, std::vector<FaceFile>, std::less<>> families;           ///< installed files alone
    std::map<Wanted, const Face*> chosen;
    std::map<Lacking, const Face*> system_choice;
    std::set<std::string, std::less<>> reported;
    std::optional<std::vector<Manifest>> manifests;

    std::string locate(const std::string& file) const;
    std::vector<FaceFile> files_of(const Manifest& manifest) const;
    const std::vector<FaceFile>& installed(std::string_view family);
    const Face* open(const FaceFile& file);
    const Face* choose(std::string_view family, int weight, bool italic);
    const Face* from_chain(char32_t code_point, std::string_view language, int weight, bool italic);
    const Face* from_system(char32_t code_point, std::string_view language, int weight, bool italic);
    const std::vector<Manifest>& chain();
    std::vector<std::string> hints_for(std::string_view family);
};

/// Where `file` of a manifest is installed, under its path or under its name alone; empty when it is not.
std::string FontBook::State::locate(const std::string& file) const {
    const std::string name = file.substr(file.find_last_of('/') + 1);
    std::error_code none;
    for (const std::string& folder : folders)
        for (const std::string& path : {folder + "/" + file, folder + "/" + name})
            if (std::filesystem::is_regular_file(path, none)) return path;
    return {};
}

std::vector<FaceFile> FontBook::State::files_of(const Manifest& manifest) const {
    std::vector<FaceFile> files;
    for (const ManifestFile& file : manifest.files)
        files.push_back({manifest.family, file.weight, file.italic, locate(file.file), file.index, manifest.package, file.file});
    return files;
}

const std::vector<FaceFile>& FontBook::State::installed(std::string_view family) {
    const auto known = families.find(family);
    if (known != families.end()) return known->second;
    std::vector<FaceFile> files;
    if (const auto manifest = manifest_of(family)) files = files_of(*manifest);
    std::erase_if(files, [](const FaceFile& file) { return file.path.empty(); });
    if (files.empty()) files = system.family(family);
    return families.emplace(family, std::move(files)).first->second;
}

const Face* FontBook::State::open(const FaceFile& file) {
    const auto key = std::make_pair(file.path, file.index);
    const auto known = open_faces.find(key);
    if (known != open_faces.end()) return known->second.get();
    auto face = Face::open(file.path, file.index);
    return open_faces.emplace(key, face ? std::move(*face) : nullptr).first->second.get();
}

const Face* FontBook::State::choose(std::string_view family, int weight, bool italic) {
    const Wanted wanted(ascii_lower(family), weight, italic);
    const auto known = chosen.find(wanted);
    if (known != chosen.end()) return known->second;
    std::vector<FaceFile> files = installed(family);
    std::stable_sort(files.begin(), files.end(), [&](const FaceFile& a, const FaceFile& b) {
        return distance(a, weight, italic) < distance(b, weight, italic);
    });
    const Face* face = nullptr;
    for (std::size_t i = 0; face == nullptr && i < files.size(); ++i) face = open(files[i]);
    chosen.emplace(wanted, face);
    return face;
}

const std::vector<Manifest>& FontBook::State::chain() {
    if (!manifests) manifests = all_manifests();
    return *manifests;
}

const Face* FontBook::State::from_chain(char32_t code_point, std::string_view language, int weight, bool italic) {
    const std::string script = script_of(code_point);
    std::vector<std::pair<std::size_t, const Manifest*>> fitting;
    for (const Manifest& manifest : chain()) {
        const auto& scripts = manifest.scripts;
        if (manifest.order > 0 && std::find(scripts.begin(), scripts.end(), script) != scripts.end())
            fitting.emplace_back(language_match(manifest, language), &manifest);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [match, manifest] : fitting) {
        const Face* face = choose(manifest->family, weight, italic);
        if (face != nullptr && face->glyph(code_point) != 0) return face;
    }
    return nullptr;
}

const Face* FontBook::State::from_system(char32_t code_point, std::string_view language, int weight, bool italic) {
    const Lacking lacking(code_point, std::string(language), weight, italic);
    const auto known = system_choice.find(lacking);
    if (known != system_choice.end()) return known->second;
    const Face* choice = nullptr;
    for (const FaceFile& file : system.with_character(code_point, language, weight, italic)) {
        const Face* face = open(file);
        if (face == nullptr || face->glyph(code_point) == 0) continue;
        choice = face;
        break;
    }
    return system_choice.emplace(lacking, choice).first->second;
}

std::vector<std::string> FontBook::State::hints_for(std::string_view family) {
    if (const auto manifest = manifest_of(family)) return {"apt-get install " + manifest->package};
    std::vector<std::string> names;
    for (const Manifest& manifest : chain()) names.push_back(manifest.family);
    if (const auto near = nearest(family, names)) return {"did you mean '" + *near + "'?"};
    return {};
}

FontBook::FontBook(std::vector<std::string> extra_folders)
    : state_(std::make_unique<State>(std::move(extra_folders))) {}
FontBook::~FontBook() = default;

const Face* FontBook::find(std::string_view family, int weight, bool italic, Diagnostics& diagnostics) const {
    const State::Wanted wanted(ascii_lower(family), weight, italic);
    {
        const std::shared_lock lock(state_->mutex);
        const auto known = state_->chosen.find(wanted);
        if (known != state_->chosen.end() && known->second != nullptr) return known->second;
    }
    const std::lock_guard lock(state_->mutex);
    const Face* face = state_->choose(family, weight, italic);
    if (face == nullptr && state_->reported.insert(std::get<std::string>(wanted)).second)
        diagnostics.report(Code::missing_face, {}, {family}, state_->hints_for(family));
    return face;
}

const Face* FontBook::fallback(char32_t code_point, std::string_view language, int weight, bool italic,
                               const std::vector<std::string>& families) const {
    const std::lock_guard lock(state_->mutex);
    for (const std::string& family : families) {
        const Face* face = state_->choose(family, weight, italic);
        if (face != nullptr && face->glyph(code_point) != 0) return face;
    }
    if (const Face* face = state_->from_chain(code_point, language, weight, italic)) return face;
    return state_->from_system(code_point, language, weight, italic);
}

std::vector<FaceFile> FontBook::files() const {
    const std::lock_guard lock(state_->mutex);
    std::vector<FaceFile> all;
    for (const Manifest& manifest : state_->chain()) {
        const std::vector<FaceFile> files = state_->files_of(manifest);
        all.insert(all.end(), files.begin(), files.end());
    }
    return all;
}

const std::vector<std::string>& FontBook::folders() const { return state_->folders; }

} // namespace halfstar

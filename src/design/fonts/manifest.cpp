#include "design/fonts/manifest.h"

#include "foundation/base/strings.h"
#include "foundation/data/embedded.h"
#include "foundation/data/packed_value.h"

#include <algorithm>
#include <charconv>

namespace halfstar {
namespace {

std::string text_of(const Value* value) {
    return value != nullptr && value->scalar() != nullptr ? value->scalar()->text : std::string();
}

int number_of(const Value* value, int otherwise) {
    const std::string text = text_of(value);
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::vector<std::string> texts_of(const Value* value) {
    std::vector<std::string> texts;
    if (value != nullptr && value->list() != nullptr)
        for (const Value& item : *value->list()) texts.push_back(text_of(&item));
    return texts;
}

ManifestFile file_of(const Value& value) {
    ManifestFile file;
    file.file = text_of(value.find("file"));
    file.weight = number_of(value.find("weight"), 400);
    file.italic = text_of(value.find("italic")) == "true";
    file.index = static_cast<unsigned>(number_of(value.find("index"), 0));
    return file;
}

} // namespace

std::string manifest_path(std::string_view family) {
    return "fonts/" + replace_all(ascii_lower(family), " ", "-") + ".yaml";
}

std::optional<Manifest> read_manifest(const Value& value) {
    const Value* files = value.find("files");
    Manifest manifest;
    manifest.family = text_of(value.find("family"));
    if (manifest.family.empty() || files == nullptr || files->list() == nullptr) return {};
    manifest.package = text_of(value.find("package"));
    manifest.licence = text_of(value.find("licence"));
    manifest.designer = text_of(value.find("designer"));
    manifest.order = number_of(value.find("order"), 0);
    manifest.scripts = texts_of(value.find("scripts"));
    manifest.languages = texts_of(value.find("languages"));
    manifest.features = texts_of(value.find("features"));
    for (const Value& file : *files->list()) manifest.files.push_back(file_of(file));
    return manifest;
}

std::optional<Manifest> manifest_of(std::string_view family) {
    const EmbeddedFile* const file = find_embedded(manifest_path(family));
    return file == nullptr ? std::nullopt : read_manifest(unpacked(file->packed, 0));
}

std::vector<Manifest> all_manifests() {
    std::vector<Manifest> all;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with("fonts/")) continue;
        if (auto manifest = read_manifest(unpacked(file.packed, 0))) all.push_back(std::move(*manifest));
    }
    const auto place = [](const Manifest& manifest) { return manifest.order == 0 ? 1 << 20 : manifest.order; };
    std::stable_sort(all.begin(), all.end(), [&](const Manifest& a, const Manifest& b) { return place(a) < place(b); });
    return all;
}

} // namespace halfstar

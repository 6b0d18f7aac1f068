#include "typeset/text/patterns.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace halfstar {

namespace {

struct DictionaryEnd {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

/// What libhyphen allocates for words whose spelling changes.
struct Changes {
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    std::size_t count = 0;

    ~Changes() {
        if (replacements != nullptr)
            for (std::size_t i = 0; i < count; ++i) std::free(replacements[i]);
        std::free(replacements);
        std::free(positions);
        std::free(cuts);
    }
    bool at(std::size_t i) const { return replacements != nullptr && replacements[i] != nullptr; }
};

std::optional<std::string> latin_1(std::u32string_view word) {
    std::string bytes;
    for (const char32_t c : word) {
        if (c > 0xFF) return std::nullopt;
        bytes += static_cast<char>(static_cast<unsigned char>(c));
    }
    return bytes;
}

bool is_alphabetic(std::string_view text) {
    const auto alphabetic = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return std::all_of(text.begin(), text.end(), alphabetic);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string upper_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

} // namespace

struct Patterns::Dictionary {
    std::unique_ptr<HyphenDict, DictionaryEnd> hyphen;
    bool utf8 = true;
};

Patterns::Patterns(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Patterns::~Patterns() = default;

std::unique_ptr<Patterns> Patterns::load(const std::string& path) {
    auto dictionary = std::make_unique<Dictionary>();
    dictionary->hyphen.reset(hnj_hyphen_load(path.c_str()));
    if (dictionary->hyphen == nullptr) return nullptr;
    const std::string_view encoding = dictionary->hyphen->cset;
    dictionary->utf8 = dictionary->hyphen->utf8 != 0;
    if (!dictionary->utf8 && encoding != "ISO8859-1") return nullptr;
    return std::unique_ptr<Patterns>(new Patterns(std::move(dictionary)));
}

std::vector<std::uint32_t> Patterns::points(std::u32string_view word) const {
    const std::optional<std::string> encoded = dictionary_->utf8 ? utf8::from_utf32(word) : latin_1(word);
    if (!encoded || encoded->empty() || encoded->size() > 1000) return {};
    std::string marks(encoded->size() + 5, '\0');
    Changes changes;
    changes.count = encoded->size();
    const int size = static_cast<int>(encoded->size());
    const int failed = hnj_hyphen_hyphenate2(dictionary_->hyphen.get(), encoded->data(), size, marks.data(), nullptr,
                                             &changes.replacements, &changes.positions, &changes.cuts);
    std::vector<std::uint32_t> points;
    if (failed != 0) return points;
    for (std::uint32_t i = 0; i + 1 < word.size(); ++i) // an odd digit: a hyphen behind the letter
        if ((marks[i] & 1) != 0 && !changes.at(i)) points.push_back(i + 1);
    return points;
}

LanguageTag parse_language(std::string_view tag) {
    LanguageTag result;
    std::string normal = ascii_lower(tag);
    std::replace(normal.begin(), normal.end(), '_', '-');
    const std::vector<std::string_view> parts = split(normal, '-');
    if (parts.empty() || parts[0].size() < 2 || parts[0].size() > 3 || !is_alphabetic(parts[0])) return result;
    result.language = parts[0];
    for (std::size_t i = 1; i < parts.size() && parts[i].size() > 1; ++i) {
        if (parts[i].size() != 2 || !is_alphabetic(parts[i])) continue;
        result.region = upper_ascii(parts[i]);
        break;
    }
    return result;
}

std::vector<std::string> pattern_files(std::string_view language) {
    const LanguageTag tag = parse_language(language);
    if (tag.language.empty()) return {};
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        const std::string file = "hyph_" + name + ".dic";
        if (std::find(names.begin(), names.end(), file) == names.end()) names.push_back(file);
    };
    if (tag.language == "en") {
        const bool american = is_one_of(tag.region, {"US", "CA", "PH", "PR", "LR"});
        add(american ? "en_US" : "en_GB");
        add(american ? "en_GB" : "en_US");
        return names;
    }
    if (tag.language == "de") add("de_DE"); // Switzerland's own file is for its spelling without sz: the same here
    if (!tag.region.empty()) add(tag.language + "_" + tag.region);
    add(tag.language + "_" + upper_ascii(tag.language));
    add(tag.language);
    return names;
}

} // namespace halfstar

// Liang's patterns as Debian installs them for libhyphen, one dictionary a language, read as libhyphen reads them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// A dictionary that was loaded.
class Patterns {
public:
    /// Null when the file is not there, cannot be read, or is in an encoding other than UTF-8 and ISO 8859-1.
    static std::unique_ptr<Patterns> load(const std::string& path);
    ~Patterns();
    Patterns(const Patterns&) = delete;
    Patterns& operator=(const Patterns&) = delete;

    /// For a word in lower case: indexes of letters before which it may be parted. Places where parting would
    /// change the spelling are left out. Empty for letters that the dictionary's encoding lacks.
    std::vector<std::uint32_t> points(std::u32string_view word) const;

private:
    struct Dictionary;
    explicit Patterns(std::unique_ptr<Dictionary> dictionary);
    std::unique_ptr<Dictionary> dictionary_;
};

/// File names to try for a BCP 47 language, the best first: "hyph_pt_BR.dic". English is British unless the
/// tag names a country that writes otherwise; German, Spanish and so on are taken from their largest country.
std::vector<std::string> pattern_files(std::string_view language);

/// Language and region of a BCP 47 tag: "pt" and "BR"; lower and upper case, empty where absent or malformed.
struct LanguageTag {
    std::string language, region;
};
LanguageTag parse_language(std::string_view tag);

} // namespace halfstar

#include "typeset/text/patterns.h"

#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "typeset/text/pattern_trie.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <optional>
#include <span>

namespace halfstar {

namespace {

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

/// One level of a dictionary: patterns, and how many letters must stand before and behind where they part.
struct DictionaryLevel {
    explicit DictionaryLevel(std::size_t bytes) : trie(bytes) {}
    PatternTrie trie;
    std::size_t left = 0, right = 0;                   ///< at the ends of a word; 0: the file does not say
    std::size_t compound_left = 0, compound_right = 0; ///< at the joints of a compound
};

struct Patterns::Dictionary {
    std::string encoding;
    std::deque<DictionaryLevel> levels; ///< one, or the joints of compounds and what parts their members
    bool utf8() const { return encoding == "UTF-8"; }
    const DictionaryLevel& outer() const { return levels.front(); }
};

namespace {

constexpr std::uint64_t byte_limit = 16u << 20;
constexpr std::size_t line_limit = 98; ///< libhyphen passes over longer lines

/// A number behind the name of a setting; false when the line is another.
bool read_setting(std::string_view line, std::string_view name, std::size_t& value) {
    if (!line.starts_with(name)) return false;
    const std::string_view number = trim(line.substr(name.size()));
    std::from_chars(number.data(), number.data() + number.size(), value);
    return true;
}

/// A line of a dictionary. NOHYPHEN names signs, of which words have none here.
void read_line(std::string_view line, DictionaryLevel& level) {
    if (line.size() > line_limit || line.starts_with('%') || line.starts_with("NOHYPHEN")) return;
    if (line.front() >= 'C' && line.front() <= 'R')
        for (const auto& [name, value] : {std::pair{"LEFTHYPHENMIN", &level.left}, std::pair{"RIGHTHYPHENMIN", &level.right},
                                          std::pair{"COMPOUNDLEFTHYPHENMIN", &level.compound_left},
                                          std::pair{"COMPOUNDRIGHTHYPHENMIN", &level.compound_right}})
            if (read_setting(line, name, *value)) return;
    const auto end = std::find_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    level.trie.add(line.substr(0, static_cast<std::size_t>(end - line.begin())));
}

void read_levels(std::string_view lines, std::deque<DictionaryLevel>& levels) {
    levels.emplace_back(lines.size());
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.starts_with("NEXTLEVEL") && levels.size() == 1) levels.emplace_back(lines.size());
        else if (!line.empty()) read_line(line, levels.back());
    }
}

bool begins_letter(char byte, bool utf8) { return !utf8 || (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

std::size_t letters_in(std::string_view bytes, bool utf8) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [&](char c) { return begins_letter(c, utf8); }));
}

/// Takes marks away that leave too few letters on either side.
void keep_apart(std::string_view word, bool utf8, std::size_t left, std::size_t right, std::span<HyphenMark> marks) {
    const std::size_t letters = letters_in(word, utf8);
    std::size_t before = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (begins_letter(word[i], utf8)) ++before;
        if (before < left || letters - before < right) marks[i] = {};
    }
}

/// Marks of a word of which the outer level says where it is joined, and the inner one how its members are parted.
class Parting {
public:
    explicit Parting(const std::deque<DictionaryLevel>& levels, bool utf8) : levels_(levels), utf8_(utf8) {}

    /// `first` and `last` tell whether the part begins and ends the word.
    std::vector<HyphenMark> marks(std::string_view part, bool first, bool last) const {
        const DictionaryLevel& outer = levels_.front();
        std::vector<HyphenMark> marks = outer.trie.marks(part);
        if (levels_.size() == 1) return marks;
        const bool joined = std::any_of(marks.begin(), marks.end(), [](const HyphenMark& mark) { return mark.parts(); });
        if (joined) part_members(part, first, last, marks);
        else marks = levels_.back().trie.marks(part);
        keep_apart(part, utf8_, first ? 0 : outer.compound_left, last ? 0 : outer.compound_right, marks);
        return marks;
    }

private:
    /// Puts the marks of each member of a compound between those of the joints.
    void part_members(std::string_view compound, bool first, bool last, std::vector<HyphenMark>& marks) const {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < compound.size(); ++i) {
            const bool ends = i + 1 == compound.size();
            if (!marks[i].parts() && !ends) continue;
            if (i > begin) {
                const auto member = this->marks(compound.substr(begin, i + 1 - begin), first && begin == 0, last && ends);
                std::copy(member.begin(), member.end() - 1, marks.begin() + static_cast<std::ptrdiff_t>(begin));
            }
            begin = i + 1;
        }
    }

    const std::deque<DictionaryLevel>& levels_;
    bool utf8_;
};

} // namespace

Patterns::Patterns(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Patterns::~Patterns() = default;

std::unique_ptr<Patterns> Patterns::load(const std::string& path) {
    const Result<std::string> file = DiskReader().read(path, byte_limit);
    if (!file) return nullptr;
    auto dictionary = std::make_unique<Dictionary>();
    const std::size_t line = std::min(file->find('\n'), file->size());
    dictionary->encoding = trim(std::string_view(*file).substr(0, line));
    if (!dictionary->utf8() && dictionary->encoding != "ISO8859-1") return nullptr;
    read_levels(std::string_view(*file).substr(std::min(line + 1, file->size())), dictionary->levels);
    return std::unique_ptr<Patterns>(new Patterns(std::move(dictionary)));
}

std::vector<std::uint32_t> Patterns::points(std::u32string_view word) const {
    constexpr std::size_t left = 2, right = 2; // where the file does not say
    const bool utf8 = dictionary_->utf8();
    const std::optional<std::string> encoded = utf8 ? utf8::from_utf32(word) : latin_1(word);
    if (!encoded || encoded->empty() || encoded->size() > 1000) return {};
    const DictionaryLevel& outer = dictionary_->outer();
    std::vector<HyphenMark> marks = Parting(dictionary_->levels, utf8).marks(*encoded, true, true);
    keep_apart(*encoded, utf8, outer.left > 0 ? outer.left : left, outer.right > 0 ? outer.right : right, marks);
    std::vector<std::uint32_t> points;
    std::uint32_t letter = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (begins_letter((*encoded)[i], utf8)) ++letter;
        if (marks[i].parts() && !marks[i].respells) points.push_back(letter);
    }
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

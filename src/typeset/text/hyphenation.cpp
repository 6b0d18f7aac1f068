#include "typeset/text/hyphenation.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "typeset/text/patterns.h"
#include "typeset/text/syllables.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

namespace halfstar {

namespace {

constexpr std::string_view folder = "/usr/share/hyphen/";
constexpr std::uint32_t least_before = 2, least_behind = 3;

enum class Rule : std::uint8_t { none, patterns, turkish };

/// Words of which points are kept. Names and compounds are met once: when so many are known the memory begins anew.
constexpr std::size_t most_words = std::size_t{1} << 16;

/// Looks words up without a copy.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

/// How words of one language are parted.
struct Rules {
    explicit Rules(std::string_view tag) {
        if (parse_language(tag).language == "tr") {
            rule = Rule::turkish;
            return;
        }
        for (const std::string& file : pattern_files(tag)) {
            patterns = Patterns::load(std::string(folder) + file);
            if (patterns == nullptr) continue;
            rule = Rule::patterns;
            break;
        }
    }

    Rule rule = Rule::none;
    std::unique_ptr<Patterns> patterns;
};

/// Letters [begin, end) of a word between apostrophes.
struct Part {
    std::uint32_t begin = 0, end = 0;
};

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

/// Of a word nearly all are small letters of ASCII, of which Unicode need not be asked.
bool is_small_ascii(char32_t c) { return c >= U'a' && c <= U'z'; }

/// The parts of a word that may be looked up; none when it has digits, signs, or capitals within.
std::vector<Part> parts_of(std::u32string_view word) {
    std::vector<Part> parts;
    Part part;
    const auto end_part = [&](std::uint32_t at) {
        part.end = at;
        if (part.end > part.begin) parts.push_back(part);
        part.begin = at + 1;
    };
    for (std::uint32_t i = 0; i < word.size(); ++i) {
        if (is_small_ascii(word[i])) continue;
        const unicode::Category category = unicode::category(word[i]);
        const bool is_capital = category == unicode::Category::uppercase;
        if (is_apostrophe(word[i])) end_part(i);
        else if (!is_capital && category != unicode::Category::letter) return {};
        else if (is_capital && i > part.begin) return {};
    }
    end_part(static_cast<std::uint32_t>(word.size()));
    return parts;
}

/// Byte offset of each letter, and the length.
std::vector<std::uint32_t> offsets_of(std::string_view word) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t at = 0; at < word.size(); at += utf8::decode(word, at).length)
        offsets.push_back(static_cast<std::uint32_t>(at));
    offsets.push_back(static_cast<std::uint32_t>(word.size()));
    return offsets;
}

std::vector<std::uint32_t> letters_before(const Rules& rules, std::u32string_view lower) {
    switch (rules.rule) {
    case Rule::none: return {};
    case Rule::patterns: return rules.patterns->points(lower);
    case Rule::turkish: return turkish_syllables(lower);
    }
    return {};
}

/// Letters of ASCII, of which the first alone may be a capital that all languages write small in the same way (Turkic ones have two letters I).
bool is_plain(std::string_view word) {
    const bool is_capital = word.front() >= 'A' && word.front() <= 'Z' && word.front() != 'I';
    return std::all_of(word.begin() + (is_capital ? 1 : 0), word.end(), [](char c) { return is_small_ascii(static_cast<unsigned char>(c)); });
}

bool leaves_enough(std::uint32_t before, std::uint32_t length) { return before >= least_before && length - before >= least_behind; }

/// Of such a word letters are bytes.
std::vector<std::uint32_t> find_points_of_plain(const Rules& rules, std::string_view word) {
    std::u32string lower(word.begin(), word.end());
    lower.front() |= 0x20u;
    std::vector<std::uint32_t> points = letters_before(rules, lower);
    std::erase_if(points, [&](std::uint32_t before) { return !leaves_enough(before, static_cast<std::uint32_t>(word.size())); });
    return points;
}

std::vector<std::uint32_t> find_points(const Rules& rules, std::string_view tag, std::string_view word) {
    if (is_plain(word)) return find_points_of_plain(rules, word);
    std::vector<std::uint32_t> points;
    const std::u32string letters = utf8::to_utf32(word);
    const std::vector<std::uint32_t> offsets = offsets_of(word);
    if (offsets.size() != letters.size() + 1) return points;
    for (const Part& part : parts_of(letters)) {
        const std::uint32_t length = part.end - part.begin;
        if (length < least_before + least_behind) continue;
        const std::u32string lower = utf8::to_utf32(
            unicode::lower(word.substr(offsets[part.begin], offsets[part.end] - offsets[part.begin]), tag));
        if (lower.size() != length) continue; // a letter that is two in lower case
        for (const std::uint32_t before : letters_before(rules, lower))
            if (leaves_enough(before, length)) points.push_back(offsets[part.begin + before]);
    }
    return points;
}

/// One language: its rules, and the points of words that were asked for. Parted by the words' hashes, so that threads seldom wait for one another.
class Language {
public:
    explicit Language(std::string_view tag) : tag_(tag), rules_(tag) {}

    const std::string& tag() const { return tag_; }
    bool has_rules() const { return rules_.rule != Rule::none; }

    std::vector<std::uint32_t> points(std::string_view word) {
        Known& known = known_[WordHash()(word) % known_.size()];
        {
            const std::lock_guard lock(known.mutex);
            const auto found = known.words.find(word);
            if (found != known.words.end()) return found->second;
        }
        std::vector<std::uint32_t> points = find_points(rules_, tag_, word);
        const std::lock_guard lock(known.mutex);
        if (known.words.size() >= most_words / known_.size()) known.words.clear();
        known.words.emplace(word, points);
        return points;
    }

private:
    struct Known {
        std::mutex mutex;
        std::unordered_map<std::string, std::vector<std::uint32_t>, WordHash, std::equal_to<>> words;
    };

    const std::string tag_;
    const Rules rules_;
    std::array<Known, 16> known_;
};

} // namespace

struct Hyphenator::State {
    std::mutex mutex;
    std::map<std::string, Language, std::less<>> languages; ///< by the tag as asked for; they never move
    std::atomic<Language*> last{nullptr}; ///< that was asked for: most texts are in one

    Language& language(std::string_view tag) {
        Language* const known = last.load(std::memory_order_acquire);
        return known != nullptr && known->tag() == tag ? *known : *(last = &find(tag));
    }

    Language& find(std::string_view tag) {
        const std::lock_guard lock(mutex);
        const auto found = languages.find(tag);
        return found != languages.end() ? found->second : languages.try_emplace(std::string(tag), tag).first->second;
    }
};

Hyphenator::Hyphenator() : state_(std::make_unique<State>()) {}
Hyphenator::~Hyphenator() = default;

bool Hyphenator::has_patterns(std::string_view language) { return state_->language(language).has_rules(); }

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, std::string_view tag) {
    if (word.size() < least_before + least_behind) return {};
    Language& language = state_->language(tag);
    return language.has_rules() ? language.points(word) : std::vector<std::uint32_t>();
}

} // namespace halfstar

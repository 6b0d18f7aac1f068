#include "backends/pdf/codes.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <tuple>

namespace halfstar::pdf {
namespace {

/// Texts of up to seven bytes are their own number, with their length in the topmost byte; longer ones
/// are numbered, with 0xFF there.
constexpr std::size_t short_text = 7;
constexpr std::uint64_t long_mark = 0xFFull << 56;

std::uint64_t packed(std::string_view text) {
    std::uint64_t value = 0;
    for (const char c : text) {
        value = value << 8 | static_cast<unsigned char>(c);
    }
    return value | static_cast<std::uint64_t>(text.size()) << 56;
}

/// All codes, best first: those that a string must escape come last, and before them those that tools
/// for looking into files show badly.
std::array<std::uint8_t, 256> codes_by_preference() {
    std::array<std::uint8_t, 256> codes{};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::uint8_t>(i);
    }
    const auto awkwardness = [](std::uint8_t code) {
        if (code == '(' || code == ')' || code == '\\' || code == '\r') {
            return 3;
        }
        return code == 0 ? 2 : code <= ' ' ? 1 : 0;
    };
    std::stable_sort(codes.begin(), codes.end(), [&](std::uint8_t a, std::uint8_t b) {
        return awkwardness(a) < awkwardness(b);
    });
    return codes;
}

/// The code that a reader of the raw file would expect, if there is one.
std::optional<std::uint8_t> natural_code(std::string_view text) {
    const bool natural = text.size() == 1 && text[0] >= ' ' && text[0] < 0x7F && text[0] != '(' && text[0] != ')' &&
                         text[0] != '\\';
    return natural ? std::optional(static_cast<std::uint8_t>(text[0])) : std::nullopt;
}

/// Codes for up to 256 meanings, in their order.
std::vector<std::uint8_t> code_page(const std::vector<CodeMeaning>& meanings) {
    static const std::array<std::uint8_t, 256> preference = codes_by_preference();
    std::array<bool, 256> taken{};
    std::vector<std::optional<std::uint8_t>> natural(meanings.size());
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        const std::optional<std::uint8_t> code = natural_code(meanings[i].text);
        if (code && !taken[*code]) {
            natural[i] = code;
            taken[*code] = true;
        }
    }
    std::vector<std::uint8_t> codes;
    std::size_t next = 0;
    for (const std::optional<std::uint8_t>& code : natural) {
        if (code) {
            codes.push_back(*code);
            continue;
        }
        while (taken[preference[next]]) {
            ++next;
        }
        taken[preference[next]] = true;
        codes.push_back(preference[next]);
    }
    return codes;
}

} // namespace

struct FaceCodes::Ranked {
    Key key;
    std::uint64_t count = 0;
    std::string text;
};

FaceCodes::Key FaceCodes::key(std::uint32_t glyph, std::string_view text) const {
    if (text.size() <= short_text) {
        return {glyph, packed(text)};
    }
    const auto found = long_text_ids_.find(std::string(text));
    assert(found != long_text_ids_.end());
    return {glyph, found->second | long_mark};
}

void FaceCodes::count(std::uint32_t glyph, std::string_view text) {
    if (text.size() > short_text && long_text_ids_.try_emplace(std::string(text), long_texts_.size()).second) {
        long_texts_.emplace_back(text);
    }
    ++uses_[key(glyph, text)].count;
}

std::string FaceCodes::text_of(const Key& key) const {
    if ((key.text & long_mark) == long_mark) {
        return long_texts_[static_cast<std::size_t>(key.text & ~long_mark)];
    }
    std::string text;
    for (std::size_t left = static_cast<std::size_t>(key.text >> 56); left > 0; --left) {
        text += static_cast<char>(key.text >> (8 * (left - 1)) & 0xFF);
    }
    return text;
}

std::vector<FaceCodes::Ranked> FaceCodes::ranking() const {
    std::vector<Ranked> ranked;
    ranked.reserve(uses_.size());
    for (const auto& [key, use] : uses_) {
        ranked.push_back({key, use.count, text_of(key)});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::tie(b.count, a.key.glyph, a.text) < std::tie(a.count, b.key.glyph, b.text);
    });
    return ranked;
}

void FaceCodes::assign() {
    const std::vector<Ranked> ranked = ranking();
    fonts_.clear();
    for (std::size_t begin = 0; begin < ranked.size(); begin += 256) {
        const std::size_t end = std::min(ranked.size(), begin + 256);
        std::vector<CodeMeaning> meanings;
        for (std::size_t i = begin; i < end; ++i) {
            meanings.push_back({ranked[i].key.glyph, ranked[i].text});
        }
        const std::vector<std::uint8_t> codes = code_page(meanings);
        CodePage& page = fonts_.emplace_back();
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint8_t code = codes[i - begin];
            uses_[ranked[i].key].code = {static_cast<std::uint32_t>(begin / 256), code};
            page[code] = std::move(meanings[i - begin]);
        }
    }
}

GlyphCode FaceCodes::find(std::uint32_t glyph, std::string_view text) const {
    const auto found = uses_.find(key(glyph, text));
    assert(found != uses_.end());
    return found->second.code;
}

std::vector<std::uint32_t> FaceCodes::glyphs() const {
    std::vector<std::uint32_t> glyphs;
    for (const auto& [key, use] : uses_) {
        glyphs.push_back(key.glyph);
    }
    std::sort(glyphs.begin(), glyphs.end());
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    return glyphs;
}

} // namespace halfstar::pdf

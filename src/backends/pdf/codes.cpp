#include "backends/pdf/codes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <tuple>

namespace halfstar::pdf {
namespace {

/// Texts of up to seven bytes are their own number, with their length in the topmost byte; longer ones
/// are numbered, with 0xFF there.
constexpr std::size_t short_text = 7;
constexpr std::uint64_t long_mark = 0xFFull << 56;

/// With glyph 0 they fill a byte: mupdf loses the text of CIDs above what a code can say.
constexpr std::size_t one_byte_codes = 255;
constexpr std::size_t two_byte_codes = 65535;

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

/// Gives one-byte codes to up to 255 meanings, the first that asks for a natural code having it.
void give_codes(std::vector<CodeMeaning>& meanings) {
    const std::array<std::uint8_t, 256> preference = codes_by_preference();
    std::array<bool, 256> taken{};
    std::vector<bool> natural(meanings.size(), false);
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        const std::optional<std::uint8_t> code = natural_code(meanings[i].text);
        if (code && !taken[*code]) {
            meanings[i].code = *code;
            natural[i] = taken[*code] = true;
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        if (!natural[i]) {
            while (taken[preference[next]]) {
                ++next;
            }
            meanings[i].code = preference[next];
            taken[preference[next]] = true;
        }
    }
}

/// Two-byte codes in the order of glyphs, so that the code's table has long ranges.
void give_wide_codes(std::vector<CodeMeaning>& meanings) {
    std::sort(meanings.begin(), meanings.end(), [](const CodeMeaning& a, const CodeMeaning& b) {
        return std::tie(a.glyph, a.text) < std::tie(b.glyph, b.text);
    });
    std::uint16_t code = 0;
    for (CodeMeaning& meaning : meanings) {
        meaning.code = ++code;
    }
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

void FaceCodes::count(std::uint32_t glyph, std::string_view text) { count(glyph, text, 1); }

void FaceCodes::add(const FaceCodes& others) {
    for (const auto& [key, use] : others.uses_) {
        count(key.glyph, others.text_of(key), use.count);
    }
}

void FaceCodes::count(std::uint32_t glyph, std::string_view text, std::uint64_t times) {
    if (text.size() > short_text && long_text_ids_.try_emplace(std::string(text), long_texts_.size()).second) {
        long_texts_.emplace_back(text);
    }
    uses_[key(glyph, text)].count += times;
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

void FaceCodes::add_font(std::vector<Ranked>& ranked, std::size_t begin, std::size_t end, std::uint8_t bytes) {
    CodeSet font;
    font.bytes = bytes;
    for (std::size_t i = begin; i < end; ++i) {
        font.meanings.push_back({0, ranked[i].key.glyph, std::move(ranked[i].text)});
    }
    if (bytes == 1) {
        give_codes(font.meanings);
    } else {
        give_wide_codes(font.meanings);
    }
    const auto index = static_cast<std::uint32_t>(fonts_.size());
    for (const CodeMeaning& meaning : font.meanings) {
        uses_[key(meaning.glyph, meaning.text)].code = {index, meaning.code, bytes};
    }
    std::sort(font.meanings.begin(), font.meanings.end(), [](const CodeMeaning& a, const CodeMeaning& b) {
        return a.code < b.code;
    });
    fonts_.push_back(std::move(font));
}

/// Whether the first 255 are nine tenths of all uses or more.
bool FaceCodes::first_suffice(const std::vector<Ranked>& ranked) {
    std::uint64_t all = 0, first = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        all += ranked[i].count;
        first += i < one_byte_codes ? ranked[i].count : 0;
    }
    return first * 10 >= all * 9;
}

void FaceCodes::assign(Coding coding) {
    std::vector<Ranked> ranked = ranking();
    fonts_.clear();
    if (coding == Coding::compact && !first_suffice(ranked)) {
        coding = Coding::wide;
    }
    for (std::size_t begin = 0; begin < ranked.size();) {
        const std::size_t left = ranked.size() - begin;
        const bool one_byte =
            coding == Coding::simple || (coding == Coding::compact && (begin == 0 || left <= one_byte_codes));
        const std::size_t end = begin + std::min(left, one_byte ? one_byte_codes : two_byte_codes);
        add_font(ranked, begin, end, one_byte ? 1 : 2);
        begin = end;
    }
}

GlyphCode FaceCodes::find(std::uint32_t glyph, std::string_view text) const {
    const auto found = uses_.find(key(glyph, text));
    assert(found != uses_.end());
    return found->second.code;
}

std::vector<std::uint32_t> CodeSet::glyphs() const {
    std::vector<std::uint32_t> glyphs;
    for (const CodeMeaning& meaning : meanings) {
        glyphs.push_back(meaning.glyph);
    }
    std::sort(glyphs.begin(), glyphs.end());
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    return glyphs;
}

} // namespace halfstar::pdf

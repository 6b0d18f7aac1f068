#include "backends/pdf/codes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <optional>
#include <tuple>

namespace halfstar::pdf {
namespace {

/// Texts of up to seven bytes are their own number, with their length in the topmost byte; longer ones
/// are numbered from 1, with 0xFF there.
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

/// What strings must escape is the most awkward, and before it what tools for looking into files show badly.
constexpr int awkwardness(std::size_t code) {
    if (code == '(' || code == ')' || code == '\\' || code == '\r') {
        return 3;
    }
    return code == 0 ? 2 : code <= ' ' ? 1 : 0;
}

/// All codes, the least awkward first.
constexpr std::array<std::uint8_t, 256> codes_by_preference() {
    std::array<std::uint8_t, 256> codes{};
    std::size_t place = 0;
    for (int awkward = 0; awkward <= 3; ++awkward) {
        for (std::size_t code = 0; code < codes.size(); ++code) {
            if (awkwardness(code) == awkward) {
                codes[place++] = static_cast<std::uint8_t>(code);
            }
        }
    }
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
    constexpr std::array<std::uint8_t, 256> preference = codes_by_preference();
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

std::uint32_t FaceUses::add(const Key& key, std::string_view text) {
    const auto [place, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(uses_.size()));
    if (is_new) {
        uses_.push_back({key.glyph, 0, std::string(text)});
    }
    return place->second;
}

std::uint32_t FaceUses::count(std::uint32_t glyph, std::string_view text, std::uint64_t times) {
    if (recent_.empty()) {
        recent_.resize(recents, {{0, long_mark}, 0});
    }
    Key key{glyph, text.size() <= short_text ? packed(text) : long_mark};
    Recent& recent = recent_[glyph % recents];
    if (text.size() > short_text) {
        key.text |= long_texts_.try_emplace(std::string(text), long_texts_.size() + 1).first->second;
    }
    if (recent.key != key) {
        recent = {key, add(key, text)};
    }
    uses_[recent.number].count += times;
    return recent.number;
}

std::uint32_t FaceUses::number(std::uint32_t glyph, std::string_view text) const {
    const auto found =
        numbers_.find({glyph, text.size() <= short_text ? packed(text) : long_mark | long_texts_.at(std::string(text))});
    assert(found != numbers_.end());
    return found->second;
}

void FaceCodes::add(const std::vector<FaceUses::Use>& uses) {
    for (const FaceUses::Use& use : uses) {
        uses_.count(use.glyph, use.text, use.count);
    }
}

/// The most frequent first.
FaceCodes::Ranking FaceCodes::ranking() const {
    Ranking ranking(uses_.all().size());
    std::iota(ranking.begin(), ranking.end(), 0u);
    std::sort(ranking.begin(), ranking.end(), [&](std::uint32_t a, std::uint32_t b) {
        const FaceUses::Use &one = uses_.all()[a], &other = uses_.all()[b];
        return std::tie(other.count, one.glyph, one.text) < std::tie(one.count, other.glyph, other.text);
    });
    return ranking;
}

void FaceCodes::add_font(const Ranking& ranking, std::size_t begin, std::size_t end, std::uint8_t bytes) {
    CodeSet font;
    font.bytes = bytes;
    for (std::size_t i = begin; i < end; ++i) {
        const FaceUses::Use& use = uses_.all()[ranking[i]];
        font.meanings.push_back({0, use.glyph, use.text});
    }
    if (bytes == 1) {
        give_codes(font.meanings);
    } else {
        give_wide_codes(font.meanings);
    }
    const auto index = static_cast<std::uint32_t>(fonts_.size());
    for (const CodeMeaning& meaning : font.meanings) {
        codes_[uses_.number(meaning.glyph, meaning.text)] = {index, meaning.code, bytes};
    }
    std::sort(font.meanings.begin(), font.meanings.end(), [](const CodeMeaning& a, const CodeMeaning& b) {
        return a.code < b.code;
    });
    fonts_.push_back(std::move(font));
}

/// Whether the first 255 are nine tenths of all uses or more.
bool FaceCodes::first_suffice(const Ranking& ranking) const {
    std::uint64_t all = 0, first = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        const std::uint64_t count = uses_.all()[ranking[i]].count;
        all += count;
        first += i < one_byte_codes ? count : 0;
    }
    return first * 10 >= all * 9;
}

void FaceCodes::assign(Coding coding) {
    const Ranking ranked = ranking();
    fonts_.clear();
    codes_.assign(ranked.size(), {});
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

#include "foundation/base/utf8.h"
#include "foundation/unicode/icu.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <memory>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

namespace halfstar::unicode {
namespace {

struct BidiCloser {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Whether every character is one that cannot turn a left-to-right line: most texts are all of these.
bool is_plainly_left_to_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        // Before Hebrew there is nothing strong to the right; of the general punctuation only marks of
        // direction (U+200E to U+200F, U+202A to U+202E, U+2066 to U+2069) matter.
        const bool plain = d.code_point < 0x590 || (d.code_point >= 0x2010 && d.code_point <= 0x2027);
        if (!plain) return false;
        at += d.length;
    }
    return true;
}

} // namespace

std::vector<LevelRun> bidi_levels(std::string_view text, std::uint8_t base_level) {
    if (text.empty()) return {};
    const auto size = static_cast<std::uint32_t>(text.size());
    if (base_level == 0 && is_plainly_left_to_right(text)) return {{0, size, 0}};
    const Utf16 wide = to_utf16(text);
    thread_local const std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), wide.units.data(), wide.size(), base_level == 0 ? 0 : 1, nullptr, &status);
    if (U_FAILURE(status)) return {{0, size, base_level}};
    std::vector<LevelRun> runs;
    for (std::int32_t at = 0; at < wide.size();) {
        std::int32_t end = at;
        UBiDiLevel level = 0;
        ubidi_getLogicalRun(bidi.get(), at, &end, &level);
        end = std::max(end, at + 1);
        const std::uint32_t from = wide.offsets[static_cast<std::size_t>(at)];
        const std::uint32_t to = wide.offsets[static_cast<std::size_t>(end)];
        if (!runs.empty() && runs.back().level == level)
            runs.back().end = to;
        else
            runs.push_back({from, to, level});
        at = end;
    }
    return runs;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
    if (levels.empty()) return {};
    std::vector<UBiDiLevel> bounded(levels.size());
    std::transform(levels.begin(), levels.end(), bounded.begin(), [](std::uint8_t level) {
        return static_cast<UBiDiLevel>(std::min<int>(level, UBIDI_MAX_EXPLICIT_LEVEL + 1));
    });
    std::vector<std::int32_t> map(levels.size());
    ubidi_reorderVisual(bounded.data(), static_cast<std::int32_t>(bounded.size()), map.data());
    return {map.begin(), map.end()};
}

std::uint8_t first_strong_level(std::string_view text) {
    int isolates = 0; // rule P2: what an isolate holds does not count
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        switch (u_charDirection(static_cast<UChar32>(d.code_point))) {
        case U_LEFT_TO_RIGHT:
            if (isolates == 0) return 0;
            break;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            if (isolates == 0) return 1;
            break;
        case U_LEFT_TO_RIGHT_ISOLATE:
        case U_RIGHT_TO_LEFT_ISOLATE:
        case U_FIRST_STRONG_ISOLATE: ++isolates; break;
        case U_POP_DIRECTIONAL_ISOLATE: isolates = std::max(0, isolates - 1); break;
        default: break;
        }
    }
    return 0;
}

} // namespace halfstar::unicode

#include "typeset/layout/text_levels.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <string>
#include <string_view>

namespace halfstar::layout {

namespace {

/// Whether every character is one that a text written left to right leaves on its own level: none before U+0590 turns a
/// text round, nor do spaces and punctuation but for the marks of direction. Others are left to the algorithm.
bool runs_left_to_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0xD6) continue; // the others are the first bytes of characters from U+0580 on
        if (byte != 0xE2 || at + 2 >= text.size()) return false;
        const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
        const bool marks = (second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xAA)) || second == 0x81;
        if (marks) return false;
        at += 2;
    }
    return true;
}

} // namespace

std::vector<std::uint8_t> levels_of(const RichText& rich) {
    if (rich.level == 0 && rich.isolates.empty() && runs_left_to_right(rich.text)) return std::vector<std::uint8_t>(rich.text.size(), 0);
    std::string shadow;
    std::vector<std::uint32_t> origin; // byte of the shadow to byte of the text
    const auto mark = [&](char32_t code_point, std::uint32_t at) {
        utf8::append(shadow, code_point);
        origin.resize(shadow.size(), at);
    };
    const auto mark_isolates = [&](std::uint32_t at) {
        for (const Isolate& isolate : rich.isolates)
            if (isolate.end == at && isolate.begin < at) mark(0x2069, at);
        for (const Isolate& isolate : rich.isolates)
            if (isolate.begin == at && isolate.end > at)
                mark(isolate.direction == Direction::right_to_left ? 0x2067 : 0x2066, at);
    };
    for (std::uint32_t at = 0; at <= rich.text.size(); ++at) {
        mark_isolates(at);
        if (at == rich.text.size()) break;
        // A line end inside a paragraph must not end the paragraph for the bidi algorithm.
        shadow += rich.text[at] == '\n' ? ' ' : rich.text[at];
        origin.push_back(at);
    }
    std::vector<std::uint8_t> levels(rich.text.size(), rich.level);
    for (const unicode::LevelRun& run : unicode::bidi_levels(shadow, rich.level))
        for (std::uint32_t at = run.begin; at < run.end && at < origin.size(); ++at)
            if (origin[at] < levels.size()) levels[origin[at]] = run.level;
    return levels;
}

} // namespace halfstar::layout

// Most of a text is plain words, one space apart: letters, an apostrophe between them, quotation marks and stops about
// them. A line may end at the space between two plain words and nowhere in them (UAX 14, LB13, LB15, LB18, LB19, LB28), so
// nothing needs to be asked there, and what lies between two such spaces can be asked about on its own.
#include "typeset/text/line_text.h"

namespace halfstar {

namespace {

/// The bytes between two spaces.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
    bool plain = false;
};

/// Length of the letter at a place: ASCII and Latin of U+00C0 to U+017F, which all are of class AL; 0 for anything else.
std::size_t letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return 1;
    if (byte < 0xC3 || byte > 0xC5 || at + 1 == text.size()) return 0;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    const bool sign = byte == 0xC3 && (next == 0x97 || next == 0xB7); // times, divided by
    return next < 0x80 || sign ? 0 : 2;
}

/// Length of the quotation mark at a place, if it is one of U+2018 to U+201D whose last byte is one of those given.
std::size_t mark_at(std::string_view text, std::size_t at, std::string_view last_bytes) {
    const bool is_mark = at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80';
    return is_mark && last_bytes.find(text[at + 2]) != std::string_view::npos ? 3 : 0;
}

constexpr std::string_view opening = "\x98\x9C", closing = "\x99\x9D", apostrophe = "\x99";

std::size_t stop_at(std::string_view text, std::size_t at) {
    if (at < text.size() && std::string_view(",.;:!?").find(text[at]) != std::string_view::npos) return 1;
    return mark_at(text, at, closing);
}

bool is_plain(std::string_view word) {
    std::size_t at = mark_at(word, 0, opening);
    const std::size_t first = at;
    while (const std::size_t length = letter_at(word, at)) {
        at += length;
        const std::size_t joint = mark_at(word, at, apostrophe);
        if (joint != 0 && letter_at(word, at + joint) != 0) at += joint;
    }
    if (at == first) return false;
    while (const std::size_t length = stop_at(word, at)) at += length;
    return at == word.size();
}

std::vector<Stretch> stretches_of(std::string_view text) {
    std::vector<Stretch> stretches;
    stretches.reserve(text.size() / 4 + 1);
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = text.find(' ', begin);
        if (end == std::string_view::npos) end = text.size();
        stretches.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                             is_plain(text.substr(begin, end - begin))});
        begin = end + 1;
    }
    return stretches;
}

/// Japanese, Chinese and Korean lines may end by phrases, for which the text is looked at as a whole.
bool has_phrases(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    return primary == "ja" || primary == "zh" || primary == "ko";
}

} // namespace

std::vector<Segment> segment(std::string_view text, std::string_view language) {
    if (has_phrases(language)) return segment_by_rules(text, language);
    const std::vector<Stretch> stretches = stretches_of(text);
    std::vector<Segment> segments;
    segments.reserve(stretches.size() * 2);
    for (std::size_t i = 0; i < stretches.size();) {
        std::size_t next = i + 1;
        while (next < stretches.size() && !(stretches[next - 1].plain && stretches[next].plain)) ++next;
        const bool goes_on = next < stretches.size();
        const std::uint32_t begin = stretches[i].begin, end = stretches[next - 1].end;
        if (next == i + 1 && stretches[i].plain) {
            segments.push_back({begin, end, SegmentKind::word, BreakAfter::none});
            if (goes_on) segments.push_back({end, end + 1, SegmentKind::space, BreakAfter::none});
        } else {
            for (Segment part : segment_by_rules(text.substr(begin, end + (goes_on ? 1 : 0) - begin), language)) {
                part.begin += begin;
                part.end += begin;
                segments.push_back(part);
            }
        }
        if (goes_on) segments.back().break_after = BreakAfter::allowed;
        i = next;
    }
    return segments;
}

} // namespace halfstar

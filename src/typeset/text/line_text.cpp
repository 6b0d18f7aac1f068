#include "typeset/text/line_text.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <string>

namespace halfstar {

namespace {

constexpr char32_t soft_hyphen = 0x00AD, no_break_space = 0x00A0, zero_width_space = 0x200B;
constexpr char32_t written_hyphen = 0x2010, en_dash = 0x2013, em_dash = 0x2014;

bool is_line_end(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t'; }

bool is_letter(char32_t c) {
    switch (unicode::category(c)) {
    case unicode::Category::letter:
    case unicode::Category::uppercase:
    case unicode::Category::mark: return true;
    case unicode::Category::digit:
    case unicode::Category::punctuation:
    case unicode::Category::symbol:
    case unicode::Category::space:
    case unicode::Category::emoji:
    case unicode::Category::other: return false;
    }
    return false;
}

/// A text as characters, each with the break that may follow it.
struct Character {
    char32_t code_point = 0;
    std::uint32_t begin = 0, end = 0;
    BreakAfter after = BreakAfter::none;
};
using Characters = std::vector<Character>;

/// Characters [begin, end) without any space between.
struct Token {
    std::size_t begin = 0, end = 0;
};

Characters characters_of(std::string_view text, std::string_view language) {
    Characters characters;
    const std::vector<unicode::BreakOpportunity> breaks = unicode::break_opportunities(text, language);
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        Character c;
        c.code_point = decoded.code_point;
        c.begin = static_cast<std::uint32_t>(at);
        at += decoded.length;
        c.end = static_cast<std::uint32_t>(at);
        while (next < breaks.size() && breaks[next].offset < c.end) ++next;
        if (next < breaks.size() && breaks[next].offset == c.end)
            c.after = breaks[next].kind == unicode::BreakKind::mandatory ? BreakAfter::mandatory : BreakAfter::allowed;
        characters.push_back(c);
    }
    return characters;
}

bool parts_tokens(char32_t c) { return is_space(c) || is_line_end(c) || c == no_break_space || c == zero_width_space; }

void set_break(Character& character, BreakAfter after) {
    if (character.after != BreakAfter::mandatory) character.after = after;
}

// ---- addresses ----------------------------------------------------------------------------------

bool joins_address(char32_t c) {
    return c < 0x80 && std::string_view("/.-_?&=#:@~+").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string ascii_of(const Characters& characters, Token token) {
    std::string result;
    for (std::size_t i = token.begin; i < token.end; ++i) {
        const char32_t c = characters[i].code_point;
        result += c < 0x80 ? static_cast<char>(c) : 'x';
    }
    return result;
}

bool is_address(const Characters& characters, Token token) {
    const std::string text = ascii_of(characters, token);
    const std::size_t start = text.find_first_not_of("(<[\"'");
    if (start == std::string::npos) return false;
    if (text.find("://") != std::string::npos || text.compare(start, 4, "www.") == 0) return true;
    const std::size_t dot = text.find('.', start);
    if (dot == std::string::npos || dot + 2 >= text.size()) return false;
    const std::size_t slash = text.find('/', start), at = text.find('@', start);
    const bool named = dot > start && ((text[dot + 1] | 32) >= 'a' && (text[dot + 1] | 32) <= 'z');
    if (named && slash != std::string::npos && slash > dot) return true;
    return at != std::string::npos && at > start && text.find('.', at) != std::string::npos;
}

void part_address(Characters& characters, Token token) {
    for (std::size_t i = token.begin; i < token.end; ++i) {
        const bool after_joint = joins_address(characters[i].code_point);
        const bool before_joint = i + 1 < token.end && joins_address(characters[i + 1].code_point);
        const bool enough = i >= token.begin + 1 && i + 2 < token.end;
        if (after_joint && !before_joint && enough) set_break(characters[i], BreakAfter::allowed);
        else if (i + 1 < token.end) set_break(characters[i], BreakAfter::none);
    }
}

// ---- dashes, hyphens, slashes -------------------------------------------------------------------

std::size_t letters_before(const Characters& characters, Token token, std::size_t at) {
    std::size_t count = 0;
    while (at > token.begin && is_letter(characters[at - 1].code_point)) --at, ++count;
    return count;
}

std::size_t letters_behind(const Characters& characters, Token token, std::size_t at) {
    std::size_t count = 0;
    while (++at < token.end && is_letter(characters[at].code_point)) ++count;
    return count;
}

// No line starts with a dash. Breaks before the token are those of the space before it.
void tend_dash(Characters& characters, Token token, std::size_t at) {
    const bool opens = at == token.begin, closes = at + 1 == token.end;
    if (!opens) set_break(characters[at - 1], BreakAfter::none);
    if (opens && closes && at > 0 && is_space(characters[at - 1].code_point))
        set_break(characters[at - 1], BreakAfter::none);
    if (opens && !closes) set_break(characters[at], BreakAfter::none);
    const bool followed = !closes && is_letter(characters[at + 1].code_point);
    if (!opens && followed) set_break(characters[at], BreakAfter::allowed);
}

void tend_token(Characters& characters, Token token) {
    if (is_address(characters, token)) return part_address(characters, token);
    for (std::size_t i = token.begin; i < token.end; ++i) {
        const char32_t c = characters[i].code_point;
        const bool last = i + 1 == token.end;
        if (c == em_dash || (c == en_dash && last && i == token.begin)) tend_dash(characters, token, i);
        if (last || characters[i].after != BreakAfter::allowed) continue;
        const bool hyphen = c == '-' || c == written_hyphen;
        if (hyphen && (i - token.begin < 2 || token.end - i - 1 < 3)) characters[i].after = BreakAfter::none;
        const bool words = letters_before(characters, token, i) >= 3 && letters_behind(characters, token, i) >= 3;
        if (c == '/' && !words) characters[i].after = BreakAfter::none;
    }
}

void tend_tokens(Characters& characters) {
    for (std::size_t at = 0; at < characters.size();) {
        Token token{at, at};
        while (token.end < characters.size() && !parts_tokens(characters[token.end].code_point)) ++token.end;
        if (token.end > token.begin) tend_token(characters, token);
        at = token.end + 1;
    }
}

// ---- segments -----------------------------------------------------------------------------------

class Segmenter {
public:
    explicit Segmenter(const Characters& characters) : characters_(characters) {}

    std::vector<Segment> run() {
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            const char32_t c = characters_[i].code_point;
            if (is_line_end(c)) line_end(i);
            else if (c == soft_hyphen) hyphen(i);
            else if (c == zero_width_space) zero_width();
            else if (c == no_break_space) add(i, SegmentKind::space, Joining::apart);
            else if (is_space(c)) add(i, SegmentKind::space, open_ ? Joining::joined : Joining::apart);
            else add(i, SegmentKind::word, open_ ? Joining::joined : Joining::apart);
        }
        if (!segments_.empty() && segments_.back().break_after != BreakAfter::mandatory)
            segments_.back().break_after = BreakAfter::none;
        return std::move(segments_);
    }

private:
    enum class Joining : std::uint8_t { apart, joined };

    void add(std::size_t i, SegmentKind kind, Joining joining) {
        const Character& c = characters_[i];
        const bool fixed = c.code_point == no_break_space;
        if (joining == Joining::apart || segments_.back().kind != kind)
            segments_.push_back({c.begin, c.end, kind, BreakAfter::none});
        segments_.back().end = c.end;
        segments_.back().break_after = fixed ? BreakAfter::none : c.after;
        open_ = !fixed && (c.after == BreakAfter::none || kind == SegmentKind::space);
    }

    // CR LF is one line end
    void line_end(std::size_t i) {
        const Character& c = characters_[i];
        if (c.code_point == '\r' && i + 1 < characters_.size() && characters_[i + 1].code_point == '\n') return;
        if (segments_.empty() || segments_.back().break_after == BreakAfter::mandatory)
            segments_.push_back({c.begin, c.begin, SegmentKind::word, BreakAfter::none});
        segments_.back().break_after = BreakAfter::mandatory;
        open_ = false;
    }

    void hyphen(std::size_t i) {
        const bool behind_word = !segments_.empty() && segments_.back().kind == SegmentKind::word && open_;
        open_ = false;
        if (!behind_word || i + 1 == characters_.size()) return;
        const char32_t next = characters_[i + 1].code_point;
        if (!parts_tokens(next)) segments_.back().break_after = BreakAfter::hyphen;
    }

    void zero_width() {
        if (!segments_.empty() && segments_.back().break_after == BreakAfter::none)
            segments_.back().break_after = BreakAfter::allowed;
        open_ = false;
    }

    const Characters& characters_;
    std::vector<Segment> segments_;
    bool open_ = false; ///< the next character may join the last segment
};

} // namespace

std::vector<Segment> segment_by_rules(std::string_view text, std::string_view language) {
    Characters characters = characters_of(text, language);
    tend_tokens(characters);
    return Segmenter(characters).run();
}

} // namespace halfstar

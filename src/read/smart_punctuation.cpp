#include "read/smart_punctuation.h"

#include "document/parts.h"
#include "foundation/base/first_byte.h"
#include "foundation/unicode/text.h"
#include "read/character_flow.h"

#include <algorithm>
#include <array>
#include <vector>

namespace halfstar::reading {

namespace {

bool is_space(char32_t c) {
    return c == 0 || c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0 || c == 0x202F || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B);
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_punctuation(char32_t c) {
    if (c < 0x80) return c > 0x20 && c < 0x7F && !is_digit(c) && !((c | 0x20u) >= U'a' && (c | 0x20u) <= U'z');
    const auto kind = unicode::category(c);
    return kind == unicode::Category::punctuation;
}

/// What a typewriter's quotation mark may do where it stands.
struct Flanks {
    bool can_open = false, can_close = false;
};

bool is_french(std::string_view language) { return language == "fr" || language.starts_with("fr-"); }

class Smartener {
public:
    explicit Smartener(CharacterFlow& flow) : flow_(flow), characters_(flow.characters()) {
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            const char32_t c = characters_[i];
            if (c > U'.' || c == U' ') continue; // letters are all behind
            if (c == U'\'' || c == U'"') quotes_.push_back(i);
            else if (c == U'-' || c == U'.') runs_.push_back(i);
        }
    }

    void set() {
        dashes_and_dots();
        primes();
        apostrophes();
        quotations();
        spaces();
    }

private:
    char32_t at(std::size_t i) const { return i < characters_.size() ? characters_[i] : 0; }
    char32_t before(std::size_t i) const { return i > 0 ? characters_[i - 1] : 0; }
    bool is_free(std::size_t i, char32_t c) const { return at(i) == c && flow_.is_free(i); }
    void put(std::size_t i, std::u32string_view marks) { flow_.put(i, marks); }
    std::string_view language_of(std::size_t i) const { return flow_.language(i); }

    std::size_t run_length(std::size_t i, char32_t c) const {
        std::size_t n = 0;
        while (is_free(i + n, c))
            ++n;
        return n;
    }

    void dashes_and_dots() {
        std::size_t end = 0;
        for (const std::size_t i : runs_) {
            if (i < end) continue;
            const std::size_t dashes = run_length(i, U'-');
            const std::size_t dots = run_length(i, U'.');
            if (dashes >= 2) dash_run(i, dashes);
            for (std::size_t k = 0; k + 3 <= dots; k += 3) {
                put(i + k, U"…");
                put(i + k + 1, U"");
                put(i + k + 2, U"");
            }
            end = i + std::max(dashes, dots);
        }
    }

    /// Three hyphens are an em dash and two an en dash; longer runs are made of one kind if that comes out.
    void dash_run(std::size_t begin, std::size_t length) {
        std::size_t em = 0, en = 0;
        if (length % 3 == 0)
            em = length / 3;
        else if (length % 2 == 0)
            en = length / 2;
        else if (length % 3 == 2)
            em = (length - 2) / 3, en = 1;
        else
            em = (length - 4) / 3, en = 2;
        for (std::size_t k = 0; k < length; ++k)
            put(begin + k, k < em ? U"—" : k < em + en ? U"–" : U"");
    }

    /// 6'2" in feet and inches; 12" when no quotation is open.
    void primes() {
        bool open = false;
        for (const std::size_t i : quotes_) {
            if (is_free(i, U'\'') && is_digit(before(i)) && is_digit(at(i + 1))) {
                std::size_t k = i + 1;
                while (is_digit(at(k)) || at(k) == U'½')
                    ++k;
                if (!is_free(k, U'"')) continue;
                put(i, U"′");
                put(k, U"″");
            } else if (is_free(i, U'"')) {
                if (!open && is_digit(before(i)) && !has_mark_behind(i))
                    put(i, U"″");
                else
                    open = !open;
            }
        }
    }
    /// Whether another double mark follows, so that this one may open a quotation.
    bool has_mark_behind(std::size_t i) const {
        return !is_space(at(i + 1)) && !is_punctuation(at(i + 1)) && at(i + 1) != 0;
    }

    /// Words and years that begin with an apostrophe, which else would open a quotation.
    void apostrophes() {
        for (const std::size_t i : quotes_) {
            if (!is_free(i, U'\'') || is_letter_or_digit(before(i))) continue;
            if (is_decade(i) || begins_clipped_word(i)) put(i, U"’");
        }
    }
    static bool is_letter_or_digit(char32_t c) {
        if (c < 0x80) return is_digit(c) || ((c | 0x20u) >= U'a' && (c | 0x20u) <= U'z');
        const auto kind = unicode::category(c);
        return kind == unicode::Category::letter || kind == unicode::Category::uppercase ||
               kind == unicode::Category::digit;
    }
    /// '70s, '68.
    bool is_decade(std::size_t i) const {
        if (!is_digit(at(i + 1)) || !is_digit(at(i + 2))) return false;
        const std::size_t end = at(i + 3) == U's' ? i + 4 : i + 3;
        return !is_letter_or_digit(at(end)) && at(end) != U'\'';
    }
    /// 'tis, 'em, rock 'n' roll.
    bool begins_clipped_word(std::size_t i) {
        static constexpr std::array<std::u32string_view, 9> words = {U"tis", U"twas",  U"twere", U"twill", U"em",
                                                                     U"til", U"cause", U"bout",  U"n"};
        if (!language_of(i).empty() && !language_of(i).starts_with("en")) return false;
        for (const std::u32string_view word : words) {
            bool same = true;
            for (std::size_t k = 0; k < word.size() && same; ++k)
                same = (at(i + 1 + k) | 0x20u) == word[k];
            const std::size_t end = i + 1 + word.size();
            if (!same || is_letter_or_digit(at(end))) continue;
            if (word != U"n") return at(end) != U'\'' || is_letter_or_digit(at(end + 1));
            if (is_free(end, U'\'')) put(end, U"’");
            return true;
        }
        return false;
    }

    /// Pairs a closing mark with the nearest opening one of its kind; what finds no partner is an apostrophe, or
    /// opens a quotation that goes on in the next paragraph.
    void quotations() {
        std::vector<std::size_t> doubles, singles;
        for (const std::size_t i : quotes_) {
            const bool outer = is_free(i, U'"');
            if (!outer && !is_free(i, U'\'')) continue;
            const Flanks flanks = flanks_of(i);
            auto& open = outer ? doubles : singles;
            if (flanks.can_close && !open.empty()) {
                set_pair(open.back(), i);
                // An inner mark finds no partner beyond the quotation that it stands in.
                while (outer && !singles.empty() && singles.back() > open.back()) {
                    put(singles.back(), U"’");
                    singles.pop_back();
                }
                open.pop_back();
            } else if (flanks.can_open) {
                open.push_back(i);
            } else {
                put(i, !outer ? U"’" : flanks.can_close ? marks_of(i).close : marks_of(i).open);
            }
        }
        for (const std::size_t i : doubles)
            put(i, marks_of(i).open);
        for (const std::size_t i : singles)
            put(i, U"’");
    }

    /// By its neighbours, as delimiter runs are judged (CommonMark 0.30, 6.2). A single mark between letters is
    /// an apostrophe and does neither.
    Flanks flanks_of(std::size_t i) const {
        const char32_t left = before(i), right = at(i + 1);
        if (at(i) == U'\'' && is_letter_or_digit(left) && is_letter_or_digit(right)) return {};
        const bool left_flanking =
            !is_space(right) && (!is_punctuation(right) || is_space(left) || is_punctuation(left));
        const bool right_flanking =
            !is_space(left) && (!is_punctuation(left) || is_space(right) || is_punctuation(right));
        const bool after_bracket = left == U'(' || left == U'[';
        return {left_flanking && (!right_flanking || after_bracket) && left != U']' && left != U')',
                right_flanking && !after_bracket};
    }

    const QuotationMarks& marks_of(std::size_t i) const { return quotation_marks(language_of(i)); }

    void set_pair(std::size_t open, std::size_t close) {
        const bool outer = at(open) == U'"';
        put(open, outer ? marks_of(open).open : marks_of(open).inner_open);
        put(close, outer ? marks_of(open).close : marks_of(open).inner_close);
    }

    /// French sets a narrow space before its high marks; where the author left a space, it becomes that one.
    void spaces() {
        if (!flow_.speaks("fr")) return;
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            if (!is_free(i, U' ') || !is_french(language_of(i))) continue;
            const char32_t next = at(i + 1);
            if (next == U'!' || next == U'?' || next == U';' || next == U'»' || before(i) == U'«')
                put(i, U"\u202F");
            else if (next == U':')
                put(i, U"\u00A0");
        }
    }

    CharacterFlow& flow_;
    const std::u32string_view characters_;
    std::vector<std::size_t> quotes_; ///< where a typewriter's quotation marks stand
    std::vector<std::size_t> runs_;   ///< where hyphens and full stops stand
};

/// Whether anything in it may be set otherwise: a quotation mark, or hyphens or full stops side by side. The first of a text may go on
/// what the text before it ends in.
bool has_marks(std::string_view text) {
    const auto mark = [](auto c) { return (c == '"') | (c == '\'') | (c == '-') | (c == '.'); };
    for (std::size_t at = 0; (at = first_byte(text, at, mark)) < text.size(); ++at)
        if (at == 0 || text[at] == '"' || text[at] == '\'' || text[at] == text[at - 1]) return true;
    return false;
}

bool has_marks(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.node)) return has_marks(text->text);
        const auto* phrase = std::get_if<Phrase>(&node.node);
        const Inlines* children = children_of(node);
        return (phrase != nullptr && is_french(phrase->language)) || (children != nullptr && has_marks(*children));
    });
}

void smarten(CharacterFlow&& flow) {
    Smartener(flow).set();
    flow.write();
}

} // namespace

void smarten(Inlines& inlines, std::string_view language, std::string_view source) {
    if (is_french(language) || has_marks(inlines)) smarten(CharacterFlow(inlines, language, source));
}
void smarten(std::string& text, std::string_view language) {
    if (is_french(language) || has_marks(text)) smarten(CharacterFlow(text, language));
}

} // namespace halfstar::reading

#include "read/rating_tokens.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

struct Drawn {
    char32_t character;
    RatingSign sign;
    std::int32_t hundredths;
};

constexpr std::array drawn = {
    Drawn{U'*', RatingSign::star, 100},      Drawn{U'★', RatingSign::star, 100},
    Drawn{U'⭐', RatingSign::star, 100},      Drawn{U'🌟', RatingSign::star, 100},
    Drawn{U'⭑', RatingSign::star, 100},      Drawn{U'✭', RatingSign::star, 100},
    Drawn{U'✮', RatingSign::star, 100},      Drawn{U'✯', RatingSign::star, 100},
    Drawn{U'✦', RatingSign::star, 100},      Drawn{U'✪', RatingSign::star, 100},
    Drawn{U'✶', RatingSign::star, 100},      Drawn{U'☆', RatingSign::empty_star, 100},
    Drawn{U'✩', RatingSign::empty_star, 100}, Drawn{U'✰', RatingSign::empty_star, 100},
    Drawn{U'⭒', RatingSign::empty_star, 100}, Drawn{U'✧', RatingSign::empty_star, 100},
    Drawn{U'⯨', RatingSign::half_star, 100}, Drawn{U'⯪', RatingSign::half_star, 100},
    Drawn{U'🌕', RatingSign::star, 0},        Drawn{U'🌝', RatingSign::star, 0},
    Drawn{U'🌖', RatingSign::fraction, 75},   Drawn{U'🌔', RatingSign::fraction, 75},
    Drawn{U'🌗', RatingSign::half_star, 0},   Drawn{U'🌓', RatingSign::half_star, 0},
    Drawn{U'🌘', RatingSign::fraction, 25},   Drawn{U'🌒', RatingSign::fraction, 25},
    Drawn{U'🌑', RatingSign::empty_star, 0},  Drawn{U'🌚', RatingSign::empty_star, 0},
    Drawn{U'●', RatingSign::star, 0},        Drawn{U'⬤', RatingSign::star, 0},
    Drawn{U'⚫', RatingSign::star, 0},        Drawn{U'◐', RatingSign::half_star, 0},
    Drawn{U'◖', RatingSign::half_star, 0},   Drawn{U'○', RatingSign::empty_star, 0},
    Drawn{U'⚪', RatingSign::empty_star, 0},  Drawn{U'■', RatingSign::star, 0},
    Drawn{U'□', RatingSign::empty_star, 0},  Drawn{U'❤', RatingSign::star, 0},
    Drawn{U'♥', RatingSign::star, 0},        Drawn{U'♡', RatingSign::empty_star, 0},
    Drawn{U'🍿', RatingSign::star, 0},        Drawn{U'🎬', RatingSign::star, 0},
    Drawn{U'½', RatingSign::fraction, 50},   Drawn{U'¼', RatingSign::fraction, 25},
    Drawn{U'¾', RatingSign::fraction, 75},   Drawn{U'⅓', RatingSign::fraction, 33},
    Drawn{U'⅔', RatingSign::fraction, 67},   Drawn{U'/', RatingSign::slash, 0},
    Drawn{U'⁄', RatingSign::slash, 0},       Drawn{U'∕', RatingSign::slash, 0},
    Drawn{U'／', RatingSign::slash, 0},      Drawn{U'%', RatingSign::percent, 0},
    Drawn{U'-', RatingSign::minus, 0},       Drawn{U'−', RatingSign::minus, 0},
    Drawn{U'–', RatingSign::minus, 0},       Drawn{U'+', RatingSign::plus, 0},
};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x2000); }
/// Spaces, and what follows an emoji to choose its picture.
bool is_nothing(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x200B ||
           c == 0x200D || c == 0x2060 || c == 0xAD || c == 0xFEFF || c == 0x3000 || c == 0xFE0E || c == 0xFE0F;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(utf8::to_utf32(text)) {}

    std::vector<RatingToken> scan() {
        while (at_ < text_.size()) {
            const char32_t c = text_[at_];
            if (is_nothing(c)) {
                ++at_;
            } else if (is_digit(c) || (is_mark(c) && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
                tokens_.push_back(number());
            } else if (is_letter(c)) {
                tokens_.push_back(word());
            } else {
                tokens_.push_back(sign(c));
            }
        }
        return std::move(tokens_);
    }

private:
    static bool is_mark(char32_t c) { return c == '.' || c == ','; }

    /// Digits with at most one decimal mark; more than two decimals are cut off.
    RatingToken number() {
        std::int32_t value = 0;
        bool fits = true;
        for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
            fits = fits && value < 100'000;
            if (fits) value = value * 10 + static_cast<std::int32_t>(text_[at_] - U'0');
        }
        value *= 100;
        if (at_ + 1 < text_.size() && is_mark(text_[at_]) && is_digit(text_[at_ + 1])) {
            ++at_;
            for (std::int32_t unit = 10; at_ < text_.size() && is_digit(text_[at_]); ++at_, unit /= 10)
                value += unit * static_cast<std::int32_t>(text_[at_] - U'0');
        }
        return fits ? RatingToken{RatingSign::number, value, {}} : RatingToken{};
    }

    RatingToken word() {
        std::u32string letters;
        for (; at_ < text_.size() && is_letter(text_[at_]); ++at_) {
            const char32_t c = text_[at_];
            letters += c >= U'A' && c <= U'Z' ? c + 32 : c;
        }
        return {RatingSign::word, 0, utf8::from_utf32(letters)};
    }

    RatingToken sign(char32_t c) {
        ++at_;
        const auto found = std::find_if(drawn.begin(), drawn.end(), [c](const Drawn& d) { return d.character == c; });
        if (found == drawn.end()) return {};
        return {found->sign, found->hundredths, {}};
    }

    std::u32string text_;
    std::size_t at_ = 0;
    std::vector<RatingToken> tokens_;
};

} // namespace

std::vector<RatingToken> rating_tokens(std::string_view text) { return Scanner(text).scan(); }

} // namespace halfstar::reading

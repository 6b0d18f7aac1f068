#include "read/number_words.h"

#include "read/word_rows.h"

#include <array>

namespace halfstar::reading {

namespace {

/// English, German, French, Spanish, Italian, Portuguese, Turkish; a row a number, from zero.
constexpr std::array<std::string_view, 11> numbers = {
    "zero null zéro cero sıfır",
    "one ein eine eins einen un une una uno um uma bir",
    "two zwei deux dos due dois duas iki",
    "three drei trois tres tre três üç",
    "four vier quatre cuatro quattro quatro dört",
    "five fünf cinq cinco cinque beş",
    "six sechs seis sei altı",
    "seven sieben sept siete sette sete yedi",
    "eight acht huit ocho otto oito sekiz",
    "nine neun neuf nueve nove dokuz",
    "ten zehn dix diez dieci dez on",
};

constexpr std::string_view halves = "half halb halber demi demie media medio mezza mezzo meia meio buçuk yarım";
constexpr std::string_view joints = "and und et y e ve";
constexpr std::string_view star_units = "star stars stern sterne sternen étoile étoiles estrella estrellas stella "
                                        "stelle estrela estrelas yıldız";
constexpr std::string_view other_units = "point points pts punkt punkte punkten puntos punti pontos puan";

/// Whether `word` stands among `words`, which spaces part.
bool has_word(std::string_view words, std::string_view word) {
    if (word.empty()) return false;
    const auto parts = [&](std::size_t at) { return at >= words.size() || words[at] == ' '; };
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
        if ((at == 0 || parts(at - 1)) && parts(at + word.size())) return true;
    return false;
}

} // namespace

std::optional<std::int32_t> number_in_words(std::string_view word) {
    static constexpr std::string_view and_a_half = "einhalb";
    const bool half = word.size() > and_a_half.size() && word.ends_with(and_a_half);
    const std::string_view whole = half ? word.substr(0, word.size() - and_a_half.size()) : word;
    static const WordRows words(numbers, [](std::string_view row) { return row; });
    const auto number = words.find(whole);
    if (!number) return std::nullopt;
    return static_cast<std::int32_t>(*number) * 100 + (half ? 50 : 0);
}

bool is_half(std::string_view word) { return has_word(halves, word); }
bool is_and(std::string_view word) { return has_word(joints, word); }
bool is_star_unit(std::string_view word) { return has_word(star_units, word); }
bool is_unit(std::string_view word) { return is_star_unit(word) || has_word(other_units, word); }

} // namespace halfstar::reading

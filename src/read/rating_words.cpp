#include "read/rating_words.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace halfstar::reading {

namespace {

/// Folded: lower case, without marks at the end, hyphens as spaces.
constexpr std::array verdicts = std::to_array<std::string_view>({
    "highly recommended", "strongly recommended", "recommended", "recommend", "not recommended", "mildly recommended",
    "must see", "a must see", "must watch", "essential", "essential viewing", "masterpiece", "a masterpiece",
    "see it", "skip it", "stream it", "rent it", "buy it", "avoid", "avoid it", "avoid at all costs", "pass",
    "hard pass", "worth seeing", "worth a watch", "worth watching", "wait for streaming", "wait for cable",
    "full price", "matinee", "rental", "thumbs up", "thumbs down", "two thumbs up", "two thumbs down", "thumb up",
    "thumb down", "thumbs sideways", "fresh", "rotten", "excellent", "outstanding", "superb", "great", "very good",
    "good", "pretty good", "decent", "fine", "fair", "okay", "ok", "average", "mixed", "mediocre", "so so", "meh",
    "weak", "poor", "bad", "very bad", "terrible", "awful", "love it", "loved it", "liked it", "hated it", "yes", "no",
    "sehenswert", "sehr sehenswert", "empfehlenswert", "sehr empfehlenswert", "nicht empfehlenswert", "muss man sehen",
    "hervorragend", "herausragend", "meisterwerk", "sehr gut", "gut", "durchschnittlich", "mäßig", "schlecht",
    "à voir", "à voir absolument", "à éviter", "à ne pas manquer", "incontournable", "chef d'œuvre", "très bon", "bon",
    "bien", "très bien", "moyen", "passable", "mauvais", "nul", "décevant", "recommandé", "j'aime", "pas mal",
    "imprescindible", "obra maestra", "recomendada", "recomendado", "muy recomendada", "muy recomendable",
    "recomendable", "muy buena", "buena", "regular", "mala", "pésima", "excelente", "evitable", "muy bien", "notable",
    "consigliato", "da vedere", "da non perdere", "da evitare", "capolavoro", "imperdibile", "ottimo", "buono",
    "discreto", "sufficiente", "mediocre", "insufficiente", "pessimo", "bello", "bellissimo",
    "imperdível", "obra prima", "altamente recomendado", "ótimo", "muito bom", "bom", "razoável", "ruim", "péssimo",
    "mau", "a não perder", "a evitar",
    "izlenmeli", "mutlaka izlenmeli", "şaheser", "başyapıt", "çok iyi", "iyi", "orta", "vasat", "kötü", "berbat",
    "tavsiye edilir",
});

constexpr std::array certificates = std::to_array<std::string_view>({
    "g", "pg", "pg 13", "r", "nc 17", "nr", "ur", "not rated", "unrated", "x", "u", "12a", "tv ma", "tv pg", "tv 14",
    "tv y", "tv g", "fsk", "18+", "16+", "12+", "mature", "approved", "passed", "general", "restricted", "e", "m",
    "ma", "tp", "t", "l",
});

std::string folded(std::string_view text) {
    std::string words = unicode::lower(trim(plain_spaces(text)), "en");
    words = replace_all(replace_all(words, "-", " "), "\u2019", "'");
    while (!words.empty() && std::string_view(".!,;").find(words.back()) != std::string_view::npos)
        words.pop_back();
    return words;
}

template <std::size_t n> bool has(const std::array<std::string_view, n>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Thumbs in whatever colour of skin.
bool is_thumbs(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool thumb = c == U'👍' || c == U'👎';
        const bool with_it = c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF) || c == ' ';
        if (!thumb && !with_it) return false;
        any = any || thumb;
        at += length;
    }
    return any;
}

} // namespace

bool is_verdict(std::string_view text) { return has(verdicts, folded(text)) || is_thumbs(text); }

bool may_be_verdict(std::string_view text) {
    constexpr std::size_t most_words = 6, most = 60;
    const std::string words = folded(text);
    if (words.empty() || utf8::count(words) > most || split(words, ' ').size() > most_words) return false;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto [c, length] = utf8::decode(words, at);
        const auto kind = unicode::category(c);
        if (kind == unicode::Category::digit || kind == unicode::Category::symbol) return false;
        letters += kind == unicode::Category::letter || kind == unicode::Category::uppercase ? 1 : 0;
        at += length;
    }
    return letters > 2 && words.find_first_of("/:*{}<>[]@#") == std::string::npos && !has(certificates, words);
}

} // namespace halfstar::reading

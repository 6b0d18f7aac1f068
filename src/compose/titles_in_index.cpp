#include "compose/index_words.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

/// Articles in small letters; those that end in an apostrophe are written together with the noun.
struct Articles {
    std::string_view language;
    std::array<std::string_view, 10> words;
};

constexpr std::array<Articles, 14> articles = {{
    {"en", {"the", "a", "an"}},
    {"fr", {"le", "la", "les", "l'", "un", "une"}},
    {"de", {"der", "die", "das", "ein", "eine"}},
    {"es", {"el", "la", "los", "las", "un", "una", "unos", "unas"}},
    {"it", {"il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una"}},
    {"pt", {"o", "a", "os", "as", "um", "uma"}},
    {"nl", {"de", "het", "een"}},
    {"sv", {"en", "ett", "den", "det", "de"}},
    {"da", {"en", "et", "den", "det", "de"}},
    {"nb", {"en", "et", "ei", "den", "det", "de"}},
    {"nn", {"ein", "ei", "eit", "den", "det", "dei"}},
    {"no", {"en", "et", "ei", "den", "det", "de"}},
    {"ca", {"el", "la", "els", "les", "l'", "un", "una"}},
    {"hu", {"a", "az", "egy"}},
}};

constexpr std::size_t longest_article = 5; ///< letters: "unos" and a space

const Articles* articles_of(std::string_view language) {
    const std::string primary = ascii_lower(language.substr(0, language.find_first_of("-_")));
    const auto found =
        std::find_if(articles.begin(), articles.end(), [&](const Articles& one) { return one.language == primary; });
    return found == articles.end() ? nullptr : &*found;
}

bool has(const Articles& known, std::string_view word) {
    return !word.empty() && std::find(known.words.begin(), known.words.end(), word) != known.words.end();
}

/// Bytes to behind the space or the apostrophe that ends the first word; 0 when it is no short word.
std::size_t first_word_length(std::string_view title) {
    std::size_t at = 0;
    for (std::size_t letters = 0; at < title.size() && letters <= longest_article; ++letters) {
        const utf8::Decoded d = utf8::decode(title, at);
        at += d.length;
        if (d.code_point == U' ' || d.code_point == 0xA0 || d.code_point == U'\'' || d.code_point == 0x2019) return at;
    }
    return 0;
}

} // namespace

std::size_t article_length(std::string_view title, std::string_view language) {
    const Articles* known = articles_of(language);
    const std::size_t length = first_word_length(title);
    if (known == nullptr || length == 0) return 0;
    std::string word = unicode::lower(trim_unicode(title.substr(0, length)), language);
    word = replace_all(word, "’", "'");
    return has(*known, word) && !trim_unicode(title.substr(length)).empty() ? length : 0;
}

std::string title_in_index(std::string_view title, std::string_view language) {
    title = trim_unicode(title);
    const std::size_t length = article_length(title, language);
    if (length == 0) return std::string(title);
    const std::string_view rest = trim_unicode(title.substr(length));
    const std::size_t first = utf8::decode(rest, 0).length;
    return unicode::upper(rest.substr(0, first), language)
        .append(rest.substr(first))
        .append(", ")
        .append(trim_unicode(title.substr(0, length)));
}

std::string film_identity(const Work& work) {
    std::string identity = unicode::lower(unicode::normalise_nfc(trim_unicode(work.title.value)), "");
    identity += '\n';
    if (work.year) identity += std::to_string(*work.year);
    return identity;
}

std::string_view language_of_title(const Work& work, const Piece& piece) {
    const bool original = !work.original_language.empty() && work.original_title == work.title.value;
    return original ? work.original_language : piece.language;
}

} // namespace halfstar

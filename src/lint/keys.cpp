// Keys of front matter that halfstar does not know, and that look like ones it knows with a letter wrong.
#include "lint/rules.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "read/vocabulary.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace halfstar::lint {
namespace {

constexpr std::size_t shortest = 4; ///< characters: of shorter words too many are neighbours

/// What blogs' tools and vaults call other things.
constexpr std::array<std::string_view, 44> other_words = {
    "aliases", "alias",    "archive",  "audio",     "build",  "categories", "category", "class",    "collection",
    "comment", "comments", "cssclass", "draft",     "edited", "excluded",   "featured", "filename", "guid",
    "hidden",  "id",       "item",     "items",     "label",  "link",       "links",    "locale",   "math",
    "menu",    "modified", "pages",    "permalink", "pinned", "post",       "private",  "series",   "sitemap",
    "slug",    "sources",  "status",   "stage",     "toc",    "updated",    "weight",   "words",
};

bool is_other_word(std::string_view folded) {
    return std::find(other_words.begin(), other_words.end(), folded) != other_words.end();
}

/// The known key that `folded` was to be: it begins alike and is about as long.
std::optional<std::string> meant(const std::string& folded, const std::vector<std::string>& known) {
    if (utf8::count(folded) < shortest || is_other_word(folded)) return std::nullopt;
    const auto near = nearest(folded, known);
    if (!near || near->front() != folded.front()) return std::nullopt;
    const std::size_t a = utf8::count(*near), b = utf8::count(folded);
    return (a > b ? a - b : b - a) > 1 ? std::nullopt : near;
}

/// The key before the value at `value`; the value itself where the line does not begin with it.
Span key_before(Span value, std::string_view key, const std::string& text) {
    const std::size_t line = text.rfind('\n', value.begin == 0 ? 0 : value.begin - 1) + 1;
    const std::size_t at = text.find(key, line);
    if (value.begin == 0 || at == std::string::npos || at >= value.begin) return value;
    return {value.source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + key.size())};
}

} // namespace

void check_keys(const Desk& desk, const FiledPiece& filed) {
    if (filed.piece->extras.empty()) return;
    static const std::vector<std::string> known = reading::known_keys();
    for (const ExtraFact& extra : filed.piece->extras) {
        if (reading::meaning_of_key(extra.key)) continue;
        if (const auto near = meant(reading::fold_word(extra.key), known))
            desk.report(Code::misspelt_key,
                        key_before(extra.span, extra.key, desk.sources.at(filed.piece->source).text), {extra.key},
                        {"did you mean '" + *near + "'?"});
    }
}

} // namespace halfstar::lint

// Whose pictures are: what front matter says (`picture-credit: Ada Quill`), and what follows "credit:" in the
// caption of a figure or the title of a picture.
#include "compose/passes.h"

#include "compose/index_words.h"
#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace halfstar {
namespace {

constexpr std::array<std::string_view, 10> credit_keys = {
    "credit",        "credits-pictures", "image-credit", "photo-credit", "picture-credit",
    "image-credits", "photo-credits",    "picture-credits", "poster-credit", "still-credit"};
constexpr std::string_view mark = "credit:";

/// What follows "credit:", to the end or to a closing bracket; empty where nothing does.
std::string credited(std::string_view words) {
    const std::string lower = ascii_lower(words);
    const std::size_t at = lower.find(mark);
    if (at == std::string::npos) return {};
    words.remove_prefix(at + mark.size());
    words = words.substr(0, words.find_first_of(")]"));
    std::string credit(trim_unicode(words));
    while (credit.ends_with('.') || credit.ends_with(';'))
        credit.pop_back();
    return credit;
}

/// The words of a fact that halfstar has no key for: one text or a list of them.
std::vector<std::string> words_of(const ExtraFact& extra) {
    std::vector<std::string> words;
    const Result<Value> value = read_json(extra.json, extra.span);
    if (!value) return words;
    const auto add = [&](const Value& one) {
        if (const Scalar* scalar = one.scalar()) words.emplace_back(trim_unicode(scalar->text));
    };
    if (const std::vector<Value>* list = value->list())
        for (const Value& one : *list)
            add(one);
    else
        add(*value);
    return words;
}

/// All that a piece says of its pictures.
std::vector<std::string> credits_in(const Piece& piece) {
    std::vector<std::string> credits;
    for (const ExtraFact& extra : piece.extras) {
        const std::string key = replace_all(ascii_lower(extra.key), "_", "-");
        if (std::find(credit_keys.begin(), credit_keys.end(), key) == credit_keys.end()) continue;
        for (std::string& words : words_of(extra))
            credits.push_back(std::move(words));
    }
    credits.push_back(credited(piece.poster_caption));
    if (piece.poster) credits.push_back(credited(piece.poster->title));
    walk_blocks(piece.body, [&](const Block& block) {
        if (const auto* figure = std::get_if<Figure>(&block.node)) {
            const std::string caption = credited(plain_text(figure->caption));
            credits.push_back(caption.empty() ? credited(figure->image.title) : caption);
        }
    });
    return credits;
}

void add_credit(std::vector<IndexEntry>& entries, const std::string& words, std::uint32_t piece) {
    if (words.empty()) return;
    auto entry = std::find_if(entries.begin(), entries.end(), [&](const IndexEntry& one) { return one.name == words; });
    if (entry == entries.end()) entry = entries.insert(entries.end(), {words, words, "", {}});
    if (entry->references.empty() || entry->references.back().work.piece != piece)
        entry->references.push_back({{piece, 0}, {}});
}

} // namespace

void credit_pictures(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue == nullptr) return;
    std::vector<IndexEntry> entries;
    for (std::uint32_t i = 0; i < edition.pieces.size(); ++i)
        for (const std::string& words : credits_in(edition.pieces[i]))
            add_credit(entries, words, i);
    const auto key = [&](const IndexEntry& entry) { return unicode::sort_key(entry.words, edition.language); };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const IndexEntry& a, const IndexEntry& b) { return key(a) < key(b); });
    for (IndexEntry& entry : entries)
        entry.initial = unicode::index_letter(entry.words, edition.language);
    edition.picture_credits = std::move(entries);
}

} // namespace halfstar

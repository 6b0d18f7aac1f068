#include "lint/languages.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"
#include "lint/plain_words.h"
#include "lint/rules.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace halfstar::lint {
namespace {

constexpr std::size_t least_words_of_piece = 60, least_words_of_paragraph = 25;

struct Row {
    KnownLanguage language;
    std::string_view small_words; ///< each between spaces
};

constexpr std::array rows = {
    Row{{"en", "English"},
        " the of and to in is that it was for with as his her on be at by this had not are but from or have an "
        "they which one you were all their there been has when who will no more if out so what up into than "
        "them its "},
    Row{{"de", "German"},
        " der die und das den von zu ist mit sich des auf für nicht dem eine ein als auch es an werden aus er "
        "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
        "vor zur bis mehr durch man kein wenn ich "},
    Row{{"fr", "French"},
        " le la les des et est un une du dans que qui en pour pas sur au plus par ce il elle se ne avec son sa "
        "ses mais ou comme nous vous sont aux cette tout été leur fait être si même ces deux on je ont sans "
        "où "},
    Row{{"es", "Spanish"},
        " el la los las de que y en un una del se por con no su para es al lo como más pero sus le ya o este "
        "sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante "
        "ella él era son "},
    Row{{"it", "Italian"},
        " il la le di che e un una del della in è per non con si da al dei sono come più ma gli lo nel anche "
        "se alla delle suo sua ha o nella questo questa ci quando dal cui era molto essere tra senza i mi ai "
        "degli "},
    Row{{"pt", "Portuguese"},
        " o a os as de que e do da em um uma não para com se por mais dos das como mas ao ele ela seu sua ou "
        "quando muito nos já eu também só pelo pela até isso entre era depois sem mesmo aos seus quem nas me "
        "esse no na "},
    Row{{"tr", "Turkish"},
        " ve bir bu da de için ile çok ne gibi daha o ama kadar olarak olan en her ki sonra var değil onun mi "
        "bile bana ben sen biz ya hem diye şey nasıl iki hiç neden çünkü ancak kendi "},
    Row{{"nl", "Dutch"},
        " de het een van en in is dat op te met voor niet zijn aan er die als om ook maar bij uit door naar "
        "over dan nog hij zij wordt heeft werd was ze worden geen wel meer kan deze dit tot zich haar "},
};

const Row* row_of(std::string_view tag) {
    const std::string primary = ascii_lower(tag.substr(0, tag.find_first_of("-_")));
    const auto* found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.language.tag == primary; });
    return found == rows.end() ? nullptr : found;
}

/// Small words to the languages that have them, a bit a row.
std::unordered_map<std::string_view, unsigned> table_of_small_words() {
    std::unordered_map<std::string_view, unsigned> table;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const std::string_view word : split(trim(rows[i].small_words), ' '))
            table[word] |= 1u << i;
    return table;
}

/// How many words there are, and how many of them are each language's small ones.
struct Tally {
    std::size_t words = 0;
    std::array<std::size_t, rows.size()> small{};

    void add(const Tally& other) {
        words += other.words;
        for (std::size_t i = 0; i < small.size(); ++i)
            small[i] += other.small[i];
    }
};

Tally tally_of(std::string_view text) {
    static const std::unordered_map<std::string_view, unsigned> table = table_of_small_words();
    const std::string lower = unicode::lower(text, "en");
    Tally tally;
    for (const std::string_view word : plain_words(lower)) {
        ++tally.words;
        const auto found = table.find(word);
        if (found == table.end()) continue;
        for (std::size_t i = 0; i < rows.size(); ++i)
            tally.small[i] += (found->second >> i) & 1u;
    }
    return tally;
}

/// The language beyond doubt, when it is not the one `declared`.
std::optional<KnownLanguage> other_language(const Tally& tally, const KnownLanguage& declared,
                                            std::size_t least_words) {
    if (tally.words < least_words) return std::nullopt;
    const auto most =
        static_cast<std::size_t>(std::max_element(tally.small.begin(), tally.small.end()) - tally.small.begin());
    const auto own = static_cast<std::size_t>(row_of(declared.tag) - rows.data());
    if (most == own || tally.small[most] * 6 < tally.words || tally.small[most] <= 2 * tally.small[own])
        return std::nullopt;
    return rows[most].language;
}

bool names_its_language(const Inlines& inlines) {
    bool named = false;
    walk_inlines(inlines, [&](const Inline& node) {
        const auto* phrase = std::get_if<Phrase>(&node.node);
        named = named || (phrase != nullptr && !phrase->language.empty());
    });
    return named;
}

/// Paragraphs in running text: a table's names or a line of code tell nothing of a language.
template <class Visit> void each_paragraph(const Piece& piece, const Visit& visit) {
    walk_blocks(piece.body, [&](const Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) visit(*paragraph, block.span);
    });
}

} // namespace

std::optional<KnownLanguage> known_language(std::string_view tag) {
    const Row* row = row_of(tag);
    return row == nullptr ? std::nullopt : std::optional(row->language);
}

std::optional<KnownLanguage> other_language(std::string_view text, const KnownLanguage& declared,
                                            std::size_t least_words) {
    return other_language(tally_of(text), declared, least_words);
}

void check_language(const Desk& desk, const FiledPiece& filed) {
    const Piece& piece = *filed.piece;
    const std::string& tag = !piece.language.empty() ? piece.language : desk.manuscripts.language;
    const auto declared = known_language(tag.empty() ? "en" : tag);
    if (!declared) return;
    Tally whole;
    std::vector<std::pair<Span, KnownLanguage>> strangers;
    each_paragraph(piece, [&](const Paragraph& paragraph, Span span) {
        const Tally tally = tally_of(plain_text(paragraph.inlines));
        whole.add(tally);
        const auto other = other_language(tally, *declared, least_words_of_paragraph);
        if (other && !names_its_language(paragraph.inlines)) strangers.emplace_back(span, *other);
    });
    if (const auto other = other_language(whole, *declared, least_words_of_piece)) {
        desk.report(Code::mixed_languages, head_of(piece), {other->name, declared->name},
                    {"say it in the front matter: language: " + std::string(other->tag)});
        return;
    }
    for (const auto& [span, other] : strangers)
        desk.report(Code::mixed_languages, span, {other.name, declared->name},
                    {"<span lang=\"" + std::string(other.tag) + "\">...</span> around it says so"});
}

} // namespace halfstar::lint

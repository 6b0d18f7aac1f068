// The source beside the tree. What a reviewer wrote may become a fact, a number, an address; so not every word of a
// source stands in a flow. Two things are losses: a line of the text with a word that stands nowhere, and a paragraph
// of which nothing is left, unless it was made of facts.

#include "proof/flows.h"
#include "proof/known_words.h"
#include "proof/proof.h"
#include "proof/source_text.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <optional>

namespace halfstar::proof {
namespace {

constexpr std::size_t least_letters = 4;   ///< of a word that is missed by itself: shorter ones are marks too often
constexpr std::size_t least_paragraph = 6; ///< words, of a paragraph that is missed as a whole
// Of a lost paragraph some rows are known by chance ("one of the"), but not so many. Of one that is there some are not:
// a note's mark or what gives a story away stands in their midst.
constexpr std::size_t one_of_threes = 4, one_of_pairs = 2;
constexpr std::size_t longest_label = 8; ///< words of a line that a single fact makes a line of facts
constexpr std::size_t shown = 6;

struct Loss {
    Stretch stretch;
    std::string words;
};

class SourceReader {
public:
    SourceReader(const Piece& piece, const std::string& source, const Diagnostics& told)
        : piece_(piece), text_(without_markup(source)), known_(piece), told_(told) {}

    /// The first loss, and how many words were looked at.
    std::optional<Loss> find() {
        for (const Stretch& paragraph : paragraphs_of(text_)) {
            if (was_told(paragraph)) continue;
            const std::string_view text = in(paragraph);
            const Words words = words_of(text);
            count_ += words.size();
            if (is_lost(text, words)) return Loss{paragraph, quoted(words, 0, shown)};
            for (const Stretch& line : lines_of(text))
                if (auto lost = lost_word({line.begin + paragraph.begin, line.end + paragraph.begin})) return lost;
        }
        return std::nullopt;
    }
    std::size_t word_count() const { return count_; }

private:
    std::string_view in(Stretch stretch) const {
        return std::string_view(text_).substr(stretch.begin, stretch.end - stretch.begin);
    }

    /// Whether something in it was left out, and the reader was told so.
    bool was_told(Stretch stretch) const {
        return std::any_of(told_.all().begin(), told_.all().end(), [&](const Diagnostic& one) {
            const bool leaves_out = one.code == Code::removed_html || one.code == Code::removed_shortcode;
            return leaves_out && one.span.source == piece_.source && one.span.begin < stretch.end &&
                   one.span.end >= stretch.begin;
        });
    }

    using Row = KnownWords::Row;

    /// Whether so many of the text's rows are known that it is there: at least one of every `one_of`.
    bool is_there(const Words& words, Row row, std::size_t one_of) const {
        const std::size_t all = words.size() + 1 - static_cast<std::size_t>(row);
        std::size_t known = 0;
        for (std::size_t i = 0; i < all; ++i)
            known += known_.knows_row(words, i, row) ? 1 : 0;
        return known * one_of >= all;
    }

    bool has_text(const Words& words) const {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (known_.is_text(words, i, Row::three)) return true;
        return false;
    }

    /// Whether no more of a paragraph is left in its order than chance leaves, and it is not made of facts.
    bool is_lost(std::string_view paragraph, const Words& words) const {
        if (words.size() < least_paragraph) return false;
        if (is_there(words, Row::three, one_of_threes) || is_there(words, Row::pair, one_of_pairs)) return false;
        std::size_t text = 0;
        for (const Stretch& line : lines_of(paragraph))
            text += text_words(paragraph.substr(line.begin, line.end - line.begin));
        return text >= least_paragraph;
    }

    /// How many words the line has, if it is none of labels and facts.
    std::size_t text_words(std::string_view line) const {
        const Words words = words_of(line);
        const auto facts = static_cast<std::size_t>(
            std::count_if(words.begin(), words.end(), [&](const Word& word) { return known_.is_fact(word.text); }));
        // "My rating:" alone is a label, whose value stands in the next line.
        const bool is_label = words.size() <= longest_label && (facts > 0 || trim(line).ends_with(':'));
        return is_label || facts * 2 >= words.size() ? 0 : words.size();
    }

    static bool is_plain(const std::string& word) {
        const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        return !has_digit && utf8::count(word) >= least_letters;
    }

    /// A word that stands nowhere in the piece, in a line whose other words do.
    std::optional<Loss> lost_word(Stretch line) const {
        const Words words = words_of(in(line));
        if (!has_text(words)) return std::nullopt;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (is_plain(words[i].text) && !known_.knows(words[i].text)) return Loss{line, quoted(words, i, shown)};
        return std::nullopt;
    }

    const Piece& piece_;
    std::string text_;
    KnownWords known_;
    const Diagnostics& told_;
    std::size_t count_ = 0;
};

bool was_cut(const Piece& piece, const Diagnostics& told) {
    return std::any_of(told.all().begin(), told.all().end(), [&](const Diagnostic& one) {
        return one.code == Code::spoilers_left_out && one.span.source == piece.source;
    });
}

void prove_source(const Piece& piece, const Sources& sources, Diagnostics& diagnostics, Proof& proof) {
    // What was left out on purpose is in no tree.
    if (!sources.contains(piece.source) || was_cut(piece, diagnostics)) return;
    SourceReader reader(piece, sources.at(piece.source).text, diagnostics);
    const std::optional<Loss> loss = reader.find();
    ++proof.pieces;
    proof.flows += flows_of(piece, Medium::web).flow_count();
    proof.words += reader.word_count();
    if (!loss) return;
    const Span span{piece.source, loss->stretch.begin, loss->stretch.end};
    diagnostics.report(Code::lost_words, span, {"reading", "text", "'" + loss->words + "'", "nothing"});
}

} // namespace

Proof prove_sources(const Edition& edition, const Sources& sources, Diagnostics& diagnostics) {
    Proof proof;
    proof.path = "sources";
    proof.format = "source";
    for (const Piece& piece : edition.pieces)
        prove_source(piece, sources, diagnostics, proof);
    for (const auto* page : {&edition.letter, &edition.about})
        if (*page) prove_source(**page, sources, diagnostics, proof);
    return proof;
}

} // namespace halfstar::proof

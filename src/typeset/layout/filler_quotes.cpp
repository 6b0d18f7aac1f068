// Pages of sentences lifted out of the reviews, each with the film and the page it is from.
#include "typeset/layout/filler.h"
#include "typeset/layout/texts_ahead.h"

#include "document/tree.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr std::size_t shortest = 25, longest = 220; ///< characters of a sentence that can stand alone
constexpr std::size_t most_on_a_page = 5;
constexpr double sizes[] = {1.8, 1.5, 1.25, 1}; ///< of a pull quote's: what few quotations may be set in
constexpr int rows_after = 3;  ///< the rule's and two free ones
constexpr int first_quote = 1; ///< rows below the head
constexpr double between_quotes = 1.5, caps_share = 0.4; ///< rows from a baseline up to the rule before it, the second times its size

/// Where a sentence is from, the best first.
enum class Source : std::uint8_t { marked, summary, beginning };

struct Quotation {
    std::string words;
    std::uint32_t piece = 0;
    Source source = Source::beginning;
};

std::string in_one_line(std::string words) {
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

bool stands_alone(const std::string& words) {
    const std::size_t length = utf8::count(words);
    return length >= shortest && length <= longest;
}

/// Nothing is taken out of what gives the story away.
std::vector<Quotation> quotations_of(const Piece& piece, std::uint32_t index) {
    std::vector<Quotation> marked;
    if (piece.kind == PieceKind::list || piece.kind == PieceKind::listings || piece.spoilers) return marked;
    const Paragraph* first = nullptr;
    for (const Block& block : piece.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node); paragraph && first == nullptr) first = paragraph;
        if (const auto* quote = std::get_if<Quote>(&block.node); quote && quote->kind == QuoteKind::pull)
            marked.push_back({in_one_line(plain_text(quote->blocks)), index, Source::marked});
    }
    std::erase_if(marked, [](const Quotation& one) { return !stands_alone(one.words); });
    if (!marked.empty()) return marked;
    if (const std::string summary = in_one_line(plain_text(piece.summary)); stands_alone(summary))
        return {{summary, index, Source::summary}};
    if (first == nullptr) return {};
    const std::string words = in_one_line(plain_text(first->inlines));
    const std::string sentence(unicode::first_sentence(words, piece.language));
    if (!stands_alone(sentence)) return {};
    return {{sentence, index, Source::beginning}};
}

std::vector<Quotation> quotations(const Desk& desk) {
    std::vector<Quotation> all;
    for (std::uint32_t i = 0; i < desk.edition.pieces.size(); ++i)
        for (Quotation& one : quotations_of(*whole_piece(desk.edition, desk.stored, i), i)) all.push_back(std::move(one));
    return all;
}

/// The best of them, from all over the issue, in their order.
std::vector<Quotation> chosen_of(std::vector<Quotation> all, std::size_t count) {
    std::vector<Quotation> chosen;
    for (const Source source : {Source::marked, Source::summary, Source::beginning}) {
        std::vector<Quotation> of_source;
        std::copy_if(all.begin(), all.end(), std::back_inserter(of_source), [&](const auto& one) { return one.source == source; });
        const std::size_t taken = std::min(of_source.size(), count - chosen.size());
        for (std::size_t i = 0; i < taken; ++i) chosen.push_back(of_source[i * of_source.size() / taken]);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.piece < b.piece; });
    return chosen;
}

class QuotesFiller : public FillerSetter {
public:
    QuotesFiller(const Desk& desk, const Beginnings& beginnings)
        : FillerSetter(desk, beginnings, "in-a-sentence"), all_(quotations(desk)) {
        keep_those_that_fit();
    }

    /// A second page has more to show than the first could hold.
    std::optional<std::size_t> more_than(std::size_t pages) const override {
        if (all_.empty() || all_.size() <= pages * most_on_a_page) return std::nullopt;
        return pages + 1;
    }

protected:
    void fill(std::size_t page, std::size_t count) override {
        std::vector<Quotation> chosen = chosen_of(all_, std::min(all_.size(), count * most_on_a_page));
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t left = count - i, wanted = (chosen.size() + left - 1) / left;
            const std::size_t held = held_on(i, chosen, wanted);
            set_page(page + i, i, {chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(held)});
            chosen.erase(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(held));
        }
    }

private:
    void keep_those_that_fit() {
        std::vector<char> fits(all_.size());
        share_out(desk(), all_.size(), [&](ComposingStick& stick, std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) fits[i] = rows_of(stick, all_[i], 1) <= rows(0) - first_quote;
        });
        std::vector<Quotation> kept;
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (fits[i] != 0) kept.push_back(std::move(all_[i]));
        all_ = std::move(kept);
    }

    Length width() { return Plate(desk(), 0, 0).frame().width; }

    TextWriter writer(const Quotation& one, double size) const {
        const Piece* piece = &desk().edition.pieces[one.piece];
        return [piece, size, words = one.words](const TypeCase& types) {
            Type type = types.type(Element::pull_quote, piece->language);
            type = TypeCase::resized(type, type.font.size.scaled(size));
            RichTextWriter writer(types, Element::pull_quote, piece->language);
            writer.set_direction(piece->direction);
            writer.add(words, type, RichTextWriter::Origin::source);
            return writer.take();
        };
    }

    SetText text(const Quotation& one, double size) const {
        SetText text = text_of(desk(), writer(one, size), Element::pull_quote, width_);
        if (text.setting == Setting::justified) text.setting = Setting::ragged;
        return text;
    }

    Length leading(double size) const { return desk().spec(Element::pull_quote).leading.scaled(size); }

    /// With its source and what parts it from the next.
    int rows_of(ComposingStick& stick, const Quotation& one, double size) const {
        const SetText text = this->text(one, size);
        const auto lines = static_cast<std::int64_t>(std::max<std::size_t>(stick.best_lines(text).size(), 1));
        const Length height = whole_rows(desk(), leading(size) * lines);
        return static_cast<int>(height.units / desk().grid().units) + 1 + rows_after;
    }

    int rows_of(const std::vector<Quotation>& all, std::size_t count, double size) const {
        int rows = -rows_after;
        for (std::size_t i = 0; i < count; ++i) rows += rows_of(desk().stick, all[i], size);
        return rows;
    }

    std::size_t held_on(std::size_t index, const std::vector<Quotation>& all, std::size_t wanted) const {
        std::size_t held = std::min({wanted, most_on_a_page, all.size()});
        while (held > 1 && rows_of(all, held, 1) > rows(index) - first_quote) --held;
        return held;
    }

    /// As large as they have room for, and evenly down the page.
    void set_page(std::size_t page, std::size_t index, const std::vector<Quotation>& all) {
        const int free = rows(index) - first_quote;
        double size = 1;
        for (const double tried : sizes)
            if (rows_of(all, all.size(), tried) <= free) {
                size = tried;
                break;
            }
        const int left = std::max(0, free - rows_of(all, all.size(), size));
        const int apart = std::min(left / static_cast<int>(std::max<std::size_t>(all.size(), 1)), rows_after * 2);
        Plate plate(desk(), page, parent());
        int row = first_row(index) + first_quote;
        for (std::size_t i = 0; i < all.size(); ++i) {
            set_quotation(plate, all[i], size, row);
            row += rows_of(desk().stick, all[i], size) + apart;
            const Length between = plate.row(row) - desk().grid().scaled(between_quotes + caps_share * size) -
                                   desk().grid() * apart / 2;
            if (i + 1 < all.size()) plate.rule(plate.frame(), between, desk().style().hairline, plate.ink());
        }
    }

    void set_quotation(Plate& plate, const Quotation& one, double size, int row) {
        const Piece& piece = desk().edition.pieces[one.piece];
        const StructureId quote = desk().structure.add(parent(), StructureRole::block_quote);
        if (piece.language != desk().piece.language) desk().structure.set_language(quote, piece.language);
        const Composed words = compose(desk(), text(one, size), desk().structure.add(quote, StructureRole::paragraph));
        const Length first = plate.row(row) + leading(size) - desk().grid();
        plate.put_lines(words, {plate.frame().x, first}, leading(size));
        const int source = row + rows_of(desk().stick, one, size) - 1 - rows_after;
        const WordLook look = WordLook(Element::quote_source, desk().spec(Element::pull_quote).setting);
        plate.lines(source_of(one.piece, plate, look), look.leading_to(piece_anchor(piece.key)), plate.frame(), plate.row(source),
                    desk().structure.add(quote, StructureRole::paragraph));
    }

    std::vector<Quotation> all_;
    Length width_ = width();
};

} // namespace

OwnFiller quotes_filler(const Desk& desk, const Beginnings& beginnings) {
    return std::make_unique<QuotesFiller>(desk, beginnings);
}

} // namespace halfstar::layout

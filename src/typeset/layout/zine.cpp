// A whole edition as a zine: its parts one after the other, reviews that follow each other in their sections,
// and then, when everything has its page, the numbers of contents and section openers.
#include "typeset/layout/layout.h"

#include "typeset/layout/contents.h"
#include "typeset/layout/contributor_notes.h"
#include "typeset/layout/edition_facts.h"
#include "typeset/layout/fillers.h"
#include "typeset/layout/furniture.h"
#include "typeset/layout/index_setter.h"
#include "typeset/layout/piece_setter.h"
#include "typeset/layout/plates.h"
#include "typeset/layout/zine_reviews.h"

#include "design/style/load.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar {

namespace layout {

namespace {

constexpr std::size_t pages_at_once = 512; ///< numbered before they are built: their folios are texts
constexpr int rows_of_an_index = 14; ///< a page that has fewer left takes no index below another

/// What indexes must know that stand before the reviews: on which pages these begin, and how many pages the
/// indexes take themselves. It is what was so when all was last set; when that changes nothing, it is right.
struct Guess {
    Beginnings beginnings;
    std::map<IssuePart, std::size_t> pages;
    friend bool operator==(const Guess& a, const Guess& b) {
        return a.pages == b.pages && (a.pages.empty() || a.beginnings.pieces == b.beginnings.pieces);
    }
};

class ZineSetter {
public:
    ZineSetter(ComposedDocument& document, Composition& composition, StructureBuilder& structure,
               const Edition& edition, const StoredWords* stored, const Piece& front, Guess guess)
        : behind_(document, composition), zine_{document, composition, behind_, structure, edition, front, stored}, guess_(std::move(guess)),
          reviews_(zine_, fit_) {
        zine_.beginnings.pieces.resize(edition.front_index() + 1);
        guess_.beginnings.pieces.resize(edition.front_index() + 1);
        for (std::uint32_t i = 0; i < edition.pieces.size(); ++i)
            composition.take_pictures(i, edition.pieces[i].pictures);
        if (edition.letter) composition.take_pictures(edition.letter_index(), edition.letter->pictures);
        if (edition.about) composition.take_pictures(edition.about_index(), edition.about->pictures);
        composition.take_pictures(edition.front_index(), front.pictures);
    }

    void set(const PageGoal& goal) {
        const auto back = std::find(zine_.edition.parts.begin(), zine_.edition.parts.end(), IssuePart::back);
        const std::uint32_t after = back == zine_.edition.parts.end() ? 0 : 1;
        if (zine_.edition.has(IssuePart::reviews)) reviews_.expect();
        set(zine_.edition.parts.begin(), back);
        fit_.own = static_cast<std::uint32_t>(zine_.composition.pages.size()) + after;
        if (reviews_.save(goal)) set_again(back);
        fill(goal, after);
        set(back, zine_.edition.parts.end());
        if (after > 0) fill(goal, 0);
        number();
        if (contents_) contents_->complete(zine_.beginnings);
        reviews_.set_openers();
        build(0, zine_.composition.pages.size());
    }

    /// What was so in the end.
    Guess found() const { return {zine_.beginnings, index_pages_}; }
    const PageFit& fit() const { return fit_; }

private:
    using Part = std::vector<IssuePart>::const_iterator;
    void set(Part first, Part last) {
        for (; first != last; ++first) set(*first);
    }
    /// From the reviews on, which save pages now.
    void set_again(Part last) {
        index_end_.reset();
        set(std::find(zine_.edition.parts.begin(), last, IssuePart::reviews), last);
    }

    void set(IssuePart part) {
        switch (part) {
        case IssuePart::cover:
            plate(part, zine_.add_bare_page(), set_cover_plate);
            break;
        case IssuePart::masthead:
            plate(part, zine_.add_page(), set_masthead);
            break;
        case IssuePart::contents:
            contents();
            break;
        case IssuePart::letter:
            if (zine_.edition.letter) alone(part, *zine_.edition.letter, zine_.edition.letter_index());
            break;
        case IssuePart::reviews:
            reviews();
            break;
        case IssuePart::numbers:
            numbers();
            break;
        case IssuePart::contributors:
            alone(part, zine_.document.own(contributors_piece(zine_.edition)), zine_.edition.front_index());
            break;
        case IssuePart::films:
        case IssuePart::people:
        case IssuePart::pictures:
            index(part);
            break;
        case IssuePart::about:
            if (zine_.edition.about) alone(part, *zine_.edition.about, zine_.edition.about_index());
            break;
        case IssuePart::colophon:
            plate(part, zine_.add_page(), set_colophon);
            break;
        case IssuePart::back:
            plate(part, zine_.add_bare_page(), set_back_cover);
            break;
        }
    }

    /// They meet more words than are kept at a time: those of the few texts before them are not held until the end.
    void reviews() {
        if (zine_.document.stick().texts() == nullptr) zine_.composition.texts.let_go_of_measured();
        reviews_.set();
    }

    void plate(IssuePart part, std::size_t page, void (*set_plate)(Desk&, std::size_t, StructureId)) {
        Desk front = zine_.desk();
        zine_.begin(part, page);
        if (const std::string title = part_title(front, part); !title.empty()) zine_.outline(title, page);
        front.plates = zine_.plates();
        set_plate(front, page, zine_.structure.add(0, StructureRole::part));
    }

    void numbers() {
        Desk front = zine_.desk();
        front.plates = zine_.plates();
        const StructureId parent = zine_.structure.add(0, StructureRole::part);
        const std::size_t count = numbers_pages(zine_.edition, front.page());
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t page = zine_.add_page();
            if (i == 0) {
                zine_.begin(IssuePart::numbers, page);
                zine_.outline(part_title(front, IssuePart::numbers), page);
            }
            set_numbers(front, page, parent, i);
        }
    }

    void contents() {
        contents_.emplace(zine_.desk(), zine_.structure.add(0, StructureRole::part));
        contents_->compose();
        const std::size_t page = zine_.composition.pages.size();
        for (std::size_t i = 0; i < contents_->page_count(); ++i)
            zine_.add_page();
        zine_.begin(IssuePart::contents, page);
        contents_->stand(page);
    }

    /// A piece outside the sections: the letter, and the page at the back.
    void alone(IssuePart part, const Piece& piece, std::uint32_t index) {
        Desk one = zine_.desk(piece, index);
        one.heading = part_title(zine_.desk(), part);
        one.facts = FilmFacts::hidden;
        const std::size_t page = zine_.composition.pages.size();
        PieceSetter setter(std::move(one), zine_.structure.add(0, StructureRole::article), {});
        setter.compose();
        setter.stand(page, 0);
        setter.finish(Ending::at_foot);
        zine_.begin(part, page);
        zine_.beginnings.pieces[index] = static_cast<std::uint32_t>(page);
        zine_.anchor(piece_anchor(piece.key), page, {});
    }

    /// Below the other index where that has left room.
    void index(IssuePart part) {
        const bool known = !zine_.edition.has(IssuePart::reviews) || zine_.beginnings.parts.count(IssuePart::reviews) > 0;
        const int row = room_left();
        IndexSetter setter(zine_.desk(), zine_.structure.add(0, StructureRole::part), part);
        setter.compose(known ? zine_.beginnings : guess_.beginnings, row);
        const std::size_t page = row > 0 ? zine_.composition.pages.size() - 1 : zine_.add_page();
        const std::size_t pages = known ? setter.page_count() : std::max(setter.page_count(), guess_.pages[part]);
        while (zine_.composition.pages.size() < page + pages)
            zine_.add_page();
        if (!known) index_pages_[part] = pages;
        zine_.begin(part, page, row > 0 ? row_at(zine_.document.types().page(), row - 1) : Length{});
        setter.stand(page, [this](std::size_t first, std::size_t last) { build(first, last); });
        index_end_ = {page + pages - 1, setter.end_row()};
    }

    /// The row for an index below another, or 0: on a page of its own.
    int room_left() const {
        if (!index_end_ || index_end_->first + 1 != zine_.composition.pages.size()) return 0;
        const int row = index_end_->second + rows_between + 1;
        return row + rows_of_an_index <= last_row(zine_.document.types().page()) ? row : 0;
    }

    /// Fills up what is wanting once `after` pages more have followed. The outside at the back is no filler's place.
    void fill(const PageGoal& goal, std::uint32_t after) {
        const auto pages = static_cast<std::uint32_t>(zine_.composition.pages.size()) + after;
        const std::uint32_t wanting = goal.least_for(pages) - pages;
        fit_.pages = pages + wanting;
        fit_.tight = pages - fit_.filled();
        if (wanting == 0) return;
        Fillers fillers(zine_.desk(), zine_.beginnings, after > 0 ? wanting : wanting - 1);
        const std::size_t first = zine_.composition.pages.size(), filled = fillers.page_count();
        for (std::size_t i = 0; i < wanting; ++i) i < filled ? zine_.add_page() : zine_.add_bare_page();
        if (filled > 0) zine_.anchor("part-fillers", first, {});
        fit_.fillers = fillers.set(first);
        fit_.blank += wanting - static_cast<std::uint32_t>(filled);
    }

    void number() {
        const std::size_t count = zine_.composition.pages.size();
        for (std::size_t first = 0; first < count; first += pages_at_once) {
            const std::size_t last = std::min(count, first + pages_at_once);
            number(first, last);
            if (last - first == pages_at_once) build(first, last);
        }
    }

    void number(std::size_t first, std::size_t last) {
        Desk front = zine_.desk();
        std::vector<std::size_t> shown;
        for (std::size_t i = first; i < last; ++i) {
            zine_.composition.pages[i].label = std::to_string(i + 1);
            if (zine_.bare.count(i) == 0) shown.push_back(i);
        }
        compose_folios(front, shown);
        for (const std::size_t page : shown) set_folio(front, page);
        front.stick.prepare({});
    }

    /// What stands on them is final.
    void build(std::size_t first, std::size_t last) {
        behind_.take(first, last);
        behind_.finish();
    }

    /// The page and the row on which something ends.
    using End = std::pair<std::size_t, int>;

    PagesBehind behind_;
    ZinePages zine_;
    Guess guess_;
    std::map<IssuePart, std::size_t> index_pages_; ///< of indexes that stand before the reviews
    std::optional<ContentsSetter> contents_;
    PageFit fit_;
    ZineReviews reviews_;
    std::optional<End> index_end_; ///< the page and row on which the last index ends
};

std::unique_ptr<PagedDocument> try_zine(const Edition& edition, const StoredWords* stored, const Style& style, const PageSpec& page,
                                        const Foundry& foundry, const PageGoal& goal, Guess& guess, PageFit& fit,
                                        Diagnostics& diagnostics, int jobs, const std::shared_ptr<Shelf>& shelf) {
    auto document = std::make_unique<ComposedDocument>(style, page, foundry, jobs);
    Composition composition;
    composition.trim = page.trim;
    composition.info = info_of(edition);
    composition.shelf = shelf;
    StructureBuilder structure;
    ZineSetter setter(*document, composition, structure, edition, stored, document->own(front_of(edition)), guess);
    setter.set(goal);
    composition.structure = structure.take();
    const Guess found = setter.found();
    if (!(std::exchange(guess, found) == found)) return nullptr;
    fit = setter.fit();
    document->keep(std::move(composition));
    diagnostics.append(std::exchange(document->diagnostics(), {}));
    return document;
}

/// What was asked for and could not be.
void report_count(const PageGoal& goal, const PageFit& fit, Diagnostics& diagnostics) {
    if (!goal.count || *goal.count == fit.pages) return;
    const std::string reason = fit.tight > *goal.count
                                   ? std::to_string(fit.tight) + " are needed with everything tightened"
                                   : "pages of these sheets come in multiples of " + std::to_string(goal.multiple);
    diagnostics.report(Code::page_count, {}, {std::to_string(*goal.count), std::to_string(fit.pages), reason});
}

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_zine(const Edition& edition, const Style& style, const PageSpec& page,
                                            const Foundry& foundry, const PageGoal& goal, Diagnostics& diagnostics,
                                            PageFit* fit, int jobs, std::unique_ptr<Scratch> scratch, const StoredWords* stored) {
    // The pages that are left to indexes only grow, so this comes to an end.
    layout::Guess guess;
    PageFit done;
    std::unique_ptr<PagedDocument> document;
    const auto shelf = std::make_shared<Shelf>(std::move(scratch));
    while (!document)
        document = layout::try_zine(edition, stored, style, page, foundry, goal, guess, done, diagnostics, jobs, shelf);
    layout::report_count(goal, done, diagnostics);
    if (fit != nullptr) *fit = std::move(done);
    return document;
}

} // namespace halfstar

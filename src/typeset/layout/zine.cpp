// A whole edition as a zine: its parts one after the other, reviews that follow each other in their sections,
// and then, when everything has its page, the numbers of contents and section openers.
#include "typeset/layout/layout.h"

#include "typeset/layout/composition_mark.h"
#include "typeset/layout/contents.h"
#include "typeset/layout/contributor_notes.h"
#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/edition_facts.h"
#include "typeset/layout/fillers.h"
#include "typeset/layout/furniture.h"
#include "typeset/layout/index_setter.h"
#include "typeset/layout/page_savings.h"
#include "typeset/layout/pasted_trailer.h"
#include "typeset/layout/piece_setter.h"
#include "typeset/layout/plates.h"

#include "design/style/load.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace halfstar {

namespace layout {

namespace {

constexpr int rows_between = 2;      ///< that stay free between two pieces on a page
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
               const Edition& edition, const Piece& front, Guess guess)
        : document_(document), composition_(composition), structure_(structure), edition_(edition), front_(front),
          guess_(std::move(guess)), savings_(document.types().style().copyfit) {
        beginnings_.pieces.resize(edition.front_index() + 1);
        guess_.beginnings.pieces.resize(edition.front_index() + 1);
        for (std::uint32_t i = 0; i < edition.pieces.size(); ++i)
            composition.take_pictures(i, edition.pieces[i].pictures);
        if (edition.letter) composition.take_pictures(edition.letter_index(), edition.letter->pictures);
        if (edition.about) composition.take_pictures(edition.about_index(), edition.about->pictures);
        composition.take_pictures(edition.front_index(), front.pictures);
    }

    void set(const PageGoal& goal) {
        const auto back = std::find(edition_.parts.begin(), edition_.parts.end(), IssuePart::back);
        const std::uint32_t after = back == edition_.parts.end() ? 0 : 1;
        set(edition_.parts.begin(), back);
        fit_.own = static_cast<std::uint32_t>(composition_.pages.size()) + after;
        if (save_pages(goal)) set(std::find(edition_.parts.begin(), back, IssuePart::reviews), back);
        fill(goal, after);
        set(back, edition_.parts.end());
        if (after > 0) fill(goal, 0);
        number();
        if (contents_) contents_->complete(beginnings_);
        Desk front = desk();
        front.plates = plates();
        for (const auto& [section, page, parent] : openers_)
            set_section_opener(front, page, parent, *section, beginnings_.pieces);
    }

    /// What was so in the end.
    Guess found() const { return {beginnings_, index_pages_}; }
    const PageFit& fit() const { return fit_; }

private:
    using Part = std::vector<IssuePart>::const_iterator;
    void set(Part first, Part last) {
        for (; first != last; ++first) set(*first);
    }

    struct SectionOpener {
        const Section* section;
        std::size_t page;
        StructureId parent;
    };

    Desk desk() { return desk(front_, edition_.front_index()); }
    Desk desk(const Piece& piece, std::uint32_t index) {
        Desk desk{document_.stick(),          composition_,           structure_, edition_, piece, index,
                  locale_for(piece.language), document_.diagnostics()};
        desk.links = PieceLinks::anchors;
        desk.facts = piece.kind == PieceKind::review ? FilmFacts::shown : FilmFacts::hidden;
        return desk;
    }

    /// The design of drawn pages.
    const PageSpec* plates() const {
        const TypeCase& types = document_.types();
        return find_page(types.style(), types.page().plates);
    }

    std::size_t add_page() {
        composition_.pages.emplace_back();
        return composition_.pages.size() - 1;
    }
    /// A page without a folio.
    std::size_t add_bare_page() {
        bare_.insert(add_page());
        return composition_.pages.size() - 1;
    }

    /// A blank page where the next one would be no recto and must be one.
    void turn_leaf(Start start) {
        if (start != Start::recto || composition_.pages.size() % 2 == 0) return;
        if (!savings_.turns_no_leaf()) {
            add_bare_page();
            return;
        }
        savings_.saved_leaf();
        ++fit_.leaves;
    }

    void anchor(const std::string& name, std::size_t page, Length y) {
        composition_.pages[page].contents.emplace_back(Item{Anchor{name, {{}, y}}, 0});
    }

    /// A part begins on the page: its anchor, and its place in the outline unless an opener has one.
    void begin(IssuePart part, std::size_t page, Length y = {}) {
        beginnings_.parts[part] = static_cast<std::uint32_t>(page);
        anchor(part_anchor(part), page, y);
    }
    void outline(const std::string& title, std::size_t page) {
        composition_.outline.push_back({1, title, static_cast<std::uint32_t>(page), {}});
    }

    void set(IssuePart part) {
        switch (part) {
        case IssuePart::cover:
            plate(part, add_bare_page(), set_cover_plate);
            break;
        case IssuePart::masthead:
            plate(part, add_page(), set_masthead);
            break;
        case IssuePart::contents:
            contents();
            break;
        case IssuePart::letter:
            if (edition_.letter) alone(part, *edition_.letter, edition_.letter_index());
            break;
        case IssuePart::reviews:
            reviews();
            break;
        case IssuePart::numbers:
            numbers();
            break;
        case IssuePart::contributors:
            alone(part, document_.own(contributors_piece(edition_)), edition_.front_index());
            break;
        case IssuePart::films:
        case IssuePart::people:
        case IssuePart::pictures:
            index(part);
            break;
        case IssuePart::about:
            if (edition_.about) alone(part, *edition_.about, edition_.about_index());
            break;
        case IssuePart::colophon:
            plate(part, add_page(), set_colophon);
            break;
        case IssuePart::back:
            plate(part, add_bare_page(), set_back_cover);
            break;
        }
    }

    void plate(IssuePart part, std::size_t page, void (*set_plate)(Desk&, std::size_t, StructureId)) {
        Desk front = desk();
        begin(part, page);
        if (const std::string title = part_title(front, part); !title.empty()) outline(title, page);
        front.plates = plates();
        set_plate(front, page, structure_.add(0, StructureRole::part));
    }

    void numbers() {
        Desk front = desk();
        front.plates = plates();
        const StructureId parent = structure_.add(0, StructureRole::part);
        const std::size_t count = numbers_pages(edition_, front.page());
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t page = add_page();
            if (i == 0) {
                begin(IssuePart::numbers, page);
                outline(part_title(front, IssuePart::numbers), page);
            }
            set_numbers(front, page, parent, i);
        }
    }

    void contents() {
        contents_.emplace(desk(), structure_.add(0, StructureRole::part));
        contents_->compose();
        const std::size_t page = composition_.pages.size();
        for (std::size_t i = 0; i < contents_->page_count(); ++i)
            add_page();
        begin(IssuePart::contents, page);
        contents_->stand(page);
    }

    /// A piece outside the sections: the letter, and the page at the back.
    void alone(IssuePart part, const Piece& piece, std::uint32_t index) {
        Desk one = desk(piece, index);
        one.heading = part_title(desk(), part);
        one.facts = FilmFacts::hidden;
        const std::size_t page = composition_.pages.size();
        PieceSetter setter(std::move(one), structure_.add(0, StructureRole::article), {});
        setter.compose();
        setter.stand(page, 0);
        setter.finish(Ending::at_foot);
        begin(part, page);
        beginnings_.pieces[index] = static_cast<std::uint32_t>(page);
        anchor(piece_anchor(piece.key), page, {});
    }

    void reviews() {
        if (edition_.sections.empty() && again()) bring_back(marks_.front());
        else if (edition_.sections.empty()) marks_.push_back(mark());
        for (const Section& section : edition_.sections) {
            if (again() && section.last <= savings_.first()) continue;
            if (!again()) marks_.push_back(mark());
            else if (section.first <= savings_.first())
                bring_back(marks_[static_cast<std::size_t>(&section - edition_.sections.data())]);
            const StructureId parent = structure_.add(0, StructureRole::section);
            turn_leaf(document_.types().page().sections_start);
            const std::size_t page = add_bare_page();
            if (&section == &edition_.sections.front()) begin(IssuePart::reviews, page);
            anchor(section_anchor(section), page, {});
            outline(section.title, page);
            openers_.push_back({&section, page, structure_.add(parent, StructureRole::part)});
            const auto end = pieces(section.first, section.last, parent, section.title);
            if (&section == &edition_.sections.back() || !end) continue;
            const Section& next = *(&section + 1);
            Desk front = desk();
            set_trailer(front, end->first, end->second, {next.title, next.extent});
        }
        if (!edition_.sections.empty() || edition_.pieces.empty()) return;
        pieces(0, edition_.letter_index(), structure_.add(0, StructureRole::part), {});
        begin(IssuePart::reviews, beginnings_.pieces.front());
    }

    /// The page and the row on which something ends.
    using End = std::pair<std::size_t, int>;

    /// A piece ends and the next begins on another page.
    void turn_over(const PieceSetter& ended, const Piece& next) {
        Desk front = desk();
        set_trailer(front, ended.last_page(), ended.end_row(), {next.title.value, joined(directors_of(next), ", ")});
    }

    static std::vector<std::string> directors_of(const Piece& piece) {
        std::vector<std::string> names;
        for (const Work& work : piece.works)
            for (const Credit& credit : work.credits)
                if (credit.role == Role::director) names.push_back(credit.name);
        return names;
    }

    /// Whether a piece may begin below the one before it: as it is planned, as the page design has it, or to save a page.
    enum class Sharing : std::uint8_t { none, full, saving };
    Sharing sharing_of(std::uint32_t index, PieceSetter& piece, int below) const {
        const PageSpec& page = document_.types().page();
        if (edition_.plan(index).start == ReviewStart::page || start_of(index) == Start::recto) return Sharing::none;
        const bool may = start_of(index) == Start::shared_page;
        if (may && piece.fits_below(below)) return Sharing::full;
        if (!piece.begins_below(below)) return Sharing::none;
        return may && page.run_on ? Sharing::full : Sharing::saving;
    }

    /// What a piece could save, or has saved.
    void note(std::uint32_t piece, const PieceRun& run) {
        if (again()) savings_.ended(piece, run.last_page);
        else savings_.note(run);
    }

    /// Where a piece starts: as it is planned, else as the style has it.
    Start start_of(std::uint32_t piece) const {
        switch (edition_.plan(piece).start) {
        case ReviewStart::as_style: break;
        case ReviewStart::page: return Start::next_page;
        case ReviewStart::recto: return Start::recto;
        case ReviewStart::shared: return Start::shared_page;
        }
        return document_.types().page().pieces_start;
    }

    /// The piece whose poster has a page of its own; one with a caption keeps it, as its words would be lost.
    const Piece& without_poster(const Piece& piece) {
        if (!piece.poster || !piece.poster->picture || !piece.poster_caption.empty()) return piece;
        Piece bare = piece;
        bare.poster.reset();
        return document_.own(std::move(bare));
    }

    /// A page of the piece's picture alone; it faces a piece that starts on a recto.
    void still_before(std::uint32_t piece, Start start) {
        if (start == Start::recto && composition_.pages.size() % 2 == 0) add_bare_page();
        Desk front = desk();
        set_cropped(front, add_bare_page(), structure_.add(0, StructureRole::part), *picture_of(front, piece), full_frame(front));
    }

    /// Pieces that follow each other: each on a new page, or all of it below the one before. Where the last one ends.
    std::optional<End> pieces(std::uint32_t first, std::uint32_t last, StructureId parent, const std::string& section) {
        std::unique_ptr<PieceSetter> before;
        for (std::uint32_t i = first; i < last; ++i) {
            const bool apart = edition_.plan(i).still == StillPlace::full && picture_of(desk(), i);
            Desk one = desk(apart ? without_poster(edition_.pieces[i]) : edition_.pieces[i], i);
            one.level = edition_.sections.empty() ? 1 : 2;
            auto setter =
                std::make_unique<PieceSetter>(std::move(one), structure_.add(parent, StructureRole::article), section);
            setter->compose();
            // The rule of an opener stands on the row above its own first.
            const int below = before ? before->end_row() + rows_between + 1 : 0;
            const Start start = start_of(i);
            const Sharing sharing = before && !apart ? sharing_of(i, *setter, below) : Sharing::none;
            const bool shares = sharing == Sharing::full || (sharing == Sharing::saving && savings_.runs_on());
            if (shares && sharing == Sharing::saving) ++fit_.run_on;
            if (savings_.shortens()) setter->save_last_page();
            if (before) before->finish(shares ? Ending::after_text : Ending::at_foot);
            if (before && !shares) turn_over(*before, edition_.pieces[i]);
            if (apart) still_before(i, start);
            else turn_leaf(start);
            const std::size_t page = shares ? before->last_page() : composition_.pages.size();
            setter->stand(page, shares ? below : 0);
            beginnings_.pieces[i] = static_cast<std::uint32_t>(page);
            const Length top = shares ? row_at(document_.types().page(), below - 1) : Length{};
            anchor(piece_anchor(edition_.pieces[i].key), page, top);
            const bool has_room = sharing == Sharing::saving;
            note(i, {setter->last_page(), setter->can_be_shorter(), has_room ? last_row(document_.types().page()) - below + 1 : 0});
            if (setter->is_shorter()) ++fit_.shorter;
            before = std::move(setter);
        }
        if (!before) return std::nullopt;
        before->finish(Ending::at_foot);
        return End{before->last_page(), before->end_row()};
    }

    /// Below the other index where that has left room.
    void index(IssuePart part) {
        const bool known = !edition_.has(IssuePart::reviews) || beginnings_.parts.count(IssuePart::reviews) > 0;
        const int row = room_left();
        IndexSetter setter(desk(), structure_.add(0, StructureRole::part), part);
        setter.compose(known ? beginnings_ : guess_.beginnings, row);
        const std::size_t page = row > 0 ? composition_.pages.size() - 1 : add_page();
        const std::size_t pages = known ? setter.page_count() : std::max(setter.page_count(), guess_.pages[part]);
        while (composition_.pages.size() < page + pages)
            add_page();
        if (!known) index_pages_[part] = pages;
        begin(part, page, row > 0 ? row_at(document_.types().page(), row - 1) : Length{});
        setter.stand(page);
        index_end_ = {page + pages - 1, setter.end_row()};
    }

    /// The row for an index below another, or 0: on a page of its own.
    int room_left() const {
        if (!index_end_ || index_end_->first + 1 != composition_.pages.size()) return 0;
        const int row = index_end_->second + rows_between + 1;
        return row + rows_of_an_index <= last_row(document_.types().page()) ? row : 0;
    }

    /// What the issue was where a section begins.
    struct Mark {
        CompositionMark composition;
        std::size_t openers = 0;
    };
    Mark mark() { return {{composition_, structure_, document_.diagnostics()}, openers_.size()}; }
    void bring_back(const Mark& mark) {
        mark.composition.bring_back(composition_, structure_, document_.diagnostics());
        openers_.resize(mark.openers);
        bare_.erase(bare_.lower_bound(mark.composition.pages()), bare_.end());
        index_end_.reset();
    }
    bool again() const { return savings_.planned(); }

    /// Whether pages are to be saved, and reviews are to be set again for it: where a count is asked for, or where less
    /// than would have to be filled is over a multiple.
    bool save_pages(const PageGoal& goal) {
        if (marks_.empty()) return false;
        const std::uint32_t over = goal.over(fit_.own);
        if (over == 0) return false;
        const auto limit = static_cast<std::uint32_t>(document_.types().style().copyfit.pages);
        const bool asked = goal.count.has_value();
        if (!asked && (over > limit || over >= goal.multiple - over)) return false;
        return savings_.plan(over, last_row(document_.types().page()) + 1, asked);
    }

    /// Fills up what is wanting once `after` pages more have followed. The outside at the back is no filler's place.
    void fill(const PageGoal& goal, std::uint32_t after) {
        const auto pages = static_cast<std::uint32_t>(composition_.pages.size()) + after;
        const std::uint32_t wanting = goal.least_for(pages) - pages;
        fit_.pages = pages + wanting;
        fit_.tight = pages - fit_.filled();
        if (wanting == 0) return;
        Fillers fillers(desk(), beginnings_, after > 0 ? wanting : wanting - 1);
        const std::size_t first = composition_.pages.size(), filled = fillers.page_count();
        for (std::size_t i = 0; i < wanting; ++i) i < filled ? add_page() : add_bare_page();
        if (filled > 0) anchor("part-fillers", first, {});
        fit_.fillers = fillers.set(first);
        fit_.blank += wanting - static_cast<std::uint32_t>(filled);
    }

    void number() {
        Desk front = desk();
        for (std::size_t i = 0; i < composition_.pages.size(); ++i) {
            composition_.pages[i].label = std::to_string(i + 1);
            if (bare_.count(i) == 0) set_folio(front, i);
        }
    }

    ComposedDocument& document_;
    Composition& composition_;
    StructureBuilder& structure_;
    const Edition& edition_;
    const Piece& front_;
    Guess guess_;
    Beginnings beginnings_;
    std::map<IssuePart, std::size_t> index_pages_; ///< of indexes that stand before the reviews
    std::set<std::size_t> bare_;                   ///< pages without a folio
    std::vector<SectionOpener> openers_;
    std::optional<ContentsSetter> contents_;
    PageFit fit_;
    PageSavings savings_;
    std::vector<Mark> marks_; ///< where each section begins, or the only run of reviews
    std::optional<End> index_end_; ///< the page and row on which the last index ends
};

std::unique_ptr<PagedDocument> try_zine(const Edition& edition, const Style& style, const PageSpec& page,
                                        const FontBook& fonts, const PageGoal& goal, Guess& guess, PageFit& fit,
                                        Diagnostics& diagnostics) {
    auto document = std::make_unique<ComposedDocument>(style, page, fonts);
    Composition composition;
    composition.trim = page.trim;
    composition.info = info_of(edition);
    StructureBuilder structure;
    ZineSetter setter(*document, composition, structure, edition, document->own(front_of(edition)), guess);
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
                                            const FontBook& fonts, const PageGoal& goal, Diagnostics& diagnostics,
                                            PageFit* fit) {
    // The pages that are left to indexes only grow, so this comes to an end.
    layout::Guess guess;
    PageFit done;
    std::unique_ptr<PagedDocument> document;
    while (!document)
        document = layout::try_zine(edition, style, page, fonts, goal, guess, done, diagnostics);
    layout::report_count(goal, done, diagnostics);
    if (fit != nullptr) *fit = std::move(done);
    return document;
}

} // namespace halfstar

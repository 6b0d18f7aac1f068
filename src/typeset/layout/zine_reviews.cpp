#include "typeset/layout/zine_reviews.h"

#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/pasted_trailer.h"
#include "typeset/layout/plates.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <memory>

namespace halfstar::layout {

namespace {

/// Reviews, of which one at least can be set a line shorter, as a rule. A larger zine does not set all again to save a page.
constexpr std::uint32_t least_stretch = 96;

} // namespace

/// A blank page where the next one would be no recto and must be one.
void ZineReviews::turn_leaf(Start start) {
    if (start != Start::recto || zine_.composition.pages.size() % 2 == 0) return;
    if (!savings_.turns_no_leaf()) {
        zine_.add_bare_page();
        return;
    }
    savings_.saved_leaf();
    ++fit_.leaves;
}

ZineReviews::Mark ZineReviews::mark(std::uint32_t piece) const {
    return {{zine_.composition, zine_.structure, zine_.document.diagnostics()}, openers_.size(), piece};
}

/// The issue is again what it was at the last mark before all that saves something.
ZineReviews::Mark ZineReviews::bring_back() {
    const Mark& mark = *std::find_if(marks_.rbegin(), marks_.rend(), [&](const Mark& one) { return one.piece <= savings_.first(); });
    mark.composition.bring_back(zine_.composition, zine_.structure, zine_.document.diagnostics());
    if (mark.composed) take_away(*mark.composed);
    openers_.resize(mark.openers);
    zine_.bare.erase(zine_.bare.lower_bound(mark.composition.pages()), zine_.bare.end());
    return mark;
}

/// The piece is composed again: nothing is left of it, though the piece before it was finished later.
void ZineReviews::take_away(const ComposedPiece& piece) {
    Composition& composition = zine_.composition;
    composition.pictures.resize(piece.before.pictures);
    composition.screened.resize(piece.before.screened);
    composition.outline.resize(piece.before.outline);
    for (std::size_t text = piece.before.texts; text < piece.with.texts; ++text) composition.texts.let_go(text);
    zine_.structure.drop(static_cast<StructureId>(piece.before.nodes), piece.with.nodes);
}

/// What stands before `piece`, which was composed and begins a page, is done.
void ZineReviews::begin_stretch(std::uint32_t piece, const ComposedPiece& composed) {
    if (again() || piece - marks_.back().piece < least_stretch) return;
    const CompositionSize now = size(), &then = composed.with;
    // What was finished since has added to lists of which the piece's entries could not be taken away.
    if (now.pictures != then.pictures || now.screened != then.screened || now.outline != then.outline) return;
    marks_.push_back(mark(piece));
    marks_.back().composed = composed;
}

void ZineReviews::set() {
    std::optional<Mark> from;
    if (again()) {
        ahead_.reset();
        from = bring_back();
    }
    if (zine_.edition.sections.empty() && !zine_.edition.pieces.empty()) {
        if (!from) marks_.push_back(mark(0));
        if (from && from->composed) {
            pieces({from->piece, zine_.edition.letter_index(), from->composed->parent, {}, true});
            return;
        }
        pieces({0, zine_.edition.letter_index(), zine_.structure.add(0, StructureRole::part), {}});
        zine_.begin(IssuePart::reviews, zine_.beginnings.pieces.front());
    }
    for (const Section& section : zine_.edition.sections) {
        if (from && section.last <= from->piece) continue;
        if (!from) marks_.push_back(mark(section.first));
        const bool is_begun = from && from->composed && section.first < from->piece;
        const auto end = is_begun ? pieces({from->piece, section.last, from->composed->parent, section.title, true}) : set(section);
        if (&section == &zine_.edition.sections.back() || !end) continue;
        const Section& next = *(&section + 1);
        Desk front = zine_.desk();
        set_trailer(front, end->first, end->second, {next.title, next.extent});
    }
}

std::optional<ZineReviews::End> ZineReviews::set(const Section& section) {
    const StructureId parent = zine_.structure.add(0, StructureRole::section);
    turn_leaf(zine_.document.types().page().sections_start);
    const std::size_t page = zine_.add_bare_page();
    if (&section == &zine_.edition.sections.front()) zine_.begin(IssuePart::reviews, page);
    zine_.anchor(section_anchor(section), page, {});
    zine_.outline(section.title, page);
    openers_.push_back({&section, page, zine_.structure.add(parent, StructureRole::part)});
    return pieces({section.first, section.last, parent, section.title});
}

/// A piece ends and the next begins on another page.
void ZineReviews::turn_over(const PieceSetter& ended, const Piece& next) {
    Desk front = zine_.desk();
    set_trailer(front, ended.last_page(), ended.end_row(), {next.title.value, joined(directors_of(next), ", ")});
}

/// Whether a piece may begin below the one before it: as it is planned, as the page design has it, or to save a page.
ZineReviews::Sharing ZineReviews::sharing_of(std::uint32_t index, PieceSetter& piece, int below) const {
    const PageSpec& page = zine_.document.types().page();
    if (zine_.edition.plan(index).start == ReviewStart::page || start_of(index) == Start::recto) return Sharing::none;
    const bool may = start_of(index) == Start::shared_page;
    if (may && piece.fits_below(below)) return Sharing::full;
    if (!piece.begins_below(below)) return Sharing::none;
    return may && page.run_on ? Sharing::full : Sharing::saving;
}

/// What stands on the pages of a piece that is finished is final.
void ZineReviews::build(const PieceSetter& setter, std::shared_ptr<const Piece> piece) {
    zine_.behind.take(setter.first_page(), setter.last_page() + 1, std::move(piece));
    zine_.behind.keep_up();
}

/// What a piece could save, or has saved.
void ZineReviews::note(std::uint32_t piece, const PieceRun& run) {
    if (again()) savings_.ended(piece, run.last_page);
    else savings_.note(run);
}

/// Where a piece starts: as it is planned, else as the style has it.
Start ZineReviews::start_of(std::uint32_t piece) const {
    switch (zine_.edition.plan(piece).start) {
    case ReviewStart::as_style: break;
    case ReviewStart::page: return Start::next_page;
    case ReviewStart::recto: return Start::recto;
    case ReviewStart::shared: return Start::shared_page;
    }
    return zine_.document.types().page().pieces_start;
}

/// The piece whose poster has a page of its own; one with a caption keeps it, as its words would be lost.
const Piece& ZineReviews::without_poster(const Piece& piece) {
    if (!piece.poster || !piece.poster->picture || !piece.poster_caption.empty()) return piece;
    Piece bare = piece;
    bare.poster.reset();
    return zine_.document.own(std::move(bare));
}

/// A page of the piece's picture alone; it faces a piece that starts on a recto.
void ZineReviews::still_before(std::uint32_t piece, Start start) {
    if (start == Start::recto && zine_.composition.pages.size() % 2 == 0) zine_.add_bare_page();
    Desk front = zine_.desk();
    set_cropped(front, zine_.add_bare_page(), zine_.structure.add(0, StructureRole::part), *picture_of(front, piece), full_frame(front));
}

/// Pieces that follow each other: each on a new page, or all of it below the one before. Where the last one ends.
std::optional<ZineReviews::End> ZineReviews::pieces(const Run& run) {
    std::unique_ptr<PieceSetter> before;
    std::shared_ptr<const Piece> piece, piece_before;
    if (!ahead_) ahead_.emplace(zine_, run.first, level());
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        const bool apart = zine_.edition.plan(i).still == StillPlace::full && picture_of(zine_.desk(), i);
        piece = zine_.piece(i);
        Desk one = zine_.desk(apart ? without_poster(*piece) : *piece, i);
        one.level = level();
        const ReviewPlan plan = zine_.edition.plan(i);
        one.variant = zine_.document.variant(plan.variant, plan.variant_span);
        const CompositionSize before_it = size();
        auto setter =
            std::make_unique<PieceSetter>(std::move(one), zine_.structure.add(run.parent, StructureRole::article), run.section);
        std::optional<Diagnostics> told;
        if (run.is_told && i == run.first) told = zine_.document.diagnostics();
        ahead_->prepare(i);
        setter->compose();
        if (told) zine_.document.diagnostics() = *std::move(told);
        const ComposedPiece composed{before_it, size(), run.parent};
        zine_.document.stick().prepare({});
        // The rule of an opener stands on the row above its own first.
        const int below = before ? before->end_row() + rows_between + 1 : 0;
        const Start start = start_of(i);
        const Sharing sharing = before && !apart ? sharing_of(i, *setter, below) : Sharing::none;
        const bool shares = sharing == Sharing::full || (sharing == Sharing::saving && savings_.runs_on());
        if (shares && sharing == Sharing::saving) ++fit_.run_on;
        if (savings_.shortens()) setter->save_last_page();
        if (before) before->finish(shares ? Ending::after_text : Ending::at_foot);
        if (before && !shares) turn_over(*before, zine_.edition.pieces[i]);
        if (before) build(*before, std::move(piece_before));
        if (before && !shares) begin_stretch(i, composed);
        if (apart) still_before(i, start);
        else turn_leaf(start);
        const std::size_t page = shares ? before->last_page() : zine_.composition.pages.size();
        setter->stand(page, shares ? below : 0);
        zine_.beginnings.pieces[i] = static_cast<std::uint32_t>(page);
        const Length top = shares ? row_at(zine_.document.types().page(), below - 1) : Length{};
        zine_.anchor(piece_anchor(zine_.edition.pieces[i].key), page, top);
        const bool has_room = sharing == Sharing::saving;
        note(i, {setter->last_page(), setter->can_be_shorter(), has_room ? last_row(zine_.document.types().page()) - below + 1 : 0});
        if (setter->is_shorter()) ++fit_.shorter;
        before = std::move(setter);
        piece_before = std::move(piece);
    }
    if (!before) return std::nullopt;
    before->finish(Ending::at_foot);
    build(*before, std::move(piece_before));
    return End{before->last_page(), before->end_row()};
}

/// Whether pages are to be saved, and reviews are to be set again for it: where a count is asked for, or where less
/// than would have to be filled is over a multiple.
bool ZineReviews::save(const PageGoal& goal) {
    if (marks_.empty()) return false;
    const std::uint32_t over = goal.over(fit_.own);
    if (over == 0) return false;
    const auto limit = static_cast<std::uint32_t>(zine_.document.types().style().copyfit.pages);
    const bool asked = goal.count.has_value();
    if (!asked && (over > limit || over >= goal.multiple - over)) return false;
    return savings_.plan(over, last_row(zine_.document.types().page()) + 1, asked);
}

void ZineReviews::set_openers() {
    Desk front = zine_.desk();
    front.plates = zine_.plates();
    for (const auto& [section, page, parent] : openers_)
        set_section_opener(front, page, parent, *section, zine_.beginnings.pieces);
}

} // namespace halfstar::layout

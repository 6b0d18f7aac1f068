#include "typeset/layout/centred_opener.h"

#include "typeset/layout/blocks.h"
#include "typeset/layout/title.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int apart = 3;             ///< half rows between what has nothing to do with each other
constexpr double rule_drop = 1.2;    ///< rows from a title to the short rule
constexpr double star_centre = 0.36; ///< of the text size above the baseline
constexpr int epigraph_share = 5;    ///< of six parts of the measure
constexpr int poster_rows = 10;

class CentredOpener {
public:
    CentredOpener(Desk& desk, StructureId parent)
        : desk_(desk), parent_(parent), width_(columns_of(desk, 0).text.width) {}

    Opener set() {
        title();
        const Length below_title = y_;
        if (!desk_.heading.empty())
            rule();
        else
            year();
        y_ = below_title + desk_.grid() * credits_after_title();
        credits();
        if (desk_.facts == FilmFacts::shown) ratings();
        epigraph();
        poster();
        result_.text_row = std::max(text_row(below_title), spec().title_row + spec().credit_after_title);
        return std::move(result_);
    }

private:
    const OpenerSpec& spec() const { return desk_.page().opener; }
    StructureId add(StructureRole role) { return desk_.structure.add(parent_, role); }
    Length half_row() const { return desk_.grid() / 2; }
    const Work* only_work() const { return desk_.piece.works.size() == 1 ? &desk_.piece.works.front() : nullptr; }

    /// Without a year its line is not left free.
    int credits_after_title() const {
        const bool year = only_work() != nullptr && only_work()->year;
        return year || !desk_.heading.empty() ? spec().credit_after_title : std::max(1, spec().credit_after_title - 1);
    }

    /// A paragraph on the axis, its first baseline on `y`; what it takes beyond that line.
    Length paragraph(TextWriter write, Element element, Length y, Span span, StructureId below) {
        SetText text = text_of(desk_, std::move(write), element, width_);
        text.setting = Setting::centred;
        text.span = span;
        const Composed composed = compose(desk_, std::move(text), below);
        result_.strip.put(PageColumn::text, composed, {{}, y}, desk_.grid());
        return desk_.grid() * (static_cast<std::int64_t>(std::max<std::size_t>(composed.lines, 1)) - 1);
    }

    /// A line of the credits, and the place of the next.
    void line(TextWriter write, Element element, Span span) {
        last_ = y_ + paragraph(std::move(write), element, y_, span, add(StructureRole::paragraph));
        y_ = last_ + desk_.grid();
    }

    /// What follows stands apart from the last line that was set.
    void part() { y_ = last_ + half_row() * apart; }

    void title() {
        TitleSetting setting = choose_title(desk_, width_);
        const StructureId heading = add(StructureRole::heading);
        desk_.structure.set_level(heading, desk_.level);
        setting.text.setting = Setting::centred;
        const Length step = desk_.grid() * setting.step;
        const Composed composed = compose_title(desk_, std::move(setting), heading);
        y_ = desk_.grid() * spec().title_row;
        result_.outline = desk_.composition.outline.size();
        desk_.composition.outline.push_back({desk_.level, desk_.title(), 0, y_ - step});
        result_.strip.put(PageColumn::text, composed, {{}, y_}, step);
        y_ += step * (static_cast<std::int64_t>(std::max<std::size_t>(composed.lines, 1)) - 1);
        last_ = y_;
    }

    void year() {
        const Work* work = only_work();
        if (work == nullptr || !work->year) return;
        part();
        line(writer_of(desk_, std::to_string(*work->year), Element::year), Element::year, work->title.span);
    }

    void rule() {
        result_.strip.contents.emplace_back(PageColumn::text,
                                            short_rule(desk_, {{}, width_}, y_ + desk_.grid().scaled(rule_drop)));
    }

    void credits() {
        const Piece& piece = desk_.piece;
        const bool films = desk_.facts == FilmFacts::shown;
        const Work* work = films ? only_work() : nullptr;
        if (work != nullptr && !work->original_title.empty() && work->original_title != work->title.value)
            line(original_title_writer(desk_, *work), Element::byline, work->title.span);
        if (!piece.subtitle.empty())
            line(writer_of(desk_, piece.subtitle, Element::byline), Element::byline, piece.span);
        for (const Work& one : piece.works)
            if (const std::string said = films ? credit_line(desk_, one) : std::string(); !said.empty())
                line(writer_of(desk_, said, Element::credit), Element::credit, one.title.span);
        if (const std::string authors = joined(piece.authors, ", "); !authors.empty())
            line(writer_of(desk_, authors, Element::byline), Element::byline, piece.span);
        if (const std::string said = occasion(); !said.empty())
            line(writer_of(desk_, said, Element::occasion), Element::occasion, piece.span);
    }

    std::string occasion() const {
        const Date* day = day_of(desk_.piece);
        return joined({day == nullptr ? std::string() : desk_.words.weekday_date(*day), showing_of(desk_)}, ", ");
    }

    void ratings() {
        const std::vector<const Work*> rated = rated_works(desk_.piece);
        for (const Work* work : rated) {
            part();
            if (rated.size() > 1)
                line(writer_of(desk_, work->title.value, Element::occasion), Element::occasion, work->title.span);
            rating(work->rating->value);
            last_ = y_;
        }
    }

    /// Drawn, with the words that say it; without stars to draw the words are shown.
    void rating(const Rating& rating) {
        const StructureId below = add(StructureRole::paragraph);
        const Drawn stars = drawn_of(rating);
        const Length drawn = stars_width(stars.quarters, stars.stars, desk_.page().stars);
        if (rating.form != RatingForm::number || drawn.units == 0) {
            const std::string said =
                rating.form == RatingForm::number ? desk_.words.spoken_rating(rating) : rating.written;
            paragraph(writer_of(desk_, said, Element::byline), Element::byline, y_, {}, below);
            return;
        }
        const Length centre = y_ - desk_.spec(Element::text).size.scaled(star_centre);
        put_stars(desk_, result_.strip, rating,
                  {PageColumn::text, {(width_ - drawn) / 2, centre}, {{}, y_}, width_, Setting::centred}, below);
    }

    void epigraph() {
        if (!desk_.piece.epigraph) return;
        const Epigraph& epigraph = *desk_.piece.epigraph;
        const StructureId quote = add(StructureRole::block_quote);
        part();
        epigraph_text(writer_of(desk_, epigraph.words, Element::epigraph), Element::epigraph, quote);
        if (epigraph.source.empty()) return;
        y_ = last_ + desk_.grid();
        epigraph_text(writer_of(desk_, epigraph.source, Element::epigraph_source), Element::epigraph_source, quote);
    }

    void epigraph_text(TextWriter write, Element element, StructureId quote) {
        const Length width = width_ * epigraph_share / 6;
        SetText text = text_of(desk_, std::move(write), element, width);
        text.setting = Setting::centred;
        text.ordinal = desk_.piece.epigraph->ordinal;
        text.span = desk_.piece.epigraph->span;
        const Composed composed = compose(desk_, std::move(text), desk_.structure.add(quote, StructureRole::paragraph));
        result_.strip.put(PageColumn::text, composed, {(width_ - width) / 2, y_}, desk_.grid());
        last_ = y_ + desk_.grid() * (static_cast<std::int64_t>(std::max<std::size_t>(composed.lines, 1)) - 1);
    }

    /// The poster below all this, no higher than a third of the page.
    void poster() {
        const Piece& piece = desk_.piece;
        if (!piece.poster || !piece.poster->picture || *piece.poster->picture >= piece.pictures.size()) return;
        const StructureId figure = add(StructureRole::figure);
        desk_.structure.set_alternative(figure, piece.poster->alternative.empty() ? piece.title.value
                                                                                  : piece.poster->alternative);
        const Length top = last_ + desk_.grid();
        const Size size = fitted_picture(piece.pictures[*piece.poster->picture], width_, desk_.grid() * poster_rows);
        const std::uint32_t picture = desk_.composition.first_picture(desk_.piece_index) + *piece.poster->picture;
        const Rect rect{(width_ - size.width) / 2, top, size.width, size.height};
        result_.strip.contents.emplace_back(PageColumn::text,
                                            Item{PictureItem{picture, rect}, desk_.structure.add_leaf(figure)});
        last_ = whole_rows(desk_, top + size.height);
        if (piece.poster_caption.empty()) return;
        y_ = last_ + desk_.grid();
        last_ = y_ + paragraph(writer_of(desk_, piece.poster_caption, Element::caption), Element::caption, y_,
                               piece.span, desk_.structure.add(figure, StructureRole::caption));
    }

    int text_row(Length below_title) const {
        if (last_ == below_title) return 0;
        const Length rows = whole_rows(desk_, last_);
        return static_cast<int>(rows.units / desk_.grid().units) + spec().text_after_epigraph;
    }

    Desk& desk_;
    StructureId parent_;
    Length width_;
    Opener result_;
    Length y_;    ///< of the next line
    Length last_; ///< the baseline of the last line that was set
};

} // namespace

Opener set_centred_opener(Desk& desk, StructureId parent) { return CentredOpener(desk, parent).set(); }

Item short_rule(const Desk& desk, const Column& column, Length y) {
    const Style& style = desk.style();
    const Length width = std::min(style.short_rule_length, column.width);
    return {Rule{{column.x + (column.width - width) / 2, y - style.short_rule / 2, width, style.short_rule},
                 paint_of(style, 0)},
            0};
}

} // namespace halfstar::layout

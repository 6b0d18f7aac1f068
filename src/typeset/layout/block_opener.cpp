#include "typeset/layout/block_opener.h"

#include "typeset/layout/blocks.h"
#include "typeset/layout/fitted_title.h"
#include "typeset/layout/pasted_epigraph.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double leading = 0.84;       ///< of the title's size
constexpr double title_padding = 1.25; ///< of the inset, over and under the title's ink
const Length lone_outline = Length::points(2.5);
const Length smallest_title = Length::points(18);

std::vector<std::string> directors_of(const Work& work) {
    std::vector<std::string> names;
    for (const Credit& credit : work.credits)
        if (credit.role == Role::director) names.push_back(credit.name);
    return names;
}

class BlockOpener {
public:
    BlockOpener(Desk& desk, StructureId parent)
        : desk_(desk), parent_(parent), width_(columns_of(desk, 0).text.width), bottom_(-spec().rise) {}

    Opener set() {
        const Length picture = picture_size().height, bar = bar_height();
        title(picture + bar);
        if (picture.units > 0) poster();
        const Length picture_foot = bottom_;
        if (bar.units > 0) facts();
        if (picture.units > 0) paste_on(picture_foot, picture);
        // The first row whose letters are clear of the block.
        row_ = static_cast<int>(whole_rows(desk_, bottom_ + desk_.grid()).units / desk_.grid().units) +
               desk_.page().opener.credit_after_title - 1;
        lines_below();
        if (pasted() && !epigraph_stands_) paste_below();
        else if (!epigraph_stands_) epigraph();
        result_.text_row = row_;
        return std::move(result_);
    }

private:
    const BlockSpec& spec() const { return desk_.page().opener.block; }
    StructureId add(StructureRole role) { return desk_.structure.add(parent_, role); }
    bool has_films() const { return desk_.facts == FilmFacts::shown; }
    const Work* only_work() const {
        return has_films() && desk_.piece.works.size() == 1 ? &desk_.piece.works.front() : nullptr;
    }
    Length bar_height() const { return only_work() != nullptr ? spec().bar : Length{}; }

    const Picture* picture() const {
        const std::optional<Image>& poster = desk_.piece.poster;
        if (!has_films() || !poster || !poster->picture || *poster->picture >= desk_.piece.pictures.size())
            return nullptr;
        return &desk_.piece.pictures[*poster->picture];
    }
    Size picture_size() const {
        if (picture() == nullptr || spec().picture.units <= 0) return {};
        return fitted_picture(*picture(), width_, spec().picture);
    }

    /// A part of the block, below what there is of it.
    void ground(Length height) {
        result_.strip.contents.emplace_back(
            PageColumn::text, Item{Rule{{{}, bottom_, width_, height}, paint_of(desk_.style(), spec().colour)}, 0});
    }

    /// With what stands below it in the block it takes whole rows.
    void title(Length below) {
        const Length star = lone_star_radius();
        TitleRoom room;
        room.width = width_ - spec().inset * 2 - (star.units > 0 ? star * 2 + spec().inset : Length{});
        room.height = spec().height;
        room.largest = desk_.spec(Element::title).size;
        room.smallest = room.whole_words = smallest_title;
        room.leading = leading;
        room.edges = TitleEdges::ink;
        FittedTitle fitted = fit_title(desk_, desk_.title(), Element::title, room);
        const Length above_last = fitted.line_height() * (static_cast<std::int64_t>(std::max<std::size_t>(fitted.lines, 1)) - 1);
        const Length ink = fitted.height + above_last;
        const Length most = std::max(ink, star.scaled(1.81));
        const Length height = whole_rows(desk_, most + spec().inset.scaled(2 * title_padding) + below) - below;
        ground(height + below);
        if (star.units > 0) lone_star(star, bottom_ + height / 2);
        const StructureId heading = add(StructureRole::heading);
        desk_.structure.set_level(heading, desk_.level);
        const Length line = fitted.line_height(), bearing = fitted.bearing;
        const Length baseline = bottom_ + (height - ink) / 2 + fitted.height;
        result_.strip.put(PageColumn::text, compose(desk_, std::move(fitted.text), heading),
                          {desk_.right_to_left() ? width_ - spec().inset - room.width : spec().inset - bearing, baseline},
                          line);
        result_.outline = desk_.composition.outline.size();
        desk_.composition.outline.push_back({desk_.level, desk_.title(), 0, bottom_});
        bottom_ += height;
    }

    /// What is rated one star or less in five has one star for it, as large as the title. 0: there is none.
    Length lone_star_radius() const {
        const Work* work = only_work();
        if (desk_.page().display != Display::pasted || work == nullptr || !work->rating) return {};
        const Rating& rating = work->rating->value;
        const bool low = rating.form == RatingForm::number && drawn_of(rating).stars == 5 && drawn_of(rating).quarters <= 4;
        return low ? spec().height / 2 : Length{};
    }

    void lone_star(Length radius, Length middle) {
        StarSpec star = desk_.page().stars;
        star.radius = radius;
        star.pitch = radius * 2;
        star.outline = lone_outline;
        const Length wide = star_width(radius);
        const Length left = desk_.right_to_left() ? spec().inset : width_ - spec().inset - wide;
        const int quarters = drawn_of(only_work()->rating->value).quarters;
        // The middle of its height, which is .095 of it below its centre.
        for (Shape& shape : draw_stars(left, middle + radius.scaled(0.095), quarters, 1, star, paint_of(desk_.style(), star.colour)))
            result_.strip.contents.emplace_back(PageColumn::text, Item{std::move(shape), 0});
    }

    void poster() {
        const Size size = picture_size();
        const StructureId figure = add(StructureRole::figure);
        const std::string& words = desk_.piece.poster->alternative;
        desk_.structure.set_alternative(figure, words.empty() ? desk_.piece.title.value : words);
        const Rect rect{(width_ - size.width) / 2, bottom_, size.width, size.height};
        result_.strip.contents.emplace_back(
            PageColumn::text, Item{picture_item(desk_, *desk_.piece.poster->picture, rect), desk_.structure.add_leaf(figure)});
        bottom_ += size.height;
    }

    std::string facts_of(const Work& work, std::size_t most) const {
        std::vector<std::string> parts;
        if (work.year) parts.push_back(std::to_string(*work.year));
        parts.push_back(joined(directors_of(work), ", "));
        parts.push_back(joined(work.countries, ", "));
        if (work.minutes) parts.push_back(Locale::fill(desk_.words.word("minutes"), {std::to_string(*work.minutes)}));
        std::erase(parts, std::string());
        parts.resize(std::min(parts.size(), most));
        return joined(parts, " / ");
    }

    /// As many of the facts as stand on one line beside the rating.
    void facts() {
        const Length baseline = bottom_ + (spec().bar + cap_height(desk_, Element::band)) / 2;
        const Length taken = rating(baseline);
        const Length room = width_ - spec().inset * 2 - taken;
        std::string words;
        for (std::size_t most = 4; most > 0; --most) {
            words = facts_of(*only_work(), most);
            const SetText tried = text_of(desk_, writer_of(desk_, words, Element::band), Element::band, room);
            if (desk_.stick.width_of(*desk_.stick.measure(tried)) <= room) break;
        }
        if (!words.empty()) {
            const Length left = desk_.right_to_left() ? spec().inset + taken : spec().inset;
            line(words, Element::band, Setting::ragged, {left, baseline}, room);
        }
        bottom_ += spec().bar;
    }

    /// In the bar's far end; the width that it takes.
    Length rating(Length baseline) {
        if (!only_work()->rating) return {};
        const Rating& rating = only_work()->rating->value;
        if (rating.form != RatingForm::number) {
            const Composed words = line(rating.written, Element::band, Setting::ranged_right, {spec().inset, baseline},
                                        width_ - spec().inset * 2);
            return words.lines == 0 ? Length{} : desk_.stick.width_of(*words.measured) + desk_.grid();
        }
        if (lone_star_radius().units > 0) return spoken(rating, baseline), Length{};
        const StarSpec& stars = desk_.page().stars;
        const Drawn drawn = drawn_of(rating);
        const Length wide = stars_width(drawn.quarters, drawn.stars, stars);
        const Length left = desk_.right_to_left() ? spec().inset : width_ - spec().inset - wide;
        put_stars(desk_, result_.strip, rating,
                  {PageColumn::text, {left, bottom_ + spec().bar / 2}, {{}, baseline}, width_, Setting::ragged},
                  add(StructureRole::paragraph));
        return wide + desk_.grid();
    }

    /// What is heard where the star stands by the title.
    void spoken(const Rating& rating, Length baseline) {
        SetText text = text_of(desk_, writer_of(desk_, desk_.words.spoken_rating(rating), Element::box_name),
                               Element::box_name, width_);
        text.setting = Setting::ragged;
        text.visibility = Visibility::invisible;
        result_.strip.put(PageColumn::text, compose(desk_, std::move(text), add(StructureRole::paragraph)), {{}, baseline},
                          desk_.grid());
    }

    Composed line(const std::string& words, Element element, Setting setting, Point at, Length width) {
        SetText text = text_of(desk_, writer_of(desk_, words, element), element, width);
        text.setting = setting;
        Composed composed = compose(desk_, std::move(text), add(StructureRole::paragraph));
        result_.strip.put(PageColumn::text, composed, at, desk_.grid());
        return composed;
    }

    /// A paragraph on rows of its own.
    void paragraph(const std::string& words, Element element, Setting setting = Setting::ragged) {
        if (words.empty()) return;
        row_ += static_cast<int>(line(words, element, setting, {{}, desk_.grid() * row_}, width_).lines);
    }

    void lines_below() {
        const int first = row_;
        if (!desk_.piece.poster_caption.empty() && picture() != nullptr) {
            SetText text = text_of(desk_, writer_of(desk_, desk_.piece.poster_caption, Element::caption),
                                   Element::caption, width_);
            const Composed caption = compose(desk_, std::move(text), add(StructureRole::caption));
            result_.strip.put(PageColumn::text, caption, {{}, desk_.grid() * row_}, desk_.grid());
            row_ += static_cast<int>(caption.lines);
        }
        if (const Work* work = only_work(); work != nullptr && work->original_title != work->title.value)
            paragraph(work->original_title, Element::credit);
        paragraph(desk_.piece.subtitle, Element::credit);
        if (has_films() && desk_.piece.works.size() != 1)
            for (const Work& work : desk_.piece.works) paragraph(film_of_many(work), Element::credit);
        byline();
        if (row_ > first) row_ += desk_.page().opener.epigraph_after_byline - 1;
    }

    /// What the bar says of a single film, and its rating in words.
    std::string film_of_many(const Work& work) const {
        const std::string rated = work.rating ? desk_.words.spoken_rating(work.rating->value) : std::string();
        return joined({work.title.value, facts_of(work, 4), rated}, " / ");
    }

    /// Who wrote it; and when it was seen and where, on the same row where there is room.
    void byline() {
        const std::string by = joined(desk_.piece.authors, ", ");
        const int row = row_;
        paragraph(by, Element::byline);
        const std::string when = occasion();
        if (when.empty()) return;
        const auto width_of = [&](const std::string& words, Element element) {
            return desk_.stick.width_of(
                *desk_.stick.measure(text_of(desk_, writer_of(desk_, words, element), element, width_)));
        };
        const Length taken = width_of(by, Element::byline) + width_of(when, Element::occasion) + desk_.grid() * 2;
        if (taken <= width_) row_ = row;
        paragraph(when, Element::occasion, taken <= width_ && !by.empty() ? Setting::ranged_right : Setting::ragged);
    }

    std::string occasion() const {
        if (!has_films()) return {};
        std::vector<std::string> parts;
        if (const Date* date = day_of(desk_.piece)) parts.push_back(desk_.words.weekday_date(*date));
        if (desk_.piece.seen) parts.push_back(desk_.piece.seen->value.time);
        parts.push_back(desk_.piece.venue);
        parts.push_back(desk_.piece.medium);
        return joined(parts, ", ");
    }

    bool pasted() const { return desk_.page().display == Display::pasted && desk_.piece.epigraph; }

    /// The epigraph on the picture's lower half, where it has room there.
    void paste_on(Length foot, Length height) {
        if (!pasted()) return;
        const Length width = width_ * 2 / 3;
        const Length x = desk_.right_to_left() ? Length{} : width_ - width;
        PastedEpigraph strips = compose_pasted_epigraph(desk_, parent_, width);
        const Length first = foot - strips.height() - desk_.grid();
        if (first < foot - height / 2) return void(too_high_ = std::move(strips));
        paste_epigraph(desk_, result_.strip, strips, {x, first}, width);
        epigraph_stands_ = true;
    }

    /// On rows of its own; its strips lean down into the free row below them.
    void paste_below() {
        if (!too_high_) too_high_ = compose_pasted_epigraph(desk_, parent_, width_);
        const Length first = desk_.grid() * row_ + desk_.grid() / 3;
        paste_epigraph(desk_, result_.strip, *too_high_, {{}, first}, width_);
        row_ += static_cast<int>(whole_rows(desk_, too_high_->height()).units / desk_.grid().units) +
                desk_.page().opener.text_after_epigraph;
    }

    Composed quoted(TextWriter write, Element element, StructureId quote) {
        SetText text = text_of(desk_, std::move(write), element, width_);
        text.ordinal = desk_.piece.epigraph->ordinal;
        text.span = desk_.piece.epigraph->span;
        return compose(desk_, std::move(text), desk_.structure.add(quote, StructureRole::paragraph));
    }

    /// Its source stands on its last line, or below where that has no room.
    void epigraph() {
        if (!desk_.piece.epigraph) return;
        const Epigraph& epigraph = *desk_.piece.epigraph;
        const StructureId quote = add(StructureRole::block_quote);
        const Length step = desk_.spec(Element::epigraph).leading;
        Length y = desk_.grid() * row_;
        const Composed words = quoted(writer_of(desk_, epigraph.words, Element::epigraph), Element::epigraph, quote);
        result_.strip.put(PageColumn::text, words, {{}, y}, step);
        y += step * (static_cast<std::int64_t>(std::max<std::size_t>(words.lines, 1)) - 1);
        if (!epigraph.source.empty()) {
            const Composed source = quoted(writer_of(desk_, epigraph.source, Element::epigraph_source),
                                           Element::epigraph_source, quote);
            if (source.lines != 1 || words.lines == 0 || !fits_beside(desk_, words, source)) y += step;
            result_.strip.put(PageColumn::text, source, {{}, y}, desk_.grid());
            y += desk_.grid() * (static_cast<std::int64_t>(std::max<std::size_t>(source.lines, 1)) - 1);
        }
        row_ = static_cast<int>(whole_rows(desk_, y).units / desk_.grid().units) +
               desk_.page().opener.text_after_epigraph;
    }

    Desk& desk_;
    StructureId parent_;
    Length width_;
    Length bottom_; ///< of the block so far, from row 0
    Opener result_;
    int row_ = 0;
    std::optional<PastedEpigraph> too_high_; ///< for the picture
    bool epigraph_stands_ = false;           ///< on the picture
};

} // namespace

Opener set_block_opener(Desk& desk, StructureId parent) { return BlockOpener(desk, parent).set(); }

} // namespace halfstar::layout

#include "typeset/layout/opener.h"

#include "typeset/layout/block_opener.h"
#include "typeset/layout/centred_opener.h"
#include "typeset/layout/statements.h"
#include "typeset/layout/title.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

/// The words on one line: a number is not parted from its unit.
std::string bound(std::string_view words) {
    std::string out;
    for (const char c : words) out += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return out;
}

} // namespace

std::string credit_line(const Desk& desk, const Work& work) {
    std::vector<std::string> directors, parts;
    for (const Credit& credit : work.credits)
        if (credit.role == Role::director) directors.push_back(credit.name);
    if (desk.piece.works.size() > 1) {
        std::string head = work.title.value;
        if (work.year) head += " " + std::to_string(*work.year);
        if (head != desk.piece.title.value) parts.push_back(head);
    }
    if (!directors.empty())
        parts.push_back(std::string(desk.words.word("directed-by")) + " " + joined(directors, ", "));
    if (!work.countries.empty()) parts.push_back(joined(work.countries, ", "));
    if (work.minutes) parts.push_back(bound(Locale::fill(desk.words.word("minutes"), {std::to_string(*work.minutes)})));
    return joined(parts, " · ");
}

TextWriter original_title_writer(const Desk& desk, const Work& work) {
    const Piece* piece = &desk.piece;
    const Work* film = &work;
    return [piece, film](const TypeCase& types) {
        const std::string& language = film->original_language.empty() ? piece->language : film->original_language;
        RichTextWriter writer(types, Element::byline, piece->language);
        writer.set_direction(piece->direction);
        writer.open({-1, StructureRole::span, film->original_language, {}, {}, {}, {}});
        writer.add(film->original_title, types.type(Element::byline, language), RichTextWriter::Origin::source);
        writer.close();
        return writer.take();
    };
}

std::string showing_of(const Desk& desk) {
    const std::string hour = desk.piece.seen ? desk.piece.seen->value.time : std::string();
    return joined({hour, desk.piece.venue, desk.piece.medium}, ", ");
}

std::vector<const Work*> rated_works(const Piece& piece) {
    std::vector<const Work*> rated;
    for (const Work& work : piece.works)
        if (work.rating) rated.push_back(&work);
    const auto as_first = [&](const Work* work) { return work->rating->value == rated.front()->rating->value; };
    const bool alike = std::all_of(rated.begin(), rated.end(), as_first);
    if (alike && rated.size() == piece.works.size()) rated.resize(std::min<std::size_t>(rated.size(), 1));
    return rated;
}

namespace {

class OpenerSetter {
public:
    OpenerSetter(Desk& desk, StructureId parent) : desk_(desk), parent_(parent), columns_(columns_of(desk, 0)) {}

    Opener set() {
        title();
        side();
        credits();
        epigraph();
        result_.text_row = row_;
        return std::move(result_);
    }

private:
    const OpenerSpec& spec() const { return desk_.page().opener; }
    StructureId add(StructureRole role) { return desk_.structure.add(parent_, role); }
    Point at(int row) const { return {{}, desk_.grid() * row}; }
    Length width(PageColumn column) const {
        return column == PageColumn::text ? columns_.text.width : columns_.side.width;
    }

    /// Words of one paragraph in a column, from a row on; the number of rows it took.
    int words(const TextWriter& write, Element element, PageColumn column, int row, Span span) {
        SetText text = text_of(desk_, write, element, width(column));
        if (text.setting == Setting::justified) text.setting = Setting::ragged;
        text.span = span;
        const Composed composed = compose(desk_, std::move(text), add(StructureRole::paragraph));
        result_.strip.put(column, composed, at(row), desk_.grid());
        return static_cast<int>(composed.lines);
    }

    /// In a side column that is too narrow for it, a short one.
    std::string month_name(int month) {
        const auto at = static_cast<std::size_t>(month - 1);
        const std::string& name = desk_.words.months[at];
        const SetText text = text_of(desk_, writer_of(desk_, name, Element::month), Element::month, {});
        const bool fits = desk_.stick.width_of(*desk_.stick.measure(text)) <= columns_.side.width;
        return fits ? name : short_months(desk_.words)[at];
    }

    void title() {
        TitleSetting setting = choose_title(desk_, columns_.text.width);
        const StructureId heading = add(StructureRole::heading);
        desk_.structure.set_level(heading, desk_.level);
        const int step = setting.step;
        const Composed composed = compose_title(desk_, std::move(setting), heading);
        Point place = at(spec().title_row);
        result_.outline = desk_.composition.outline.size();
        desk_.composition.outline.push_back({desk_.level, desk_.title(), 0, place.y - desk_.grid() * step});
        if (!desk_.right_to_left()) place.x -= left_bearing(desk_, composed.measured->rich);
        result_.strip.put(PageColumn::text, composed, place, desk_.grid() * step);
        row_ = spec().title_row + std::max(0, static_cast<int>(composed.lines) - 1) * step;
    }

    void credits() {
        row_ += spec().credit_after_title;
        const bool films = desk_.facts == FilmFacts::shown;
        if (films && desk_.piece.works.size() == 1) original_title(desk_.piece.works.front());
        if (!desk_.piece.subtitle.empty())
            row_ += words(writer_of(desk_, desk_.piece.subtitle, Element::byline), Element::byline,
                          PageColumn::text, row_, desk_.piece.span);
        for (const Work& work : desk_.piece.works) {
            const std::string line = films ? credit_line(desk_, work) : std::string();
            if (!line.empty())
                row_ += words(writer_of(desk_, line, Element::credit), Element::credit, PageColumn::text, row_,
                              work.title.span);
        }
        if (!desk_.piece.authors.empty())
            row_ += words(writer_of(desk_, joined(desk_.piece.authors, ", "), Element::byline), Element::byline,
                          PageColumn::text, row_, desk_.piece.span);
        // The next free row is one below the last line; steps count from the last line itself.
        row_ += spec().epigraph_after_byline - 1;
    }

    void original_title(const Work& work) {
        if (work.original_title.empty() || work.original_title == work.title.value) return;
        row_ += words(original_title_writer(desk_, work), Element::byline, PageColumn::text, row_, work.title.span);
    }

    void side() {
        const int before = row_;
        const Date* date = day_of(desk_.piece);
        const int stars = date != nullptr ? day(*date) : spec().day_row;
        result_.side_row = stars;
        if (desk_.facts == FilmFacts::shown) ratings();
        row_ = before;
    }

    void ratings() {
        const std::vector<const Work*> rated = rated_works(desk_.piece);
        for (const Work* work : rated) {
            if (rated.size() > 1)
                result_.side_row += words(writer_of(desk_, work->title.value, Element::occasion), Element::occasion,
                                          PageColumn::side, result_.side_row, work->title.span);
            set_rating(desk_, result_.strip, work->rating->value, at(result_.side_row), add(StructureRole::paragraph));
            result_.side_row += 2;
        }
    }

    /// Day, month, weekday and place; the row where the stars go.
    int day(const Date& date) {
        if (date.day > 0) {
            SetText text = text_of(desk_, writer_of(desk_, std::to_string(date.day), Element::day), Element::day,
                                   columns_.side.width);
            text.setting = Setting::ragged;
            const Composed composed = compose(desk_, std::move(text), add(StructureRole::paragraph));
            Point place = at(spec().day_row);
            if (!desk_.right_to_left()) place.x -= left_bearing(desk_, composed.measured->rich);
            result_.strip.put(PageColumn::side, composed, place, desk_.grid());
        }
        const std::string month = date.month > 0 ? month_name(date.month) : std::to_string(date.year);
        const int row = date.day > 0 ? spec().month_row : spec().day_row;
        words(writer_of(desk_, month, Element::month), Element::month, PageColumn::side, row, desk_.piece.span);
        const auto weekday = Locale::weekday(date);
        const std::string occasion = joined(
            {weekday ? desk_.words.weekdays[static_cast<std::size_t>(*weekday)] : std::string(), showing_of(desk_)}, ", ");
        int rows = 0;
        if (!occasion.empty())
            rows = words(writer_of(desk_, occasion, Element::occasion), Element::occasion, PageColumn::side, row + 1,
                         desk_.piece.span);
        return std::max(date.day > 0 ? spec().stars_row : row + 3, row + 1 + rows + 1);
    }

    void epigraph() {
        if (!desk_.piece.epigraph) return;
        const Epigraph& epigraph = *desk_.piece.epigraph;
        const StructureId quote = add(StructureRole::block_quote);
        SetText text = text_of(desk_, writer_of(desk_, epigraph.words, Element::epigraph), Element::epigraph,
                               columns_.text.width);
        text.setting = Setting::ragged;
        text.ordinal = epigraph.ordinal;
        text.span = epigraph.span;
        const Length mark = desk_.right_to_left() ? Length{} : opening_mark(text);
        text.shapes = {{-mark, columns_.text.width + mark}, {{}, columns_.text.width}};
        const Composed composed =
            compose(desk_, std::move(text), desk_.structure.add(quote, StructureRole::paragraph));
        result_.strip.put(PageColumn::text, composed, at(row_), desk_.grid());
        row_ += std::max(0, static_cast<int>(composed.lines) - 1);
        if (!epigraph.source.empty()) epigraph_source(epigraph, composed, quote);
        row_ += spec().text_after_epigraph;
    }

    /// How far an opening quotation mark hangs out: wholly.
    Length opening_mark(const SetText& text) {
        const RichText rich = text.write(desk_.types());
        if (rich.text.empty()) return {};
        const utf8::Decoded first = utf8::decode(rich.text, 0);
        static constexpr std::u32string_view marks = U"\"'“‘«„‚‹";
        if (marks.find(first.code_point) == std::u32string_view::npos) return {};
        const ShapedWord* shaped = shape_part(rich, {0, static_cast<std::uint32_t>(first.length), 0, rich.level, false, nullptr}, 0,
                                              static_cast<std::uint32_t>(first.length), desk_.stick.tools());
        return shaped == nullptr ? Length{} : shaped->width;
    }

    /// On the last line of the epigraph where there is room, else on the next.
    void epigraph_source(const Epigraph& epigraph, const Composed& words, StructureId quote) {
        SetText text = text_of(desk_, writer_of(desk_, epigraph.source, Element::epigraph_source),
                               Element::epigraph_source, columns_.text.width);
        text.ordinal = epigraph.ordinal;
        text.span = epigraph.span;
        text.setting = Setting::ranged_right;
        const Composed source =
            compose(desk_, std::move(text), desk_.structure.add(quote, StructureRole::paragraph));
        if (source.lines == 0) return;
        const bool beside = source.lines == 1 && words.lines > 0 && fits_beside(desk_, words, source);
        if (!beside) ++row_;
        result_.strip.put(PageColumn::text, source, at(row_), desk_.grid());
        row_ += static_cast<int>(source.lines) - 1;
    }

    Desk& desk_;
    StructureId parent_;
    PageColumns columns_;
    Opener result_;
    int row_ = 0;
};

} // namespace

bool fits_beside(Desk& desk, const Composed& words, const Composed& source) {
    const LineEnd a = ends_of(desk, words, words.lines - 1), b = ends_of(desk, source, 0);
    const Length gap = desk.grid() * 2;
    return desk.right_to_left() ? b.right + gap <= a.left : a.right + gap <= b.left;
}

PageColumns columns_of(const Desk& desk, std::size_t page) {
    const PageSpec& spec = desk.page();
    const Length taken = spec.side.units > 0 ? spec.side + spec.gutter : Length{};
    const Length width = spec.trim.width - spec.inner - spec.outer - taken;
    const bool on_the_right = (page % 2 == 0) != desk.composition.info.right_to_left;
    if (spec.side_edge == SideEdge::outer && on_the_right)
        return {{spec.inner, width}, {spec.inner + width + spec.gutter, spec.side}};
    const Length left = spec.side_edge == SideEdge::outer ? spec.outer : spec.inner;
    return {{left + taken, width}, {left, spec.side}};
}

Column measure_of(const Desk& desk, std::size_t page) {
    const PageColumns columns = columns_of(desk, page);
    if (!desk.page().wide_columns || desk.page().side.units <= 0) return columns.text;
    return {std::min(columns.text.x, columns.side.x), columns.text.width + desk.page().gutter + columns.side.width};
}

Length column_width(const Desk& desk) {
    const PageSpec& page = desk.page();
    return (measure_of(desk, 0).width - page.column_gap * (page.columns - 1)) / page.columns;
}

Length row_at(const PageSpec& page, int row) { return page.first_baseline + page.grid * row; }

int last_row(const PageSpec& page) { return page.opener.foot_rule.units > 0 ? page.rows - 3 : page.rows - 1; }

Opener set_opener(Desk& desk, StructureId parent) {
    if (desk.page().axis == Axis::centre) return set_centred_opener(desk, parent);
    if (desk.page().opener.block.height.units > 0) return set_block_opener(desk, parent);
    return OpenerSetter(desk, parent).set();
}

void Strip::put(PageColumn column, const Composed& composed, Point at, Length leading) {
    if (composed.lines == 0) return;
    contents.emplace_back(
        column, PlacedLines{composed.text, 0, static_cast<std::uint32_t>(composed.lines), at, leading});
}

void stand(Desk& desk, Strip strip, std::size_t page, int row) {
    const PageColumns columns = columns_of(desk, page);
    for (auto& [column, content] : strip.contents) {
        const Length x = column == PageColumn::text ? columns.text.x : columns.side.x;
        move_by(content, {x, row_at(desk.page(), row)});
        desk.composition.pages[page].contents.push_back(std::move(content));
    }
}

void put(ComposedPage& page, const Composed& composed, Point at, Length leading) {
    if (composed.lines == 0) return;
    page.contents.emplace_back(PlacedLines{composed.text, 0, static_cast<std::uint32_t>(composed.lines), at, leading});
}

const Date* day_of(const Piece& piece) {
    if (piece.seen) return &piece.seen->value;
    return piece.published ? &piece.published->value : nullptr;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

} // namespace halfstar::layout

#include "typeset/layout/title.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::size_t title_lines = 3; ///< above these a title is set in the smaller size
constexpr double least_with_year = 0.7; ///< nor below this part, that its year may stand behind its last word
constexpr int least_title_share = 3;   ///< a title is never shrunk below this part (1/n) of its size

/// The year behind the title. On the axis it has a line of its own.
std::string year_of(const Desk& desk) {
    const Piece& piece = desk.piece;
    if (desk.page().axis == Axis::centre) return {};
    if (piece.works.size() != 1 || !piece.works.front().year) return {};
    return std::to_string(*piece.works.front().year);
}

/// Whether articles and prepositions stay on the line of the word that they belong to.
enum class ShortWords : std::uint8_t { bound, loose };

/// Whether the year stays on the line of the title's last word, or may have one of its own.
enum class YearPlace : std::uint8_t { behind_title, anywhere };

/// The title with binding spaces after words of up to three letters, and before dashes.
std::string bound_title(std::string_view title) {
    std::string out;
    std::size_t word = 0;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (title[i] != ' ') {
            out += title[i];
            continue;
        }
        const std::string_view before = title.substr(word, i - word), after = title.substr(i + 1);
        const auto is_dash = [](std::string_view words) { return words.substr(0, 3) == "–" || words.substr(0, 3) == "—"; };
        const bool is_short = (utf8::count(before) <= 3 && !is_dash(before)) || is_dash(after);
        out += is_short ? std::string_view("\u00A0") : std::string_view(" ");
        word = i + 1;
    }
    return out;
}

TextWriter title_writer(const Desk& desk, Element element, Length size, ShortWords short_words, YearPlace place) {
    const Piece* piece = &desk.piece;
    const std::string title = short_words == ShortWords::bound ? bound_title(desk.title()) : desk.title();
    const std::string space = place == YearPlace::behind_title ? "\u00A0" : " ";
    return [piece, title, element, size, space, year = year_of(desk)](const TypeCase& types) {
        RichTextWriter writer(types, element, piece->language);
        writer.set_direction(piece->direction);
        writer.add(title, TypeCase::resized(types.type(element, piece->language), size),
                   RichTextWriter::Origin::source);
        if (!year.empty()) {
            const Type light = TypeCase::resized(types.type(Element::year, piece->language), size);
            writer.add(space, light, RichTextWriter::Origin::source);
            writer.add(year, light, RichTextWriter::Origin::source);
        }
        return writer.take();
    };
}

Length widest_overrun(const std::vector<breaking::Line>& lines) {
    Length worst{};
    for (const breaking::Line& line : lines) worst = std::max(worst, line.overfull);
    return worst;
}

/// The way with the fewest lines that all fit, else the best.
std::vector<breaking::Line> fewest_lines(const ComposingStick& stick, const SetText& text, const MeasuredText& measured) {
    std::vector<breaking::Line> best;
    for (breaking::Breaks& way : stick.break_text(text, measured)) {
        const bool fits = widest_overrun(way.lines).units <= 0;
        if (best.empty() || (fits && way.lines.size() < best.size())) best = std::move(way.lines);
    }
    return best;
}

/// Those in the narrowest measure in which the title takes no more than these lines: they become alike.
std::vector<breaking::Line> balanced(const ComposingStick& stick, SetText text, const MeasuredText& measured,
                                     std::vector<breaking::Line> lines) {
    const std::size_t count = lines.size();
    if (count < 2) return lines;
    Length narrow = text.shapes.front().width / 2, wide = text.shapes.front().width;
    while (wide - narrow > Length::points(1)) {
        const Length middle = (narrow + wide) / 2;
        text.shapes.front().width = middle;
        const std::vector<breaking::Line> tried = fewest_lines(stick, text, measured);
        const bool fits = tried.size() <= count && widest_overrun(tried).units <= 0;
        (fits ? wide : narrow) = middle;
    }
    text.shapes.front().width = wide;
    std::vector<breaking::Line> alike = fewest_lines(stick, text, measured);
    return alike.size() <= count ? alike : lines;
}

/// What is far too long is no title to be looked at, and is long to balance. Lines keep the full measure for what is ranged against it.
std::vector<breaking::Line> title_lines_of(ComposingStick& stick, const SetText& text) {
    return stick.lines_of(text, LinesOf::title, [&](const MeasuredText& measured) {
        std::vector<breaking::Line> lines = fewest_lines(stick, text, measured);
        return lines.size() <= title_lines * 2 ? balanced(stick, text, measured, std::move(lines)) : lines;
    });
}

/// Sets the title in `text`; whether it fits in few lines.
bool try_title(Desk& desk, SetText& text, TextWriter write, Element element, Length width) {
    text = text_of(desk, std::move(write), element, width);
    text.setting = Setting::ragged;
    text.variants = breaking::Variants::looser_and_tighter;
    text.wide_words = WideWords::kept;
    text.span = desk.piece.title.span;
    text.lines = title_lines_of(desk.stick, text);
    return widest_overrun(text.lines).units <= 0 && text.lines.size() <= title_lines;
}

/// In the largest size in which it fits, if that is not too small; else false.
bool fit_element(Desk& desk, TitleSetting& setting, Element element, Length width, YearPlace place) {
    const Length size = desk.spec(element).size;
    const auto fits = [&](Length now, ShortWords words) {
        return try_title(desk, setting.text, title_writer(desk, element, now, words, place), element, width);
    };
    const bool with_year = place == YearPlace::behind_title;
    const Length least = with_year ? size.scaled(least_with_year) : size / least_title_share;
    // Rather than leave an article alone on its line, the title is a little smaller.
    for (Length now = size; with_year && now > least; now = now.scaled(0.9))
        if (fits(now, ShortWords::bound)) return true;
    for (Length now = size; now > least; now = now.scaled(0.9)) {
        if (fits(now, ShortWords::bound) || fits(now, ShortWords::loose)) return true;
        if (setting.text.lines.size() > title_lines) break; // a smaller element, not a squeezed one
    }
    return false;
}

} // namespace

TitleSetting choose_title(Desk& desk, Length width) {
    const OpenerSpec& opener = desk.page().opener;
    const auto characters = static_cast<int>(utf8::count(desk.title()));
    const bool by_length = opener.long_title_from > 0 && characters >= opener.long_title_from;
    TitleSetting setting;
    // A year alone on a line is a widow: rather the title is a little smaller.
    for (const YearPlace place : {YearPlace::behind_title, YearPlace::anywhere})
        for (const Element element : {Element::title, Element::long_title}) {
            if (element == Element::title && by_length) continue;
            setting.step = element == Element::title ? opener.title_step : opener.long_title_step;
            if (fit_element(desk, setting, element, width, place)) return setting;
        }
    return setting;
}

Composed compose_title(Desk& desk, TitleSetting setting, StructureId heading) {
    SetText text = std::move(setting.text);
    const std::vector<breaking::Line> lines = text.lines;
    SharedText measured = desk.stick.compose(text, desk.diagnostics);
    text.lines = lines;
    add_slots(text, measured->rich, desk.structure, heading);
    const auto index = static_cast<std::uint32_t>(desk.composition.texts.size());
    desk.composition.texts.push_back(std::move(text));
    return {index, lines.size(), std::move(measured)};
}

} // namespace halfstar::layout

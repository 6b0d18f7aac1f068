#include "typeset/layout/pasted_trailer.h"

#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/strip.h"

#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int least_rows = 12; ///< that are free, below which nothing is pasted
const Length largest = Length::points(72), smallest = Length::points(20), about_size = Length::points(24);
constexpr double widest = 0.88;      ///< of the frame
constexpr double from_head = 0.52;   ///< of the free height, where the first baseline stands if what is above has room
constexpr double under = 0.14, about_leading = 1.2; ///< of the sizes of the two, what stands from baseline to baseline
const Length about_drop = largest.scaled(under) + about_size.scaled(under + about_leading);
constexpr double about_indent = 1.6; ///< of its size, from the first strip's left end
constexpr std::size_t first_cut = 4, second_cut = 5;

/// A composed line of ours, in a size and a paint.
Composed line_of(Desk& desk, const std::string& words, Length size, Paint paint) {
    const TextWriter write = [words, size, paint, language = desk.piece.language](const TypeCase& types) {
        Type type = TypeCase::resized(types.type(Element::cover_text, language), size);
        type.paint = paint;
        RichTextWriter writer(types, Element::cover_text, language);
        writer.add(words, type, RichTextWriter::Origin::source);
        return writer.take();
    };
    SetText text = text_of(desk, write, Element::cover_text, desk.page().trim.width);
    text.setting = Setting::ragged;
    return compose_artifact(desk, std::move(text));
}

Length width_of(Desk& desk, const std::string& words, Length size) {
    return desk.stick.width_of(*line_of(desk, words, size, {}).measured);
}

/// The line on its strip; an artifact.
void paste(Desk& desk, ComposedPage& page, const std::string& words, const StripPlace& place, const StripPaper& paper,
           Paint paint) {
    const Composed line = line_of(desk, words, place.size, paint);
    page.contents.emplace_back(Item{strip_shape(place, desk.stick.width_of(*line.measured), paper), 0});
    PlacedLines placed{line.text, 0, static_cast<std::uint32_t>(std::min<std::size_t>(line.lines, 1)),
                       strip_words_at(place), place.size};
    placed.turn = strip_turn(place.index);
    page.contents.emplace_back(placed);
}

} // namespace

void set_trailer(Desk& desk, std::size_t page, int end_row, const Trailer& trailer) {
    const int last = last_row(desk.page());
    if (desk.page().display != Display::pasted || trailer.next.empty() || last - end_row < least_rows) return;
    const Rect frame = pasted_frame(desk);
    const Length top = row_at(desk.page(), end_row), free = row_at(desk.page(), last) - top;
    const Length wide = frame.width.scaled(widest);
    const Length whole = width_of(desk, trailer.next, largest);
    const Length room = free - desk.grid() - about_drop;
    const double in_width = 0.995 * wide.to_points() / std::max(1.0, whole.to_points());
    const double in_height = room.to_points() / strip_rise(whole, largest).to_points();
    const Length size = largest.scaled(std::min({1.0, in_width, in_height}));
    if (size < smallest) return;
    const Paint ink = paint_of(desk.style(), 0), paper = paper_paint(desk);
    const Length left = frame.x + Length::points(4);
    const Length rise = strip_rise(width_of(desk, trailer.next, size), size);
    const Length baseline = top + std::max(free.scaled(from_head), rise + desk.grid());
    ComposedPage& on = desk.composition.pages[page];
    paste(desk, on, trailer.next, {{left, baseline}, size, first_cut}, {ink}, paper);
    if (trailer.about.empty() || width_of(desk, trailer.about, about_size) + about_size.scaled(about_indent) > wide) return;
    const Length below = baseline + size.scaled(under) + about_size.scaled(about_leading);
    paste(desk, on, trailer.about, {{left + about_size.scaled(about_indent), below}, about_size, second_cut},
          {paper, ink}, ink);
}

} // namespace halfstar::layout

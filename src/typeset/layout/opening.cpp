// The opening paragraph: a drop cap of some lines, aligned by its ink, and the first words in small caps.
// Only scripts with capitals have one, and only a paragraph that is long enough to stand beside it.
#include "typeset/layout/blocks.h"

#include "design/style/load.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double cap_gap = 4.5;     ///< points from the cap's ink to the text
constexpr double narrowest_box = 0.8; ///< of its height
constexpr double mark_share = 0.5;  ///< of the cap's size, for a quotation mark before it
constexpr std::u32string_view opening_marks = U"\"'“‘«„‚‹¿¡([";

bool is_capital(char32_t c) {
    // Capitals of scripts that drop caps belong to: Latin, Greek, Cyrillic, Armenian.
    return unicode::category(c) == unicode::Category::uppercase && c < 0x0590;
}

/// Bytes of the marks before the first letter, and up to and with that letter, and with the space behind a letter that is a
/// word ("A film"), which would be lost between two texts; none when the paragraph does not begin with a capital in the
/// paragraph's own leaf.
struct Initial {
    std::uint32_t marks = 0, end = 0;
};
std::optional<Initial> initial_of(const RichText& rich) {
    Initial initial;
    std::uint32_t at = 0;
    while (at < rich.text.size()) {
        const utf8::Decoded c = utf8::decode(rich.text, at);
        const Stretch& stretch = rich.stretches[rich.stretch_at(at)];
        if (rich.slots[stretch.slot].parent >= 0 || stretch.picture || stretch.generated) return std::nullopt;
        at += static_cast<std::uint32_t>(c.length);
        if (opening_marks.find(c.code_point) != std::u32string_view::npos && initial.marks < 8) initial.marks = at;
        else if (is_capital(c.code_point)) {
            const auto bounds = unicode::grapheme_boundaries(
                std::string_view(rich.text).substr(initial.marks, std::min<std::size_t>(64, rich.text.size() - initial.marks)));
            initial.end = bounds.size() > 1 ? initial.marks + bounds[1] : at;
            if (rich.text.compare(initial.end, 1, " ") == 0) ++initial.end;
            return initial;
        } else return std::nullopt;
    }
    return std::nullopt;
}

/// The text without its first bytes.
RichText without_first(RichText rich, std::uint32_t bytes) {
    std::vector<Stretch> kept;
    for (Stretch stretch : rich.stretches) {
        if (stretch.end <= bytes) continue;
        if (stretch.begin < bytes) {
            stretch.offset += static_cast<std::uint32_t>(
                utf8::count(std::string_view(rich.text).substr(stretch.begin, bytes - stretch.begin)));
            stretch.begin = bytes;
        }
        stretch.begin -= bytes;
        stretch.end -= bytes;
        kept.push_back(stretch);
    }
    for (Isolate& isolate : rich.isolates) {
        isolate.begin = std::max(isolate.begin, bytes) - bytes;
        isolate.end = std::max(isolate.end, bytes) - bytes;
    }
    rich.text.erase(0, bytes);
    rich.stretches = std::move(kept);
    return rich;
}

/// Where the first `words` words end.
std::uint32_t words_end(const std::string& text, int words) {
    std::size_t at = 0;
    for (int i = 0; i < words; ++i) {
        at = text.find(' ', at + (i == 0 ? 0 : 1));
        if (at == std::string::npos) return 0; // a lead-in that is all of it is none
    }
    return static_cast<std::uint32_t>(at);
}

/// The first words in the look of the lead-in; `before` of them stand before the text.
RichText with_lead_in(RichText rich, const TypeCase& types, int before) {
    const std::uint32_t end = words_end(rich.text, types.page().opener.lead_in_words - before);
    const TextSpec& spec = types.spec(Element::lead_in);
    std::vector<Stretch> stretches;
    for (const Stretch& stretch : rich.stretches) {
        if (stretch.begin >= end || stretch.picture) {
            stretches.push_back(stretch);
            continue;
        }
        Stretch head = stretch;
        head.end = std::min(end, stretch.end);
        Type type = rich.types[stretch.type];
        if (spec.letter_case == LetterCase::small_caps || spec.letter_case == LetterCase::all_small_caps)
            type = types.small_caps(std::move(type), spec.tracking);
        else type = types.styled(std::move(type), TextStyle::strong);
        head.type = static_cast<std::uint16_t>(rich.types.size());
        rich.types.push_back(std::move(type));
        stretches.push_back(head);
        if (head.end == stretch.end) continue;
        Stretch tail = stretch;
        tail.begin = head.end;
        tail.offset += static_cast<std::uint32_t>(
            utf8::count(std::string_view(rich.text).substr(stretch.begin, head.end - stretch.begin)));
        stretches.push_back(tail);
    }
    rich.stretches = std::move(stretches);
    return rich;
}

double cap_height(const Face* face) {
    if (face == nullptr) return 0.7;
    const FaceMetrics& metrics = face->metrics();
    return static_cast<double>(std::max(1, metrics.cap_height)) / std::max(1, metrics.units_per_em);
}

/// ((lines - 1) * grid + the text's capitals) / the capitals of the cap's face; in a box, less the room round it.
Length cap_size(const TypeCase& types, int lines) {
    const TextSpec& text = types.spec(Element::text);
    const Type body = types.type(Element::text, {}), cap = types.type(Element::drop_cap, {});
    const double high = types.page().grid.to_points() * (lines - 1) + text.size.to_points() * cap_height(body.font.face);
    return Length::points((high - types.page().opener.drop_cap_box.to_points() * 2) / cap_height(cap.font.face));
}

/// The initial alone, a mark before it smaller and level with the cap's top.
RichText initial_text(const RichText& rich, const Initial& initial, const TypeCase& types, Length size) {
    RichText out;
    out.language = rich.language;
    out.slots = rich.slots;
    out.text = rich.text.substr(0, initial.end);
    const Type cap = TypeCase::resized(types.type(Element::drop_cap, rich.language), size);
    Type mark = TypeCase::resized(cap, size.scaled(mark_share));
    mark.raise = size.scaled(cap_height(cap.font.face) * (1 - mark_share));
    out.types = {cap, mark};
    const Stretch& first = rich.stretches.front();
    if (initial.marks > 0) out.stretches.push_back({0, initial.marks, 1, first.slot, 0, false, std::nullopt});
    const auto before =
        static_cast<std::uint32_t>(utf8::count(std::string_view(rich.text).substr(0, initial.marks)));
    out.stretches.push_back({initial.marks, initial.end, 0, first.slot, before, false, std::nullopt});
    return out;
}

struct Ink {
    Length left, right; ///< of the initial, from its origin
    bool descends = false; ///< as the tail of a Q: into the line below its own
};

Ink ink_of(const Desk& desk, const RichText& rich, const MeasuredText& measured) {
    Ink ink;
    Length width{};
    for (const breaking::Element& element : measured.elements)
        if (element.kind == breaking::PieceKind::box) width += element.width;
    ink.right = width;
    ink.left = rich.text.empty() ? Length{} : left_bearing(desk, rich);
    const Type& type = rich.types.front();
    const Stretch& last = rich.stretches.back();
    const char32_t letter = utf8::decode(rich.text, last.begin).code_point;
    if (type.font.face == nullptr) return ink;
    const std::uint32_t glyph = type.font.face->glyph(letter);
    if (const auto extents = type.font.face->extents(glyph); glyph != 0 && extents) {
        const int bearing = type.font.face->advance(glyph) - extents->right;
        ink.descends = extents->bottom * 10 < -type.font.face->metrics().units_per_em;
        ink.right -= type.font.size * bearing / std::max(1, type.font.face->metrics().units_per_em);
    }
    return ink;
}

/// The cap as a text of its own, and how far it pushes the first lines in.
struct DropCap {
    SetText text;
    Ink ink;
    Length inset;
    Rect box{}; ///< behind it, from the left end of its baseline's line; empty: none

    Length ink_width() const { return ink.right - ink.left; }
};

/// As high as the lines beside it, and not much narrower; the letter stands in its middle.
Rect box_of(Desk& desk, const DropCap& cap, int lines) {
    const Length room = desk.page().opener.drop_cap_box;
    if (room.units <= 0) return {};
    const Length high = desk.grid() * (lines - 1) + cap_height(desk, Element::text);
    return {{}, -high, std::max(cap.ink_width() + room * 2, high.scaled(narrowest_box)), high};
}

std::optional<DropCap> make_cap(Desk& desk, const TextWriter& write, const Initial& start, int lines, Length measure) {
    const Length size = cap_size(desk.types(), lines);
    const TextWriter initial = [write, start, size](const TypeCase& types) {
        return initial_text(write(types), start, types, size);
    };
    DropCap cap;
    cap.text = text_of(desk, initial, Element::drop_cap, measure);
    cap.text.setting = Setting::ragged;
    const SharedText measured = desk.stick.compose(cap.text, desk.diagnostics);
    cap.ink = ink_of(desk, measured->rich, *measured);
    cap.box = box_of(desk, cap, lines);
    cap.inset = std::max(cap.ink_width(), cap.box.width) + Length::points(cap_gap);
    if (cap.inset > measure / 2 || cap.text.lines.size() != 1) return std::nullopt;
    return cap;
}

/// The cap stands with the first line, its baseline on the last of its lines; these stay together.
void add_cap(Desk& desk, Galley& galley, std::size_t first, DropCap cap, int count, Length x) {
    const auto index = static_cast<std::uint32_t>(desk.composition.texts.size());
    desk.composition.texts.push_back(std::move(cap.text));
    std::vector<PlacedLines>& lines = galley.entries[first].lines;
    Point at{x - cap.ink.left, desk.grid() * (count - 1)};
    if (cap.box.width.units > 0) {
        const Rect box{x, at.y + cap.box.y, cap.box.width, cap.box.height};
        galley.entries[first].grounds.push_back({Rule{box, paint_of(desk.style(), 0)}, 0});
        at.x += (box.width - cap.ink_width()) / 2;
        at.y -= desk.page().opener.drop_cap_box;
    }
    lines.insert(lines.begin(), {index, 0, 1, at, desk.grid()});
    const std::size_t kept = std::min(first + static_cast<std::size_t>(count) - 1, galley.entries.size());
    for (std::size_t i = first; i < kept; ++i) galley.entries[i].slab.penalty = breaking::forbidden;
}

} // namespace

bool set_opening(Desk& desk, Galley& galley, const Block& block, const Paragraph& paragraph,
                 const Surroundings& around) {
    const int count = desk.page().opener.drop_cap_lines;
    if (count < 2 || desk.right_to_left()) return false;
    const TextWriter write = writer_of(desk, paragraph.inlines, around.element);
    const RichText whole = write(desk.types());
    const std::optional<Initial> initial = initial_of(whole);
    if (!initial || whole.level != 0) return false;

    SetText text = text_of(desk, write, around.element, around.column.width);
    text.hyphenation = text.setting == Setting::justified ? Hyphenation::on : Hyphenation::off;
    text.ordinal = block.ordinal;
    text.span = block.span;
    if (!desk.stick.takes_lines(text, static_cast<std::size_t>(count))) return false; // without a cap
    std::optional<DropCap> cap = make_cap(desk, write, *initial, count, around.column.width);
    if (!cap) return false;

    const int word = whole.text[initial->end - 1] == ' ' ? 1 : 0;
    text.write = [write, start = *initial, word](const TypeCase& types) {
        return with_lead_in(without_first(write(types), start.end), types, word);
    };
    text.shapes.assign(static_cast<std::size_t>(cap->ink.descends ? count + 1 : count), {cap->inset, around.column.width - cap->inset});
    text.shapes.push_back({{}, around.column.width});
    const StructureId parent = desk.structure.add(around.parent, StructureRole::paragraph);
    const Composed composed = compose(desk, std::move(text), parent);
    cap->text.leaves = desk.composition.texts[composed.text].leaves;
    cap->text.ordinal = block.ordinal;
    const std::size_t first = galley.entries.size();
    add_text(desk, galley, composed, around.column.x, desk.grid(), Standing::on_grid);
    add_cap(desk, galley, first, std::move(*cap), count, around.column.x);
    return true;
}

} // namespace halfstar::layout

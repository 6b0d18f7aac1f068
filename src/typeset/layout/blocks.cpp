#include "typeset/layout/blocks.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"
#include "typeset/layout/turned_box.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::int32_t pause_at_foot = 100;

/// A leading as whole rows, so that what follows stands on the grid.
Length leading_on_grid(const Desk& desk, Element element) {
    const Length grid = desk.grid();
    const std::int64_t rows = (desk.spec(element).leading.units * 10 + grid.units * 7) / (grid.units * 10);
    return grid * std::max<std::int64_t>(1, rows);
}

Element heading_element(int rank) {
    if (rank <= 0) return Element::heading_1;
    return rank == 1 ? Element::heading_2 : Element::heading_3;
}

/// How many different levels above it the piece uses: headings are ranked by what is there, so that a
/// piece that begins with a third level looks as one that begins with the first.
int rank_of(const Blocks& blocks, int level) {
    bool used[7] = {};
    const auto mark = [&](const auto& self, const Blocks& list) -> void {
        for (const Block& block : list) {
            if (const auto* heading = std::get_if<Heading>(&block.node)) used[std::clamp(heading->level, 1, 6)] = true;
            if (const auto* quote = std::get_if<Quote>(&block.node)) self(self, quote->blocks);
            if (const auto* details = std::get_if<Details>(&block.node)) self(self, details->blocks);
        }
    };
    mark(mark, blocks);
    return static_cast<int>(std::count(used + 1, used + std::clamp(level, 1, 6), true));
}

std::string bullet(int depth) {
    static const char* const bullets[] = {"•", "–", "·"};
    return bullets[std::min(depth, 2)];
}

/// The outline rises by one level at most.
int outline_level(const Composition& composition, int level) {
    const int before = composition.outline.empty() ? 0 : composition.outline.back().level;
    return std::min(level, before + 1);
}

} // namespace

void add_text(Desk& desk, Galley& galley, const Composed& composed, Length x, Length leading, Standing standing) {
    const std::size_t first = galley.entries.size();
    const SetText& text = desk.composition.texts[composed.text];
    add_lines(galley, text.lines, composed.text, x, leading);
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        galley.entries[first + i].notes = notes_of(*composed.measured, text.lines[i]);
        galley.entries[first + i].standing = standing;
    }
}

void BlockSetter::set(const Blocks& blocks, const Surroundings& around) {
    for (const Block& block : blocks) set(block, around);
}

void BlockSetter::set_body(const Blocks& body, const Surroundings& around) {
    std::size_t first = 0;
    if (!body.empty())
        if (const auto* paragraph = std::get_if<Paragraph>(&body.front().node);
            paragraph != nullptr && set_opening(desk_, galley_, body.front(), *paragraph, around)) {
            first = 1;
            indent_ = Indent::first_line;
        }
    for (std::size_t i = first; i < body.size(); ++i) set(body[i], around);
}

void BlockSetter::set(const Block& block, const Surroundings& around) {
    const auto apart = [&](auto&& place) {
        place();
        indent_ = Indent::none;
    };
    std::visit(overloaded{
                   [&](const Paragraph& node) { paragraph(block, node.inlines, around); },
                   [&](const Heading& node) { apart([&] { heading(block, node, around); }); },
                   [&](const Quote& node) {
                       apart([&] {
                           if (node.kind == QuoteKind::pull) pull_quote(block, node, around);
                           else quote(block, node, around);
                       });
                   },
                   [&](const List& node) { apart([&] { list(block, node, around); }); },
                   [&](const CodeBlock& node) { apart([&] { set_code(desk_, galley_, block, node, around); }); },
                   [&](const Break&) { apart([&] { ornament(); }); },
                   [&](const Table& node) { apart([&] { set_table(desk_, galley_, block, node, around); }); },
                   [&](const Figure& node) { apart([&] { set_figure(desk_, galley_, block, node, around); }); },
                   [&](const Definitions& node) { apart([&] { definitions(block, node, around); }); },
                   [&](const Details& node) { apart([&] { details(block, node, around); }); },
                   [&](const Dialogue& node) { apart([&] { dialogue(node, around); }); },
                   [&](const Ranking& node) { apart([&] { ranking(node, around); }); },
                   [&](const Showings& node) { apart([&] { showings(node, around); }); },
                   [&](const RawBlock&) {}, // HTML for HTML alone
               },
               block.node);
}

void BlockSetter::lines(Composed composed, const Surroundings& around, Element element) {
    const auto first = static_cast<std::uint32_t>(galley_.entries.size());
    const bool is_body = (around.element == Element::text || around.element == Element::question) && around.nesting == 0;
    add_text(desk_, galley_, composed, around.column.x, leading_on_grid(desk_, element),
             is_body ? Standing::on_grid : Standing::free);
    paragraphs_.push_back({composed.text, first, static_cast<std::uint32_t>(galley_.entries.size()),
                           std::move(composed.other_ways)});
}

void BlockSetter::paragraph(const Block& block, const Inlines& inlines, const Surroundings& around) {
    paragraph(block, writer_of(desk_, inlines, around.element), around);
}

void BlockSetter::paragraph(const Block& block, TextWriter write, const Surroundings& around) {
    SetText text = text_of(desk_, std::move(write), around.element, around.column.width);
    if (text.setting == Setting::justified) text.hyphenation = Hyphenation::on;
    text.variants = breaking::Variants::looser_and_tighter; // of which pages choose
    text.ordinal = block.ordinal;
    text.span = block.span;
    if (indent_ == Indent::first_line) {
        const Length indent = desk_.style().lines.indent;
        const Length width = around.column.width;
        text.shapes = {{desk_.right_to_left() ? Length{} : indent, width - indent}, {{}, width}};
    }
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::paragraph);
    Composed composed = compose(desk_, std::move(text), parent);
    if (composed.lines == 0) return;
    lines(std::move(composed), around, around.element);
    indent_ = Indent::first_line;
}

void BlockSetter::heading(const Block& block, const Heading& heading, const Surroundings& around) {
    const int rank = rank_of(desk_.piece.body, heading.level);
    const Element element = heading_element(rank);
    SetText text = text_of(desk_, writer_of(desk_, heading.inlines, element), element, around.column.width);
    text.ordinal = block.ordinal;
    text.span = block.span;
    const int level = outline_level(desk_.composition, desk_.level + 1 + rank);
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::heading);
    desk_.structure.set_level(parent, level);
    const Composed composed = compose(desk_, std::move(text), parent);
    if (composed.lines == 0) return;
    leave_room(galley_, desk_.grid());
    const std::size_t first = galley_.entries.size();
    add_text(desk_, galley_, composed, around.column.x, leading_on_grid(desk_, element),
             around.nesting == 0 ? Standing::on_grid : Standing::free);
    for (std::size_t i = first; i < galley_.entries.size(); ++i)
        galley_.entries[i].slab.penalty = breaking::forbidden;
    galley_.entries[first].outline = static_cast<std::uint32_t>(desk_.composition.outline.size());
    desk_.composition.outline.push_back({level, composed.measured->rich.text, 0, {}});
}

Length BlockSetter::quote_indent() const { return desk_.grid(); }

void BlockSetter::quote(const Block& block, const Quote& quote, const Surroundings& around) {
    Surroundings inside = around;
    inside.column = indented(desk_, around.column, quote_indent());
    inside.element = Element::quote;
    ++inside.nesting;
    inside.parent = desk_.structure.add(around.parent, StructureRole::block_quote);
    leave_room(galley_, desk_.grid() / 2);
    indent_ = Indent::none;
    set(quote.blocks, inside);
    source(block, quote, inside);
    leave_room(galley_, desk_.grid() / 2);
}

/// Who said it, below it.
void BlockSetter::source(const Block& block, const Quote& quote, const Surroundings& inside) {
    if (quote.source.empty()) return;
    SetText text = text_of(desk_, writer_of(desk_, quote.source, Element::quote_source), Element::quote_source,
                           inside.column.width);
    text.span = block.span;
    text.ordinal = block.ordinal;
    keep_with_next(galley_);
    const StructureId parent = desk_.structure.add(inside.parent, StructureRole::paragraph);
    add_text(desk_, galley_, compose(desk_, std::move(text), parent), inside.column.x, desk_.grid());
}

void BlockSetter::list(const Block& block, const List& list, const Surroundings& around) {
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::list);
    desk_.structure.node(parent).ordered = list.ordered;
    const auto count = static_cast<std::int64_t>(list.items.size());
    const std::size_t digits = std::to_string(list.start + std::max<std::int64_t>(count - 1, 0)).size();
    const Length indent = desk_.grid() * (list.ordered && digits > 1 ? 3 : 2) / 2;
    if (around.list_depth == 0) leave_room(galley_, desk_.grid() / 2);
    for (std::int64_t i = 0; i < count; ++i) {
        const ListItem& item = list.items[static_cast<std::size_t>(i)];
        const StructureId entry = desk_.structure.add(parent, StructureRole::list_item);
        const std::string label = list.ordered ? std::to_string(list.start + i) + "." : bullet(around.list_depth);
        const StructureId label_parent = desk_.structure.add(entry, StructureRole::label);
        SetText mark = text_of(desk_, writer_of(desk_, label, Element::list_label), Element::list_label, indent * 2);
        mark.span = block.span;
        const Composed composed = compose(desk_, std::move(mark), label_parent);
        Surroundings inside = around;
        inside.column = indented(desk_, around.column, indent);
        inside.parent = desk_.structure.add(entry, StructureRole::list_body);
        ++inside.list_depth;
        ++inside.nesting;
        const std::size_t first = galley_.entries.size();
        indent_ = Indent::none;
        set(item.blocks, inside);
        if (galley_.entries.size() == first) add_entry(galley_, desk_.grid());
        Length x = around.column.x;
        if (desk_.right_to_left()) x = around.column.x + around.column.width - indent * 2;
        std::vector<PlacedLines>& lines = galley_.entries[first].lines;
        if (composed.lines > 0) lines.insert(lines.begin(), {composed.text, 0, 1, {x, {}}, desk_.grid()});
        if (!list.tight) leave_room(galley_, desk_.grid() / 2);
    }
    if (around.list_depth == 0) leave_room(galley_, desk_.grid() / 2);
}

void BlockSetter::ornament() {
    leave_room(galley_, desk_.grid() / 2);
    keep_with_next(galley_);
    GalleyEntry& entry = add_entry(galley_, desk_.grid());
    // A pause may end a page, but not begin one.
    entry.slab.penalty = pause_at_foot;
    entry.standing = Standing::free;
    StarSpec spec;
    spec.radius = desk_.style().end_mark_radius;
    spec.pitch = spec.radius * 3;
    const Paint paint = paint_of(desk_.style(), desk_.style().end_mark_colour);
    const Length centre = -desk_.spec(Element::text).size.scaled(0.3);
    for (Shape& shape : draw_stars({}, centre, 12, 3, spec, paint)) entry.items.push_back({std::move(shape), 0});
    leave_room(galley_, desk_.grid() / 2);
}

void BlockSetter::definitions(const Block& block, const Definitions& definitions, const Surroundings& around) {
    leave_room(galley_, desk_.grid() / 2);
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::list);
    for (const Definition& definition : definitions.items) {
        const StructureId entry = desk_.structure.add(parent, StructureRole::list_item);
        const Inlines* term = &definition.term;
        const Piece* piece = &desk_.piece;
        const TextWriter write = [term, piece, element = around.element, links = desk_.links](const TypeCase& types) {
            RichTextWriter writer(types, element, piece->language);
            writer.set_pictures(piece->pictures);
            writer.set_notes(piece->notes);
            writer.set_piece_links(links);
            writer.set_direction(piece->direction);
            writer.apply(TextStyle::strong);
            writer.add(*term);
            return writer.take();
        };
        SetText text = text_of(desk_, write, around.element, around.column.width);
        if (text.setting == Setting::justified) text.setting = Setting::ragged;
        text.ordinal = definition.term_ordinal;
        text.span = block.span;
        const Composed composed = compose(desk_, std::move(text), desk_.structure.add(entry, StructureRole::label));
        add_text(desk_, galley_, composed, around.column.x, desk_.grid());
        keep_with_next(galley_);
        Surroundings inside = around;
        inside.column = indented(desk_, around.column, desk_.grid());
        ++inside.nesting;
        inside.parent = desk_.structure.add(entry, StructureRole::list_body);
        indent_ = Indent::none;
        set(definition.blocks, inside);
    }
    leave_room(galley_, desk_.grid() / 2);
}

void BlockSetter::details(const Block& block, const Details& details, const Surroundings& around) {
    Surroundings inside = around;
    inside.parent = desk_.structure.add(around.parent, StructureRole::section);
    leave_room(galley_, desk_.grid() / 2);
    if (!details.summary.empty()) {
        SetText text = text_of(desk_, writer_of(desk_, details.summary, Element::heading_3), Element::heading_3,
                               around.column.width);
        text.ordinal = details.summary_ordinal;
        text.span = block.span;
        const StructureId parent = desk_.structure.add(inside.parent, StructureRole::paragraph);
        add_text(desk_, galley_, compose(desk_, std::move(text), parent), around.column.x, desk_.grid());
        keep_with_next(galley_);
    }
    ++inside.nesting;
    indent_ = Indent::none;
    if (details.kind == DetailsKind::spoiler) return spoiler(details, inside);
    inside.column = indented(desk_, around.column, desk_.grid());
    set(details.blocks, inside);
    leave_room(galley_, desk_.grid() / 2);
}

/// Upside down below a line that says so.
void BlockSetter::spoiler(const Details& details, const Surroundings& around) {
    Surroundings inside = around;
    inside.column = inside_frame(desk_, around.column);
    Galley box;
    BlockSetter(desk_, box).set(details.blocks, inside);
    add_turned(desk_, galley_, std::move(box), around.column, around.tallest,
               details.summary.empty() ? Announced::by_nobody : Announced::by_author);
    leave_room(galley_, desk_.grid() / 2);
}

} // namespace halfstar::layout

// Tables: columns as wide as their content wants and the measure allows, rows kept whole, the head set
// again at the top of each page that the table reaches.
#include "typeset/layout/blocks.h"

#include "design/style/load.h"

#include <algorithm>
#include <vector>

namespace halfstar::layout {

namespace {

/// What a column's content needs: its longest word, and its longest line.
struct Needs {
    Length least, most;
};

Setting setting_of(const Desk& desk, Alignment alignment) {
    switch (alignment) {
    case Alignment::none: return Setting::ragged;
    case Alignment::left: return desk.right_to_left() ? Setting::ranged_right : Setting::ragged;
    case Alignment::centre: return Setting::centred;
    case Alignment::right: return desk.right_to_left() ? Setting::ragged : Setting::ranged_right;
    }
    return Setting::ragged;
}

SetText cell_text(const Desk& desk, const Cell& cell, Element element, Alignment alignment, Length width) {
    SetText text = text_of(desk, writer_of(desk, cell.inlines, element), element, width);
    text.setting = setting_of(desk, alignment);
    text.ordinal = cell.ordinal;
    text.span = cell.span;
    return text;
}

class TableSetter {
public:
    TableSetter(Desk& desk, Galley& galley, const Block& block, const Table& table, const Surroundings& around)
        : desk_(desk), galley_(galley), block_(block), table_(table), around_(around) {}

    void set() {
        if (table_.columns.empty()) return;
        measure();
        leave_room(galley_, desk_.grid() / 2);
        const StructureId parent = desk_.structure.add(around_.parent, StructureRole::table);
        caption(parent);
        if (!table_.head.empty()) head(parent);
        for (const std::vector<Cell>& cells : table_.rows) {
            const StructureId row = desk_.structure.add(parent, StructureRole::table_row);
            add_row(compose_row(cells, Element::table, StructureRole::cell, row));
        }
        if (!galley_.entries.empty()) rule(galley_.entries.back().items, desk_.style().hairline);
        leave_room(galley_, desk_.grid() / 2);
    }

private:
    Needs needs(const Cell& cell, Element element) const {
        SetText text = cell_text(desk_, cell, element, Alignment::none, {});
        const MeasuredText measured = desk_.stick.measure(text);
        Needs out;
        Length word{};
        for (const breaking::Element& part : measured.elements) {
            const bool box = part.kind == breaking::PieceKind::box;
            if (part.kind != breaking::PieceKind::penalty) out.most += part.width;
            word = box ? word + part.width : Length{};
            out.least = std::max(out.least, word);
        }
        // Half a unit more than it is, so that rounding cannot break a line that fits.
        out.most += Length::points(0.05);
        return out;
    }

    void measure() {
        std::vector<Needs> columns(table_.columns.size());
        const auto widen = [&](const std::vector<Cell>& cells, Element element) {
            for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
                const Needs one = needs(cells[i], element);
                columns[i].least = std::max(columns[i].least, one.least);
                columns[i].most = std::max(columns[i].most, one.most);
            }
        };
        widen(table_.head, Element::table_head);
        for (const std::vector<Cell>& cells : table_.rows) widen(cells, Element::table);
        share(columns);
    }

    /// Columns get what they want, or else their longest words and a part of what is left, or else the
    /// measure in proportion to their longest words.
    void share(const std::vector<Needs>& columns) {
        const auto count = static_cast<std::int64_t>(columns.size());
        gap_ = std::min(desk_.grid(), around_.column.width / (count * 4));
        const Length room = around_.column.width - gap_ * (count - 1);
        Length least{}, most{};
        for (const Needs& column : columns) {
            least += column.least;
            most += column.most;
        }
        for (const Needs& column : columns) {
            if (most <= room) widths_.push_back(column.most);
            else if (least <= room)
                widths_.push_back(column.least + part(room - least, column.most - column.least, most - least));
            else widths_.push_back(std::max(part(room, column.least, least), Length::points(4)));
        }
    }

    static Length part(Length whole, Length share, Length of) {
        if (of.units <= 0) return {};
        return whole.scaled(share.to_points() / of.to_points());
    }

    Length width() const {
        Length sum = gap_ * static_cast<std::int64_t>(widths_.size() - 1);
        for (const Length one : widths_) sum += one;
        return sum;
    }

    /// Left edges of the columns; in a piece read to the left the first stands rightmost.
    Length left(std::size_t column) const {
        Length x{};
        for (std::size_t i = 0; i < column; ++i) x += widths_[i] + gap_;
        if (!desk_.right_to_left()) return around_.column.x + x;
        return around_.column.x + around_.column.width - x - widths_[column];
    }

    std::vector<Composed> compose_row(const std::vector<Cell>& cells, Element element, StructureRole role,
                                      StructureId row) {
        std::vector<Composed> composed;
        for (std::size_t i = 0; i < cells.size() && i < widths_.size(); ++i) {
            SetText text = cell_text(desk_, cells[i], element, table_.columns[i], widths_[i]);
            composed.push_back(compose(desk_, std::move(text), desk_.structure.add(row, role)));
        }
        return composed;
    }

    /// A row is a line of every cell after the other, kept together where a page can hold them.
    void add_row(const std::vector<Composed>& cells) {
        std::size_t count = 1;
        for (const Composed& cell : cells) count = std::max(count, cell.lines);
        const bool whole = desk_.grid() * static_cast<std::int64_t>(count) <= around_.tallest / 2;
        for (std::size_t line = 0; line < count; ++line) {
            GalleyEntry& entry = add_entry(galley_, desk_.grid());
            entry.standing = Standing::free;
            if (repeated_) entry.head = repeated_;
            if (whole && line + 1 < count) entry.slab.penalty = breaking::forbidden;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (line >= cells[i].lines) continue;
                const auto at = static_cast<std::uint32_t>(line);
                entry.lines.push_back({cells[i].text, at, at + 1, {left(i), {}}, desk_.grid()});
                const SetText& text = desk_.composition.texts[cells[i].text];
                for (const std::uint32_t note : notes_of(cells[i].measured, text.lines[line]))
                    entry.notes.push_back(note);
            }
        }
    }

    void rule(std::vector<Item>& items, Length thickness) const {
        const Length x = desk_.right_to_left() ? around_.column.x + around_.column.width - width() : around_.column.x;
        const Length y = desk_.grid().scaled(0.3);
        items.push_back({Rule{{x, y, width(), thickness}, paint_of(desk_.style(), 0)}, 0});
    }

    void caption(StructureId parent) {
        if (table_.caption.empty()) return;
        SetText text =
            text_of(desk_, writer_of(desk_, table_.caption, Element::caption), Element::caption, around_.column.width);
        text.ordinal = table_.caption_ordinal;
        text.span = block_.span;
        const StructureId below = desk_.structure.add(parent, StructureRole::caption);
        const std::size_t first = galley_.entries.size();
        add_text(desk_, galley_, compose(desk_, std::move(text), below), around_.column.x, desk_.grid());
        for (std::size_t i = first; i < galley_.entries.size(); ++i)
            galley_.entries[i].slab.penalty = breaking::forbidden;
    }

    void head(StructureId parent) {
        const StructureId row = desk_.structure.add(parent, StructureRole::table_row);
        const std::size_t first = galley_.entries.size();
        add_row(compose_row(table_.head, Element::table_head, StructureRole::header_cell, row));
        for (std::size_t i = first; i < galley_.entries.size(); ++i)
            galley_.entries[i].slab.penalty = breaking::forbidden;
        rule(galley_.entries.back().items, desk_.style().rule);
        repeat();
    }

    /// The head as artifacts, for the pages that the table goes on to.
    void repeat() {
        RepeatedHead again;
        std::size_t rows = 1;
        for (std::size_t i = 0; i < table_.head.size() && i < widths_.size(); ++i) {
            SetText text = cell_text(desk_, table_.head[i], Element::table_head, table_.columns[i], widths_[i]);
            text.ordinal = 0;
            const Composed cell = compose_artifact(desk_, std::move(text));
            rows = std::max(rows, cell.lines);
            again.lines.push_back({cell.text, 0, static_cast<std::uint32_t>(cell.lines), {left(i), {}}, desk_.grid()});
        }
        again.height = desk_.grid() * static_cast<std::int64_t>(rows);
        for (PlacedLines& lines : again.lines) lines.at.y = desk_.grid() - again.height;
        rule(again.items, desk_.style().rule);
        repeated_ = static_cast<std::uint32_t>(galley_.heads.size());
        galley_.heads.push_back(std::move(again));
    }

    Desk& desk_;
    Galley& galley_;
    const Block& block_;
    const Table& table_;
    const Surroundings& around_;
    Length gap_;
    std::vector<Length> widths_;
    std::optional<std::uint32_t> repeated_;
};

} // namespace

void set_table(Desk& desk, Galley& galley, const Block& block, const Table& table, const Surroundings& around) {
    TableSetter(desk, galley, block, table, around).set();
}

} // namespace halfstar::layout

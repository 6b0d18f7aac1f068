// Tables: columns as wide as their content wants and the measure allows, rows kept whole, the head set
// again at the top of each page that the table reaches. What has no room for its columns is set as a list.
#include "typeset/layout/blocks.h"
#include "typeset/layout/table_fit.h"

#include "design/style/load.h"

#include <algorithm>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr double rule_drop = 0.3; ///< of the grid, from a baseline to the middle of the rule below it
constexpr double list_rule_drop = 0.45; ///< the same between the rows of a list, which stand half a row apart

class TableSetter {
public:
    TableSetter(Desk& desk, Galley& galley, const Block& block, const Table& table, const Surroundings& around)
        : desk_(desk), galley_(galley), block_(block), table_(table), around_(around) {}

    void set() {
        if (table_.columns.empty()) return;
        fit_ = fit_table(desk_, table_, around_.column.width);
        leave_room(galley_, desk_.grid() / 2);
        const StructureId parent = desk_.structure.add(around_.parent, StructureRole::table);
        caption(parent);
        if (fit_.as_list) list(parent);
        else columns(parent);
        if (!galley_.entries.empty()) rule(galley_.entries.back().items, desk_.style().hairline);
        leave_room(galley_, desk_.grid() / 2);
    }

private:
    void columns(StructureId parent) {
        if (!table_.head.empty()) head(parent);
        for (const std::vector<Cell>& cells : table_.rows) {
            const StructureId row = desk_.structure.add(parent, StructureRole::table_row);
            add_row(compose_row(cells, Element::table, StructureRole::cell, row));
        }
    }

    /// Every cell behind its head, a rule between rows. The heads are read once, as those of the first row; before the
    /// cells of the others they are repeated.
    void list(StructureId parent) {
        std::vector<Composed> heads;
        if (!table_.head.empty()) {
            const StructureId row = desk_.structure.add(parent, StructureRole::table_row);
            for (const Cell& cell : table_.head)
                heads.push_back(compose(desk_, listed(cell, Element::table_head, fit_.widths.front()),
                                        desk_.structure.add(row, StructureRole::header_cell)));
        }
        for (const std::vector<Cell>& cells : table_.rows) {
            if (&cells != &table_.rows.front()) {
                rule(galley_.entries.back().items, desk_.style().hairline, list_rule_drop);
                leave_room(galley_, desk_.grid() / 2);
                heads = repeated_heads();
            }
            const StructureId row = desk_.structure.add(parent, StructureRole::table_row);
            for (std::size_t i = 0; i < std::max(cells.size(), heads.size()); ++i) list_cell(cells, heads, i, row);
        }
        // A table of heads alone.
        if (table_.rows.empty())
            for (const Composed& one : heads) add_row({one});
    }

    void list_cell(const std::vector<Cell>& cells, const std::vector<Composed>& heads, std::size_t i, StructureId row) {
        std::vector<Composed> pair;
        if (!heads.empty()) pair.push_back(i < heads.size() ? heads[i] : Composed{});
        if (i < cells.size())
            pair.push_back(compose(desk_, listed(cells[i], Element::table, fit_.widths.back()),
                                   desk_.structure.add(row, StructureRole::cell)));
        add_row(pair);
    }

    SetText listed(const Cell& cell, Element element, Length width) const {
        return cell_text(desk_, cell, element, Alignment::none, width, fit_);
    }

    std::vector<Composed> repeated_heads() {
        std::vector<Composed> heads;
        for (const Cell& cell : table_.head) {
            SetText text = listed(cell, Element::table_head, fit_.widths.front());
            text.ordinal = 0;
            heads.push_back(compose_artifact(desk_, std::move(text)));
        }
        return heads;
    }

    /// Left edges of the columns; in a piece read to the left the first stands rightmost.
    Length left(std::size_t column) const {
        Length x{};
        for (std::size_t i = 0; i < column; ++i) x += fit_.widths[i] + fit_.gap;
        if (!desk_.right_to_left()) return around_.column.x + x;
        return around_.column.x + around_.column.width - x - fit_.widths[column];
    }

    std::vector<Composed> compose_row(const std::vector<Cell>& cells, Element element, StructureRole role,
                                      StructureId row) {
        std::vector<Composed> composed;
        for (std::size_t i = 0; i < cells.size() && i < fit_.widths.size(); ++i) {
            SetText text = cell_text(desk_, cells[i], element, table_.columns[i], fit_.widths[i], fit_);
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
                for (const std::uint32_t note : notes_of(*cells[i].measured, text.lines[line]))
                    entry.notes.push_back(note);
            }
        }
    }

    void rule(std::vector<Item>& items, Length thickness, double drop = rule_drop) const {
        const Length x = desk_.right_to_left() ? around_.column.x + around_.column.width - fit_.width() : around_.column.x;
        const Length y = desk_.grid().scaled(drop) - thickness / 2;
        items.push_back({Rule{{x, y, fit_.width(), thickness}, paint_of(desk_.style(), 0)}, 0});
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
        for (std::size_t i = 0; i < table_.head.size() && i < fit_.widths.size(); ++i) {
            SetText text = cell_text(desk_, table_.head[i], Element::table_head, table_.columns[i], fit_.widths[i], fit_);
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
    TableFit fit_;
    std::optional<std::uint32_t> repeated_;
};

} // namespace

void set_table(Desk& desk, Galley& galley, const Block& block, const Table& table, const Surroundings& around) {
    TableSetter(desk, galley, block, table, around).set();
}

} // namespace halfstar::layout

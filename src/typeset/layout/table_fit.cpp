#include "typeset/layout/table_fit.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

/// What a column's content needs: its longest word, and its longest line.
struct Needs {
    Length least, most;
};

/// What is tried one after the other. Type that is smaller than the least size stays as it is.
struct Way {
    double share;
    Hyphenation hyphenation;
};
constexpr Way ways[] = {{1, Hyphenation::off},
                        {0.92, Hyphenation::off},
                        {0.85, Hyphenation::off},
                        {1, Hyphenation::on},
                        {0.85, Hyphenation::on}};
const Length least_size = Length::points(6.8);
constexpr double least_of_word = 0.45; ///< a column holds so much of its longest word, lest it fall to pieces
constexpr int head_share = 2; ///< of five parts of the measure: what heads in a list take at most

Setting setting_of(const Desk& desk, Alignment alignment) {
    switch (alignment) {
    case Alignment::none: return Setting::ragged;
    case Alignment::left: return desk.right_to_left() ? Setting::ranged_right : Setting::ragged;
    case Alignment::centre: return Setting::centred;
    case Alignment::right: return desk.right_to_left() ? Setting::ragged : Setting::ranged_right;
    }
    return Setting::ragged;
}

Needs needs_of(const Desk& desk, const Cell& cell, Element element, const TableFit& fit) {
    const SharedText measured = desk.stick.measure(cell_text(desk, cell, element, Alignment::none, {}, fit));
    Needs out;
    Length word{}, whole{};
    for (const breaking::Element& part : measured->elements) {
        const bool box = part.kind == breaking::PieceKind::box, hyphen = part.kind == breaking::PieceKind::penalty;
        if (!hyphen) out.most += part.width;
        // A hyphen is as wide as it is only at the end of a line.
        out.least = std::max(out.least, word + (hyphen ? part.width : Length{}));
        word = box ? word + part.width : Length{};
        whole = part.kind == breaking::PieceKind::glue ? Length{} : whole + (box ? part.width : Length{});
        out.least = std::max({out.least, word, whole.scaled(least_of_word)});
    }
    // Half a unit more than it is, so that rounding cannot break a line that fits.
    out.most += Length::points(0.05);
    out.least += Length::points(0.05);
    return out;
}

std::vector<Needs> needs_of(const Desk& desk, const Table& table, const TableFit& fit) {
    std::vector<Needs> columns(table.columns.size());
    const auto widen = [&](const std::vector<Cell>& cells, Element element) {
        for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
            const Needs one = needs_of(desk, cells[i], element, fit);
            columns[i].least = std::max(columns[i].least, one.least);
            columns[i].most = std::max(columns[i].most, one.most);
        }
    };
    widen(table.head, Element::table_head);
    for (const std::vector<Cell>& cells : table.rows) widen(cells, Element::table);
    return columns;
}

Length part(Length whole, Length share, Length of) {
    if (of.units <= 0) return {};
    return whole.scaled(share.to_points() / of.to_points());
}

/// Columns get what they want, or else their longest words and a part of what is left; false when those have no room.
bool share(const std::vector<Needs>& columns, Length measure, TableFit& fit) {
    const Length room = measure - fit.gap * static_cast<std::int64_t>(columns.size() - 1);
    Length least{}, most{};
    for (const Needs& column : columns) {
        least += column.least;
        most += column.most;
    }
    if (least > room) return false;
    for (const Needs& column : columns)
        fit.widths.push_back(most <= room ? column.most
                                          : column.least + part(room - least, column.most - column.least, most - least));
    return true;
}

/// Heads in their own column, at most so wide, and cells behind them; a table without heads has one column.
TableFit list_of(const Desk& desk, const Table& table, Length measure) {
    TableFit fit;
    fit.as_list = true;
    fit.hyphenation = Hyphenation::on;
    fit.gap = desk.grid() / 2;
    Length heads{};
    for (const Cell& cell : table.head) heads = std::max(heads, needs_of(desk, cell, Element::table_head, fit).most);
    if (table.head.empty()) fit.widths = {measure};
    else {
        const Length first = std::min(heads, measure * head_share / 5);
        fit.widths = {first, measure - fit.gap - first};
    }
    return fit;
}

TextWriter resized(TextWriter write, double share) {
    return [write = std::move(write), share](const TypeCase& types) {
        RichText rich = write(types);
        for (Type& type : rich.types)
            type = TypeCase::resized(type, std::max(std::min(type.font.size, least_size), type.font.size.scaled(share)));
        return rich;
    };
}

} // namespace

Length TableFit::width() const {
    Length sum = gap * static_cast<std::int64_t>(widths.size() - 1);
    for (const Length one : widths) sum += one;
    return sum;
}

TableFit fit_table(Desk& desk, const Table& table, Length measure) {
    const auto count = static_cast<std::int64_t>(table.columns.size());
    for (const Way& way : ways) {
        TableFit fit;
        fit.gap = std::min(desk.grid(), measure / (count * 4));
        fit.share = way.share;
        fit.hyphenation = way.hyphenation;
        if (share(needs_of(desk, table, fit), measure, fit)) return fit;
    }
    return list_of(desk, table, measure);
}

SetText cell_text(const Desk& desk, const Cell& cell, Element element, Alignment alignment, Length width,
                  const TableFit& fit) {
    TextWriter write = writer_of(desk, cell.inlines, element);
    SetText text = text_of(desk, fit.share < 1 ? resized(std::move(write), fit.share) : std::move(write), element, width);
    text.setting = setting_of(desk, alignment);
    text.hyphenation = fit.hyphenation;
    text.ordinal = cell.ordinal;
    text.span = cell.span;
    return text;
}

} // namespace halfstar::layout

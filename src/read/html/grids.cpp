#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <charconv>

namespace halfstar::soup {
namespace {

constexpr std::size_t span_limit = 256;

/// A row as it is written: its cells, and how many columns each takes.
struct WrittenRow {
    std::vector<NodeId> cells;
    std::vector<std::size_t> columns;
    std::size_t width = 0;
    bool in_head = false;
    bool all_heads = true;
};

std::size_t columns_of(const Node& cell) {
    const std::string* written = find_attribute(cell.attributes, "colspan");
    std::size_t value = 1;
    if (written != nullptr) std::from_chars(written->data(), written->data() + written->size(), value);
    return std::clamp<std::size_t>(value, 1, span_limit);
}

Alignment alignment_of(const Node& cell) {
    const std::string* written = find_attribute(cell.attributes, "align");
    if (written == nullptr) return Alignment::none;
    const std::string word = ascii_lower(*written);
    if (word == "left") return Alignment::left;
    if (word == "center") return Alignment::centre;
    return word == "right" ? Alignment::right : Alignment::none;
}

WrittenRow read_row(const Soup& soup, NodeId id, bool in_head) {
    WrittenRow row;
    row.in_head = in_head;
    for (NodeId child = soup.at(id).first; child != nobody; child = soup.at(child).next) {
        const Tag tag = soup.at(child).tag;
        if (tag != Tag::cell && tag != Tag::head_cell) continue;
        row.all_heads = row.all_heads && tag == Tag::head_cell;
        row.cells.push_back(child);
        row.columns.push_back(columns_of(soup.at(child)));
        row.width += row.columns.back();
    }
    row.all_heads = row.all_heads && !row.cells.empty();
    return row;
}

/// The rows of a table in reading order; `strays` takes what is neither rows nor caption.
std::vector<WrittenRow> read_rows(const Soup& soup, NodeId table, std::vector<NodeId>& strays) {
    std::vector<WrittenRow> rows;
    for (NodeId child = soup.at(table).first; child != nobody; child = soup.at(child).next) {
        const Tag tag = soup.at(child).tag;
        if (tag == Tag::row) {
            rows.push_back(read_row(soup, child, false));
        } else if (tag == Tag::head_rows || tag == Tag::body_rows) {
            for (NodeId row = soup.at(child).first; row != nobody; row = soup.at(row).next) {
                if (soup.at(row).tag == Tag::row) {
                    rows.push_back(read_row(soup, row, tag == Tag::head_rows));
                } else {
                    strays.push_back(row);
                }
            }
        } else if (tag != Tag::caption) {
            strays.push_back(child);
        }
    }
    std::erase_if(rows, [](const WrittenRow& row) { return row.cells.empty(); });
    return rows;
}

/// How many columns the table has: as many as its widest row, unless most of its cells would only be padding.
std::size_t width_of(const std::vector<WrittenRow>& rows, std::size_t declared) {
    std::size_t widest = declared, cells = 0;
    for (const WrittenRow& row : rows) {
        if (declared == 0) widest = std::max(widest, row.width);
        cells += row.cells.size();
    }
    return std::clamp<std::size_t>(widest, 1, std::max<std::size_t>((4 * cells + 65536) / rows.size(), 1));
}

/// Brings the row to `width` cells: empty ones are added, those beyond are joined to the last.
void fit(std::vector<Cell>& cells, std::size_t width, Span span) {
    for (std::size_t i = width; i < cells.size(); ++i) {
        Cell& last = cells[width - 1];
        Cell& extra = cells[i];
        if (!last.inlines.empty() && !extra.inlines.empty()) last.inlines.push_back({SoftBreak{}, extra.span});
        for (Inline& each : extra.inlines) last.inlines.push_back(std::move(each));
        last.span.end = std::max(last.span.end, extra.span.end);
    }
    if (cells.size() > width) cells.resize(width);
    if (!cells.empty()) span = cells.back().span;
    while (cells.size() < width) cells.push_back({{}, 0, {span.source, span.end, span.end}});
}

} // namespace

void TreeBuilder::place_table(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    std::vector<NodeId> strays;
    const std::vector<WrittenRow> rows = read_rows(soup_, id, strays);
    for (const NodeId stray : strays) place(stray, run, level + 1);
    flush(run);
    Table table;
    for (NodeId child = node.first; child != nobody; child = soup_.at(child).next) {
        if (soup_.at(child).tag == Tag::caption) table.caption = whole_line(child, level + 1);
    }
    if (rows.empty()) {
        if (!table.caption.empty()) add(run, id, Paragraph{std::move(table.caption)});
        return;
    }
    table.columns.resize(width_of(rows, node.markdown ? rows.front().width : 0), Alignment::none);
    for (const WrittenRow& written : rows) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < written.cells.size(); ++i) {
            const Node& cell = soup_.at(written.cells[i]);
            const bool first = &written == &rows.front() && cells.size() < table.columns.size();
            if (first) table.columns[cells.size()] = alignment_of(cell);
            cells.push_back({whole_line(written.cells[i], level + 2), 0, cell.span});
            // A cell over several columns stands in the first; the others are empty.
            const std::size_t end = std::min(cells.size() + written.columns[i] - 1, table.columns.size());
            while (cells.size() < end) cells.push_back({{}, 0, {cell.span.source, cell.span.end, cell.span.end}});
        }
        fit(cells, table.columns.size(), node.span);
        const bool head = &written == &rows.front() && (written.in_head || written.all_heads);
        if (head) table.head = std::move(cells);
        else table.rows.push_back(std::move(cells));
    }
    add(run, id, std::move(table));
}

} // namespace halfstar::soup

#include "read/markdown/pipe_tables.h"

namespace halfstar::markdown {
namespace {

Range trimmed(std::string_view text, Range range) {
    while (range.begin < range.end && (text[range.begin] == ' ' || text[range.begin] == '\t')) ++range.begin;
    while (range.begin < range.end && (text[range.end - 1] == ' ' || text[range.end - 1] == '\t')) --range.end;
    return range;
}

std::string_view words(std::string_view text, Range range) { return text.substr(range.begin, range.end - range.begin); }

std::optional<Alignment> delimiter(std::string_view cell) {
    const bool left = cell.starts_with(':');
    if (left) cell.remove_prefix(1);
    const bool right = cell.ends_with(':');
    if (right) cell.remove_suffix(1);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
    if (left && right) return Alignment::centre;
    if (left) return Alignment::left;
    return right ? Alignment::right : Alignment::none;
}

/// The alignments that a delimiter row states; empty when the line is none.
std::vector<Alignment> delimiter_row(std::string_view text, Range line) {
    const std::string_view row = words(text, line);
    if (row.find('|') == std::string_view::npos || row.find_first_not_of("|-: \t") != std::string_view::npos) return {};
    std::vector<Alignment> columns;
    for (const Range cell : split_row(text, line)) {
        const std::optional<Alignment> alignment = delimiter(words(text, cell));
        if (!alignment || columns.size() == column_limit) return {};
        columns.push_back(*alignment);
    }
    return columns;
}

} // namespace

std::vector<Range> split_row(std::string_view text, Range line) {
    line = trimmed(text, line);
    if (line.begin < line.end && text[line.begin] == '|') ++line.begin;
    std::vector<Range> cells;
    std::uint32_t begin = line.begin;
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '|') {
            cells.push_back(trimmed(text, {begin, at}));
            begin = at + 1;
        }
    }
    const Range last = trimmed(text, {begin, line.end});
    if (last.begin < last.end || cells.empty()) cells.push_back(last);
    return cells;
}

std::optional<PipeTable> find_pipe_table(std::string_view text, const std::vector<Range>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        PipeTable table;
        table.columns = delimiter_row(text, lines[i]);
        if (table.columns.empty() || words(text, lines[i - 1]).find('|') == std::string_view::npos) continue;
        std::vector<Range> head = split_row(text, lines[i - 1]);
        if (head.size() != table.columns.size()) continue;
        table.before.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i) - 1);
        table.range = {lines[i - 1].begin, lines.back().end};
        table.rows.push_back(std::move(head));
        for (std::size_t row = i + 1; row < lines.size(); ++row) table.rows.push_back(split_row(text, lines[row]));
        return table;
    }
    return std::nullopt;
}

} // namespace halfstar::markdown

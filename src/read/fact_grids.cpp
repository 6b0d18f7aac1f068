#include "read/fact_grids.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/data/syntaxes.h"
#include "read/label_lines.h"
#include "read/line_taker.h"
#include "read/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::reading {

namespace {

constexpr std::ptrdiff_t least_known = 2; // rows, before a table is an info box

using Row = std::vector<Cell>;

/// The words of a label's cell, without a colon at their end.
std::string label_in(const Inlines& inlines) {
    std::string words(trim_unicode(plain_text(inlines)));
    while (words.ends_with(':'))
        words = std::string(trim_unicode(words.substr(0, words.size() - 1)));
    return words;
}

bool is_label(const Cell& cell) { return meaning_of_label(label_in(cell.inlines)).has_value(); }

bool is_blank(const Cell& cell) { return cell.inlines.empty(); }

/// Nothing but words, styles and links.
bool is_plain(const Inlines& inlines) {
    const auto lines = label_lines(inlines);
    return std::all_of(lines.begin(), lines.end(), [](const LabelLine& line) { return line.plain; });
}

/// Adds the lines of a value: `Cast` and a name a line are one list of names.
void add_value(const Inlines& inlines, LabelLine& line) {
    for (LabelLine& part : label_lines(inlines)) {
        line.text += line.text.ends_with(": ") ? part.text : ", " + part.text;
        line.plain = line.plain && part.plain;
        line.links.insert(line.links.end(), part.links.begin(), part.links.end());
    }
}

/// `Label: value` out of a label and its values, as a line of a paragraph would say it.
LabelLine line_of(const std::string& label, Span span) {
    LabelLine line;
    line.text = label + ": ";
    line.span = span;
    line.plain = label.find(':') == std::string::npos;
    return line;
}

bool is_known(const LabelLine& line) {
    const auto labels = read_labels(line);
    return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Label& label) { return value_fits(label); });
}

/// The labels of a row, two cells each. A row whose first cell is empty goes on with `label`, that of the row above.
/// None when a cell is missing or a label is more than words.
std::vector<LabelLine> lines_of(const Row& row, std::string& label) {
    std::vector<LabelLine> lines;
    if (row.size() % 2 != 0) return {};
    for (std::size_t i = 0; i < row.size(); i += 2) {
        const Cell &name = row[i], &value = row[i + 1];
        if (is_blank(name) && is_blank(value)) continue;
        if (!is_blank(name)) label = label_in(name.inlines);
        if (is_blank(value) || label.empty() || !is_plain(name.inlines)) return {};
        lines.push_back(line_of(label, {name.span.source, name.span.begin, value.span.end}));
        add_value(value.inlines, lines.back());
    }
    return lines;
}

/// `| Film | Rating |`: what stands below are films and ratings.
bool names_columns(const Row& head) {
    return std::any_of(head.begin(), head.end(), is_label) && std::all_of(head.begin(), head.end(), [](const Cell& cell) {
        return is_blank(cell) || is_label(cell);
    });
}

bool are_known(const std::vector<LabelLine>& lines) {
    return !lines.empty() && std::all_of(lines.begin(), lines.end(), is_known);
}

/// Takes the items whose lines are all known, when there are enough of them; tells which were taken.
std::vector<bool> take_known(const std::vector<std::vector<LabelLine>>& items, Facts& facts, Diagnostics& diagnostics) {
    std::vector<bool> taken(items.size(), false);
    if (std::count_if(items.begin(), items.end(), are_known) < least_known) return taken;
    for (std::size_t i = 0; i < items.size(); ++i)
        taken[i] = are_known(items[i]) && take_lines(items[i], facts, diagnostics);
    return taken;
}

template <class T> void remove_taken(std::vector<T>& items, const std::vector<bool>& taken, std::size_t first) {
    std::vector<T> left;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!taken[first + i]) left.push_back(std::move(items[i]));
    items = std::move(left);
}

/// `Budget: a million`: few words, a colon, and more words.
bool looks_like_label(std::string_view line) {
    constexpr std::size_t longest = 30;
    const std::size_t colon = line.find(": ");
    return colon != std::string_view::npos && colon > 0 && utf8::count(line.substr(0, colon)) <= longest;
}

/// A head above one row: `| Director | Year |`, `| Ada Quill | 1979 |`.
bool take_columns(const Table& table, Facts& facts, Diagnostics& diagnostics) {
    if (table.rows.size() != 1 || table.head.size() < 2 || !std::all_of(table.head.begin(), table.head.end(), is_label))
        return false;
    std::vector<LabelLine> lines;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        lines.push_back(line_of(label_in(table.head[i].inlines), table.rows[0][i].span));
        add_value(table.rows[0][i].inlines, lines.back());
    }
    return are_known(lines) && take_lines(lines, facts, diagnostics);
}

/// `| Field | Value |`: words that say nothing of the film.
bool names_a_column(const Cell& cell) {
    static constexpr std::array<std::string_view, 20> words = {
        "field", "value", "fact", "facts", "detail", "details", "info", "information", "data", "key", "item", "film",
        "movie", "attribute", "category", "credit", "credits", "role", "name", "property"};
    return is_blank(cell) || std::find(words.begin(), words.end(), fold_word(plain_text(cell.inlines))) != words.end();
}

/// Keeps the caption and the head of a table that has no more rows beside the facts. False when they are more than words,
/// or the head is a row that says something else: then that is what is left of the table.
bool leave(Table& table, Facts& facts) {
    if (!std::all_of(table.head.begin(), table.head.end(), names_a_column)) {
        table.rows.push_back(std::exchange(table.head, {}));
        return false;
    }
    std::vector<std::string> words;
    const auto add = [&](const Inlines& inlines) {
        if (!inlines.empty()) words.emplace_back(trim_unicode(plain_text(inlines)));
        return is_plain(inlines);
    };
    bool plain = add(table.caption);
    for (const Cell& cell : table.head)
        plain = add(cell.inlines) && plain;
    if (!plain || words.empty()) return plain;
    const std::string key = words.size() == 1 ? "caption" : words.front();
    if (words.size() > 1) words.erase(words.begin());
    facts.extras.push_back({key, json_string(join(words, ", ")), table.head.empty() ? Span{} : table.head.front().span});
    return true;
}

} // namespace

bool take_table(Table& table, Facts& facts, Diagnostics& diagnostics) {
    std::vector<std::vector<LabelLine>> items;
    std::string label;
    items.push_back(names_columns(table.head) ? std::vector<LabelLine>{} : lines_of(table.head, label));
    for (const Row& row : table.rows)
        items.push_back(lines_of(row, label));
    std::vector<bool> taken = take_known(items, facts, diagnostics);
    if (take_columns(table, facts, diagnostics)) taken = {true, true};
    const bool any = std::find(taken.begin(), taken.end(), true) != taken.end();
    if (taken.front() || (any && std::all_of(table.head.begin(), table.head.end(), is_blank))) table.head.clear();
    remove_taken(table.rows, taken, 1);
    return table.rows.empty() && leave(table, facts);
}

bool take_list(List& list, Facts& facts, Diagnostics& diagnostics) {
    std::vector<std::vector<LabelLine>> items;
    std::size_t known = 0, scores = 0;
    for (const ListItem& item : list.items) {
        const auto* paragraph = item.blocks.size() == 1 ? std::get_if<Paragraph>(&item.blocks[0].node) : nullptr;
        if (paragraph == nullptr) return false;
        items.push_back(label_lines(paragraph->inlines));
        if (items.back().size() != 1 || !looks_like_label(items.back()[0].text)) return false;
        known += are_known(items.back()) ? 1u : 0u;
        scores += is_score(items.back()[0].text) ? 1u : 0u;
    }
    if (scores > 1 || known * 2 < items.size()) return false;
    remove_taken(list.items, take_known(items, facts, diagnostics), 0);
    return list.items.empty();
}

bool take_definitions(Definitions& definitions, Facts& facts, Diagnostics& diagnostics) {
    std::vector<std::vector<LabelLine>> items;
    for (const Definition& item : definitions.items) {
        LabelLine line = line_of(label_in(item.term), item.span);
        for (const Block& block : item.blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.node);
            if (paragraph != nullptr) add_value(paragraph->inlines, line);
            line.plain = line.plain && paragraph != nullptr;
        }
        items.push_back({std::move(line)});
    }
    remove_taken(definitions.items, take_known(items, facts, diagnostics), 0);
    return definitions.items.empty();
}

} // namespace halfstar::reading

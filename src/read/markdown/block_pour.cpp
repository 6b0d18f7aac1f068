#include "read/markdown/block_pour.h"

#include "read/html/pour.h"
#include "read/markdown/pipe_tables.h"
#include "read/markdown/sheet.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>

namespace halfstar::markdown {
namespace {

using soup::Tag;

/// A table and the numbers of its parts on the sheet.
struct SheetTable {
    PipeTable table;
    std::size_t before = 0; ///< of the lines before it, if there are any
    std::size_t first_cell = 0;
    std::optional<Range> rule; ///< dashes under it, which cmark took for a heading's
};

bool is_paragraph(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

std::string_view alignment_name(Alignment alignment) {
    switch (alignment) {
    case Alignment::none: return {};
    case Alignment::left: return "left";
    case Alignment::centre: return "center";
    case Alignment::right: return "right";
    }
    return {};
}

class BlockPour {
public:
    BlockPour(Pouring& pouring, Span where)
        : pouring_(pouring), lines_(pouring.manuscript.text), sheet_(pouring.manuscript.text) {
        copy_ = {pouring.manuscript.text, &lines_, {{&pouring.manuscript.origin}, where}};
    }

    /// Finds the tables first, so that all their cells are parsed in one go.
    void find_tables() {
        walk([&](cmark_node* node, cmark_event_type event, cmark_iter*) {
            if (event == CMARK_EVENT_ENTER && is_paragraph(node)) find_table(node);
        });
        if (tables_.empty()) return;
        sheet_.parse();
        sheet_copy_ = {sheet_.text(), &sheet_.lines(), copy_.provenance.behind(sheet_.origin())};
    }

    void pour() {
        walk([&](cmark_node* node, cmark_event_type event, cmark_iter* iterator) {
            if (event == CMARK_EVENT_EXIT) return leave(node);
            enter(node);
            if (is_paragraph(node)) cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
        });
        pouring_.soup.finish();
    }

private:
    template <class Visit>
    void walk(Visit visit) {
        quotes_ = 0;
        cmark_iter* iterator = cmark_iter_new(pouring_.manuscript.document.get());
        for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
            cmark_node* node = cmark_iter_get_node(iterator);
            const bool quote = cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
            if (quote) quotes_ += event == CMARK_EVENT_ENTER ? 1 : -1;
            visit(node, event, iterator);
        }
        cmark_iter_free(iterator);
    }

    /// The lines of a paragraph, without the marks of what holds it.
    std::vector<Range> content_lines(cmark_node* block) {
        Places places(copy_.text, lines_, block, quotes_);
        std::vector<Range> lines;
        const std::uint32_t first = lines_.line_at(places.block().begin);
        const std::uint32_t last = lines_.line_at(std::max(places.block().end, places.block().begin + 1) - 1);
        for (std::uint32_t line = first; line <= last; ++line) {
            lines.push_back({places.content_begin(line - first), lines_.end(line)});
        }
        lines.erase(lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(places.dropped(), std::ssize(lines)));
        return lines;
    }

    void find_table(cmark_node* node) {
        const Range block = lines_.range_of(node);
        const std::string_view text = copy_.text.substr(block.begin, block.end - block.begin);
        if (text.find('|') == std::string_view::npos || text.find("-") == std::string_view::npos) return;
        std::vector<Range> lines = content_lines(node);
        SheetTable found;
        const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
        if (heading && lines.size() > 2 && copy_.text[lines.back().begin] == '-') {
            found.rule = lines.back();
            lines.pop_back();
        }
        std::optional<PipeTable> table = find_pipe_table(copy_.text, lines);
        if (!table) return;
        found.table = std::move(*table);
        if (!found.table.before.empty()) found.before = sheet_.add_lines(found.table.before);
        found.first_cell = cells_;
        for (const std::vector<Range>& row : found.table.rows) {
            for (const Range cell : row) {
                if (cell.begin < cell.end) numbers_.push_back(sheet_.add_cell(cell));
                else numbers_.push_back(0);
                ++cells_;
            }
        }
        tables_.emplace(node, std::move(found));
    }

    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE: pouring_.soup.open_markdown(Tag::blockquote, span_of(node)); return;
        case CMARK_NODE_LIST: return open_list(node);
        case CMARK_NODE_ITEM: return open_item(node);
        case CMARK_NODE_CODE_BLOCK:
            pouring_.soup.leaf(Tag::preformatted, span_of(node), words(cmark_node_get_literal(node)),
                               {{"info", words(cmark_node_get_fence_info(node))}});
            return;
        case CMARK_NODE_HTML_BLOCK: return pour_html(node);
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING: return pour_paragraph(node);
        case CMARK_NODE_THEMATIC_BREAK: pouring_.soup.leaf(Tag::rule, span_of(node)); return;
        default: return; // the document; inlines are poured with their paragraph
        }
    }

    void leave(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM) {
            pouring_.soup.close_markdown();
        }
    }

    std::string words(const char* text) const { return pouring_.manuscript.restored(text == nullptr ? "" : text); }
    Span span_of(cmark_node* node) const { return copy_.span(lines_.range_of(node)); }

    bool is_definition(cmark_node* item) const {
        return pouring_.manuscript.definitions.contains(lines_.begin_of(item));
    }

    void open_list(cmark_node* node) {
        soup::Attributes attributes;
        if (cmark_node_get_list_tight(node) != 0) attributes.emplace_back("tight", "");
        const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        if (ordered) attributes.emplace_back("start", std::to_string(first_number(node)));
        const Tag tag = ordered ? Tag::ordered_list : Tag::unordered_list;
        pouring_.soup.open_markdown(tag, span_of(node), std::move(attributes));
    }

    /// The number of the first item that is the author's own.
    int first_number(cmark_node* list) const {
        cmark_node* item = cmark_node_first_child(list);
        if (item == nullptr || !is_definition(item)) return cmark_node_get_list_start(list);
        while (item != nullptr && is_definition(item)) item = cmark_node_next(item);
        if (item == nullptr) return 1;
        const char* digits = copy_.text.data() + lines_.begin_of(item);
        int number = 1;
        std::from_chars(digits, copy_.text.data() + copy_.text.size(), number);
        return number;
    }

    void open_item(cmark_node* node) {
        const auto definition = pouring_.manuscript.definitions.find(lines_.begin_of(node));
        if (definition == pouring_.manuscript.definitions.end()) {
            pouring_.soup.open_markdown(Tag::item, span_of(node));
        } else {
            pouring_.soup.open_markdown(Tag::note_definition, span_of(node), {}, definition->second);
        }
    }

    void pour_html(cmark_node* node) {
        const char* literal = cmark_node_get_literal(node);
        const std::string_view written = literal == nullptr ? std::string_view() : literal;
        if (written.find(shortcode_letters) != std::string_view::npos) return pour_shortcodes(node, written);
        const std::string html = words(literal);
        if (pouring_.raw_html == RawHtml::kept) {
            const std::size_t comment = html.find("<!--"), end = html.find("-->");
            if (comment != std::string::npos && end != std::string::npos && end >= comment + 4 &&
                soup::is_cut_mark(std::string_view(html).substr(comment + 4, end - comment - 4))) {
                pouring_.add_cut(span_of(node).begin);
            }
            pouring_.soup.leaf(Tag::raw_block, span_of(node), html);
            return;
        }
        const OffsetMap map = map_of_html(node, html);
        pouring_.add_cut(soup::pour_html(html, copy_.provenance.behind(map), pouring_.soup, pouring_.diagnostics));
        pouring_.soup.part_html();
    }

    /// Each line of a block of HTML is the end of a line of the text.
    OffsetMap map_of_html(cmark_node* node, std::string_view html) const {
        OffsetMap map;
        const Lines own(html);
        const auto first = static_cast<std::uint32_t>(cmark_node_get_start_line(node));
        for (std::uint32_t line = 1; line <= own.count(); ++line) {
            const std::uint32_t end = lines_.end(first + line - 1), length = own.end(line) - own.begin(line);
            map.step(own.begin(line), end - std::min(end - lines_.begin(first + line - 1), length));
        }
        return map;
    }

    void pour_shortcodes(cmark_node* node, std::string_view html) {
        const OffsetMap map = map_of_html(node, html);
        for (const Part& part : pouring_.manuscript.shortcodes.parts_of_html(html)) {
            if (part.shortcode) {
                pouring_.pour_shortcode(*part.shortcode, copy_.provenance.where);
                continue;
            }
            OffsetMap from_part;
            from_part.step(0, static_cast<std::uint32_t>(part.at));
            const Provenance provenance = copy_.provenance.behind(map).behind(from_part);
            pouring_.add_cut(soup::pour_html(part.text, provenance, pouring_.soup, pouring_.diagnostics));
        }
        pouring_.soup.part_html();
    }

    void pour_paragraph(cmark_node* node) {
        if (const auto table = tables_.find(node); table != tables_.end()) return pour_table(table->second);
        const int level = cmark_node_get_heading_level(node);
        const Tag tag = level == 0 ? Tag::paragraph : static_cast<Tag>(static_cast<int>(Tag::heading_1) + level - 1);
        pouring_.soup.open_markdown(tag, span_of(node));
        pour_line(pouring_, copy_, node, quotes_, 0);
        pouring_.soup.close_markdown();
    }

    void pour_table(const SheetTable& found) {
        soup::Soup& soup = pouring_.soup;
        const PipeTable& table = found.table;
        if (!table.before.empty()) {
            soup.open_markdown(Tag::paragraph, copy_.span({table.before.front().begin, table.before.back().end}));
            pour_line(pouring_, sheet_copy_, sheet_.paragraph(found.before), 0, Sheet::leading_nodes);
            soup.close_markdown();
        }
        soup.open_markdown(Tag::table, copy_.span(table.range));
        std::size_t cell = found.first_cell;
        for (const std::vector<Range>& row : table.rows) {
            const bool head = &row == &table.rows.front();
            if (head) soup.open_markdown(Tag::head_rows, {});
            soup.open_markdown(Tag::row, {});
            for (std::size_t column = 0; column < row.size(); ++column) pour_cell(table, row, column, numbers_[cell++]);
            soup.close_markdown();
            if (head) soup.close_markdown();
        }
        soup.close_markdown();
        if (found.rule) soup.leaf(Tag::rule, copy_.span(*found.rule));
    }

    void pour_cell(const PipeTable& table, const std::vector<Range>& row, std::size_t column, std::size_t number) {
        soup::Attributes attributes;
        if (column < table.columns.size() && table.columns[column] != Alignment::none) {
            attributes.emplace_back("align", alignment_name(table.columns[column]));
        }
        pouring_.soup.open_markdown(Tag::cell, copy_.span(row[column]), std::move(attributes));
        if (row[column].begin < row[column].end) {
            pour_line(pouring_, sheet_copy_, sheet_.paragraph(number), 0, Sheet::leading_nodes);
        }
        pouring_.soup.close_markdown();
    }

    Pouring& pouring_;
    Lines lines_;
    Copy copy_;
    Sheet sheet_;
    Copy sheet_copy_;
    int quotes_ = 0;
    std::size_t cells_ = 0;
    std::vector<std::size_t> numbers_; ///< of every cell, on the sheet
    std::unordered_map<cmark_node*, SheetTable> tables_; ///< looked up only
};

} // namespace

void pour_blocks(Pouring& pouring, Tables tables, Span where) {
    BlockPour pour(pouring, where);
    if (tables == Tables::read) pour.find_tables();
    pour.pour();
}

} // namespace halfstar::markdown

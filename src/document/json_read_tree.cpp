#include "document/json_tree.h"
#include "document/tree.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

Image image_of(JsonObject& object) {
    Image image;
    image.url = object.required_text("url");
    image.title = object.text("title");
    image.alternative = object.text("alternative");
    constexpr std::int64_t none = -1;
    if (const std::int64_t index = object.number<std::int32_t>("picture", none); index >= 0)
        image.picture = static_cast<std::uint32_t>(index);
    return image;
}

Styled styled_of(JsonObject& object, JsonFault& fault) {
    Styled styled;
    styled.style = object.name("style", TextStyle::emphasis);
    styled.children = read_inlines(object.take("inlines"), fault);
    return styled;
}

Phrase phrase_of(JsonObject& object, JsonFault& fault) {
    Phrase phrase;
    phrase.language = object.text("language");
    phrase.direction = object.name("direction", Direction::inherit);
    phrase.children = read_inlines(object.take("inlines"), fault);
    return phrase;
}

Link link_of(JsonObject& object, JsonFault& fault) {
    Link link;
    link.url = object.required_text("url");
    link.title = object.text("title");
    link.piece = object.text("piece");
    link.children = read_inlines(object.take("inlines"), fault);
    return link;
}

using InlineReader = Inline::Node (*)(JsonObject&, JsonFault&);
struct InlineRow {
    std::string_view type;
    InlineReader read;
};

constexpr std::array<InlineRow, 10> inline_rows = {{
    {"text", [](JsonObject& o, JsonFault&) -> Inline::Node { return Text{o.required_text("text")}; }},
    {"soft-break", [](JsonObject&, JsonFault&) -> Inline::Node { return SoftBreak{}; }},
    {"hard-break", [](JsonObject&, JsonFault&) -> Inline::Node { return HardBreak{}; }},
    {"code", [](JsonObject& o, JsonFault&) -> Inline::Node { return CodeSpan{o.required_text("text")}; }},
    {"styled", [](JsonObject& o, JsonFault& f) -> Inline::Node { return styled_of(o, f); }},
    {"phrase", [](JsonObject& o, JsonFault& f) -> Inline::Node { return phrase_of(o, f); }},
    {"link", [](JsonObject& o, JsonFault& f) -> Inline::Node { return link_of(o, f); }},
    {"image", [](JsonObject& o, JsonFault&) -> Inline::Node { return image_of(o); }},
    {"note-reference",
     [](JsonObject& o, JsonFault&) -> Inline::Node { return NoteReference{o.number<std::uint32_t>("note", 0)}; }},
    {"raw", [](JsonObject& o, JsonFault&) -> Inline::Node { return RawInline{o.required_text("html")}; }},
}};

std::vector<Cell> cells_of(const std::vector<Value>& values, JsonFault& fault) {
    std::vector<Cell> cells;
    for (const Value& value : values) {
        JsonObject object(value, fault);
        Cell cell;
        cell.ordinal = object.number<NodeOrdinal>("ordinal", 0);
        cell.inlines = read_inlines(object.take("inlines"), fault);
        object.finish();
        cells.push_back(std::move(cell));
    }
    return cells;
}

Heading heading_of(JsonObject& object, JsonFault& fault) {
    Heading heading;
    heading.level = object.number<int>("level", 1);
    heading.inlines = read_inlines(object.take("inlines"), fault);
    return heading;
}

Quote quote_of(JsonObject& object, JsonFault& fault) {
    Quote quote;
    quote.kind = object.name("kind", QuoteKind::block);
    quote.blocks = read_blocks(object.take("blocks"), fault);
    quote.source = read_inlines(object.take("source"), fault);
    return quote;
}

List list_of(JsonObject& object, JsonFault& fault) {
    List list;
    list.ordered = object.flag("ordered");
    list.tight = object.flag("tight");
    list.start = object.number<std::int64_t>("start", 1);
    for (const Value& value : object.list("items")) {
        JsonObject item(value, fault);
        list.items.push_back({read_blocks(item.take("blocks"), fault), {}});
        item.finish();
    }
    return list;
}

CodeBlock code_of(JsonObject& object, JsonFault&) {
    CodeBlock code;
    code.info = object.text("info");
    code.text = object.required_text("text");
    return code;
}

Table table_of(JsonObject& object, JsonFault& fault) {
    Table table;
    for (const std::string& name : object.texts("columns")) {
        const std::optional<Alignment> alignment = named<Alignment>(name);
        if (!alignment) fault.report(*object.take("columns"), "unknown alignment '" + name + "'");
        table.columns.push_back(alignment.value_or(Alignment::none));
    }
    table.caption = read_inlines(object.take("caption"), fault);
    table.caption_ordinal = object.number<NodeOrdinal>("caption_ordinal", 0);
    table.head = cells_of(object.list("head"), fault);
    for (const Value& row : object.list("rows")) table.rows.push_back(cells_of(json_list(row, fault), fault));
    return table;
}

Figure figure_of(JsonObject& object, JsonFault& fault) {
    Figure figure;
    if (const Value* image = object.take("image")) figure.image = read_image(*image, fault);
    figure.caption = read_inlines(object.take("caption"), fault);
    figure.caption_ordinal = object.number<NodeOrdinal>("caption_ordinal", 0);
    return figure;
}

Definitions definitions_of(JsonObject& object, JsonFault& fault) {
    Definitions definitions;
    for (const Value& value : object.list("items")) {
        JsonObject item(value, fault);
        Definition definition;
        definition.term = read_inlines(item.take("term"), fault);
        definition.term_ordinal = item.number<NodeOrdinal>("term_ordinal", 0);
        definition.blocks = read_blocks(item.take("blocks"), fault);
        item.finish();
        definitions.items.push_back(std::move(definition));
    }
    return definitions;
}

Details details_of(JsonObject& object, JsonFault& fault) {
    Details details;
    details.kind = object.name("kind", DetailsKind::aside);
    details.summary = read_inlines(object.take("summary"), fault);
    details.summary_ordinal = object.number<NodeOrdinal>("summary_ordinal", 0);
    details.blocks = read_blocks(object.take("blocks"), fault);
    return details;
}

Dialogue dialogue_of(JsonObject& object, JsonFault& fault) {
    Dialogue dialogue;
    for (const Value& value : object.list("turns")) {
        JsonObject item(value, fault);
        Turn turn;
        turn.voice = item.name("voice", Voice::answer);
        turn.speaker = read_inlines(item.take("speaker"), fault);
        turn.speaker_ordinal = item.number<NodeOrdinal>("speaker_ordinal", 0);
        turn.blocks = read_blocks(item.take("blocks"), fault);
        item.finish();
        dialogue.turns.push_back(std::move(turn));
    }
    return dialogue;
}

Ranking ranking_of(JsonObject& object, JsonFault& fault) {
    Ranking ranking;
    for (const Value& value : object.list("entries")) {
        JsonObject item(value, fault);
        Entry entry;
        entry.rank = item.text("rank");
        entry.film = item.number<std::uint32_t>("film", 0);
        entry.title = read_inlines(item.take("title"), fault);
        entry.title_ordinal = item.number<NodeOrdinal>("title_ordinal", 0);
        entry.blocks = read_blocks(item.take("blocks"), fault);
        item.finish();
        ranking.entries.push_back(std::move(entry));
    }
    return ranking;
}

Showings showings_of(JsonObject& object, JsonFault& fault) {
    Showings showings;
    for (const Value& value : object.list("showings")) {
        JsonObject item(value, fault);
        Showing showing;
        showing.screening = item.number<std::uint32_t>("screening", 0);
        showing.title = read_inlines(item.take("title"), fault);
        showing.title_ordinal = item.number<NodeOrdinal>("title_ordinal", 0);
        showing.words = read_inlines(item.take("words"), fault);
        showing.words_ordinal = item.number<NodeOrdinal>("words_ordinal", 0);
        item.finish();
        showings.showings.push_back(std::move(showing));
    }
    return showings;
}

using BlockReader = Block::Node (*)(JsonObject&, JsonFault&);
struct BlockRow {
    std::string_view type;
    BlockReader read;
};

constexpr std::array<BlockRow, 14> block_rows = {{
    {"paragraph",
     [](JsonObject& o, JsonFault& f) -> Block::Node { return Paragraph{read_inlines(o.take("inlines"), f)}; }},
    {"heading", [](JsonObject& o, JsonFault& f) -> Block::Node { return heading_of(o, f); }},
    {"quote", [](JsonObject& o, JsonFault& f) -> Block::Node { return quote_of(o, f); }},
    {"list", [](JsonObject& o, JsonFault& f) -> Block::Node { return list_of(o, f); }},
    {"code-block", [](JsonObject& o, JsonFault& f) -> Block::Node { return code_of(o, f); }},
    {"break", [](JsonObject&, JsonFault&) -> Block::Node { return Break{}; }},
    {"table", [](JsonObject& o, JsonFault& f) -> Block::Node { return table_of(o, f); }},
    {"figure", [](JsonObject& o, JsonFault& f) -> Block::Node { return figure_of(o, f); }},
    {"definitions", [](JsonObject& o, JsonFault& f) -> Block::Node { return definitions_of(o, f); }},
    {"details", [](JsonObject& o, JsonFault& f) -> Block::Node { return details_of(o, f); }},
    {"dialogue", [](JsonObject& o, JsonFault& f) -> Block::Node { return dialogue_of(o, f); }},
    {"ranking", [](JsonObject& o, JsonFault& f) -> Block::Node { return ranking_of(o, f); }},
    {"showings", [](JsonObject& o, JsonFault& f) -> Block::Node { return showings_of(o, f); }},
    {"raw-block", [](JsonObject& o, JsonFault&) -> Block::Node { return RawBlock{o.required_text("html")}; }},
}};

/// The row of that type, or null with a fault.
template <class Rows>
auto row_for(const Rows& rows, std::string_view type, const Value& value, JsonFault& fault) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.type == type; });
    if (found != rows.end()) return &*found;
    fault.report(value, "unknown type '" + std::string(type) + "'");
    return static_cast<decltype(&*found)>(nullptr);
}

} // namespace

Blocks read_blocks(const Value* list, JsonFault& fault) {
    Blocks blocks;
    if (list == nullptr) return blocks;
    for (const Value& value : json_list(*list, fault)) {
        JsonObject object(value, fault);
        const auto* row = row_for(block_rows, object.required_text("type"), value, fault);
        if (row == nullptr) continue;
        const auto ordinal = object.number<NodeOrdinal>("ordinal", 0);
        blocks.push_back({row->read(object, fault), {}, ordinal});
        object.finish();
    }
    return blocks;
}

Inlines read_inlines(const Value* list, JsonFault& fault) {
    Inlines inlines;
    if (list == nullptr) return inlines;
    for (const Value& value : json_list(*list, fault)) {
        JsonObject object(value, fault);
        const auto* row = row_for(inline_rows, object.required_text("type"), value, fault);
        if (row == nullptr) continue;
        inlines.push_back({row->read(object, fault), {}});
        object.finish();
    }
    tidy_inlines(inlines);
    return inlines;
}

Image read_image(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Image image = image_of(object);
    object.finish();
    return image;
}

} // namespace halfstar

#include "read/html/quotations.h"
#include "read/html/tree_builder.h"
#include "read/read.h"

#include "foundation/base/strings.h"

#include <charconv>

namespace halfstar::soup {
namespace {

std::int64_t number_of(const Node& node, std::string_view name, std::int64_t otherwise) {
    const std::string* written = find_attribute(node.attributes, name);
    std::int32_t value = 0;
    if (written == nullptr) return otherwise;
    const auto [end, error] = std::from_chars(written->data(), written->data() + written->size(), value);
    return error == std::errc() && end == written->data() + written->size() ? value : otherwise;
}

/// The one picture that the blocks are, alone or as a link; null when they are more or something else.
Image* lone_picture(Blocks& blocks) {
    if (blocks.size() != 1) return nullptr;
    if (Figure* figure = std::get_if<Figure>(&blocks.front().node)) {
        if (figure->image.title.empty() && !figure->caption.empty()) {
            if (Text* title = std::get_if<Text>(&figure->caption.front().node)) figure->image.title = title->text;
        }
        return &figure->image;
    }
    Paragraph* paragraph = std::get_if<Paragraph>(&blocks.front().node);
    if (paragraph == nullptr || paragraph->inlines.size() != 1) return nullptr;
    Inline* inside = &paragraph->inlines.front();
    Link* link = std::get_if<Link>(&inside->node);
    if (link != nullptr && link->children.size() == 1) inside = &link->children.front();
    return std::get_if<Image>(&inside->node);
}

/// Gives the caption to the block that it belongs to, or to a paragraph behind all.
void caption_blocks(Blocks& blocks, Inlines caption, Span span) {
    if (!blocks.empty()) {
        Block& last = blocks.back();
        Quote* quote = std::get_if<Quote>(&last.node);
        if (quote != nullptr && quote->source.empty()) {
            quote->source = without_dash(std::move(caption));
            return;
        }
        Table* table = std::get_if<Table>(&last.node);
        if (table != nullptr && table->caption.empty()) {
            table->caption = std::move(caption);
            return;
        }
        Figure* figure = std::get_if<Figure>(&last.node);
        if (figure != nullptr && figure->caption.empty()) {
            figure->caption = std::move(caption);
            return;
        }
    }
    blocks.push_back({Paragraph{std::move(caption)}, span, 0});
}

void move_to_end(Blocks& blocks, Blocks&& more) {
    for (Block& block : more) blocks.push_back(std::move(block));
}

} // namespace

void TreeBuilder::place_list(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    List list;
    list.ordered = node.tag == Tag::ordered_list;
    list.start = list.ordered ? number_of(node, "start", 1) : 1;
    list.tight = !node.markdown || find_attribute(node.attributes, "tight") != nullptr;
    Run strays;
    const auto take_strays = [&] {
        flush(strays);
        if (strays.blocks.empty()) return;
        const Span span = strays.blocks.front().span;
        list.items.push_back({std::exchange(strays.blocks, {}), span});
    };
    for (NodeId child = node.first; child != nobody; child = soup_.at(child).next) {
        const Node& item = soup_.at(child);
        if (item.tag != Tag::item) {
            place(child, strays, level + 2);
            continue;
        }
        take_strays();
        Blocks blocks = blocks_in(child, level + 2);
        if (!node.markdown) {
            for (NodeId part = item.first; part != nobody; part = soup_.at(part).next) {
                if (soup_.at(part).tag == Tag::paragraph) list.tight = false;
            }
            if (blocks.empty()) continue;
        }
        list.items.push_back({std::move(blocks), item.span});
    }
    take_strays();
    if (!list.items.empty()) add(run, id, std::move(list));
}

void TreeBuilder::place_definitions(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    Definitions definitions;
    Run strays;
    for (NodeId child = node.first; child != nobody; child = soup_.at(child).next) {
        const Node& part = soup_.at(child);
        if (part.tag == Tag::term || (part.tag == Tag::description && definitions.items.empty())) {
            definitions.items.push_back({{}, {}, 0, part.span});
        }
        if (part.tag == Tag::term) {
            definitions.items.back().term = whole_line(child, level + 2);
        } else if (part.tag == Tag::description) {
            move_to_end(definitions.items.back().blocks, blocks_in(child, level + 2));
            definitions.items.back().span.end = std::max(definitions.items.back().span.end, part.span.end);
        } else {
            place(child, strays, level + 1);
        }
    }
    flush(strays);
    move_to_end(run.blocks, std::move(strays.blocks));
    if (!definitions.items.empty()) add(run, id, std::move(definitions));
}

void TreeBuilder::place_details(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    NodeId summary = node.first;
    while (summary != nobody && soup_.at(summary).tag != Tag::summary) summary = soup_.at(summary).next;
    Details details;
    if (summary != nobody) details.summary = whole_line(summary, level + 1);
    details.blocks = blocks_in(id, level + 1, summary);
    const std::string* classes = find_attribute(node.attributes, "class");
    std::string words = summary != nobody ? text_below(summary) : std::string();
    if (classes != nullptr) words += " " + *classes;
    words = ascii_lower(words);
    if (node.tag == Tag::spoiler || words.find("spoiler") != std::string::npos) details.kind = DetailsKind::spoiler;
    if (!details.summary.empty() || !details.blocks.empty()) add(run, id, std::move(details));
}

void TreeBuilder::place_figure(NodeId id, Run& run, int level) {
    const Node& node = soup_.at(id);
    NodeId words = node.first;
    while (words != nobody && soup_.at(words).tag != Tag::figure_caption) words = soup_.at(words).next;
    Blocks blocks = blocks_in(id, level + 1, words);
    Inlines caption;
    if (words != nobody) caption = whole_line(words, level + 1);
    Image* picture = lone_picture(blocks);
    if (picture != nullptr && (!caption.empty() || std::holds_alternative<Paragraph>(blocks.front().node))) {
        Figure figure;
        figure.image = std::move(*picture);
        figure.caption = std::move(caption);
        return add(run, id, std::move(figure));
    }
    if (!caption.empty()) caption_blocks(blocks, std::move(caption), soup_.at(words).span);
    move_to_end(run.blocks, std::move(blocks));
}

} // namespace halfstar::soup

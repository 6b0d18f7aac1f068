#include "read/html/soup.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <utility>

namespace halfstar::soup {
namespace {

bool is_table_part(Tag tag) { return tag >= Tag::table && tag <= Tag::cell; }

/// What a paragraph of HTML cannot hold, so that its start ends the paragraph.
bool ends_paragraph(Tag tag) {
    return is_block(tag) && tag != Tag::boundary && tag != Tag::note_definition && tag != Tag::raw_block;
}

} // namespace

std::string attribute_of(const Node& node, std::string_view name) {
    const std::string* found = find_attribute(node.attributes, name);
    return found == nullptr ? std::string() : *found;
}

std::string in_one_line(std::string words) {
    std::replace_if(words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return words;
}

Soup::Soup() {
    nodes_.emplace_back();
    push(Tag::root, 0, true);
}

NodeId Soup::make(Tag tag, Span span, std::string text) {
    Node node;
    node.tag = tag;
    node.span = span;
    node.text = std::move(text);
    nodes_.push_back(std::move(node));
    return static_cast<NodeId>(nodes_.size() - 1);
}

NodeId Soup::append(Node node) {
    const auto id = static_cast<NodeId>(nodes_.size());
    node.parent = frames_.back().node;
    Node& parent = nodes_[node.parent];
    if (parent.first == nobody) {
        parent.first = id;
    } else {
        nodes_[parent.last].next = id;
    }
    parent.last = id;
    if (is_block(node.tag)) {
        for (NodeId above = node.parent; above != nobody && !nodes_[above].holds_blocks; above = nodes_[above].parent) {
            nodes_[above].holds_blocks = true;
        }
    }
    nodes_.push_back(std::move(node));
    return id;
}

void Soup::push(Tag tag, NodeId node, bool markdown) {
    std::uint32_t& newest = newest_[static_cast<std::size_t>(tag)];
    frames_.push_back({tag, node, markdown, newest, fence_, nobody});
    newest = static_cast<std::uint32_t>(frames_.size());
    if (markdown) fence_ = newest;
}

void Soup::pop() {
    const Frame& frame = frames_.back();
    newest_[static_cast<std::size_t>(frame.tag)] = frame.outer_same;
    fence_ = frame.outer_fence;
    Node& node = nodes_[frame.node];
    if (!frame.markdown && node.last != nobody && nodes_[node.last].span.source == node.span.source) {
        node.span.end = std::max(node.span.end, nodes_[node.last].span.end);
    }
    frames_.pop_back();
    parted_ = std::min(parted_, frames_.size());
}

/// Ends the frames above and at index `frame`.
void Soup::pop_to(std::uint32_t frame) {
    while (frames_.size() > frame) pop();
}

void Soup::part_lines() {
    Node node;
    node.tag = Tag::boundary;
    append(std::move(node));
}

/// Index of the first frame that an end tag may close: not Markdown's, and not through a table's cell.
std::uint32_t Soup::floor_of(Tag tag) const {
    if (tag == Tag::table) return fence_;
    const std::uint32_t table = newest(Tag::table);
    if (is_table_part(tag)) return std::max(fence_, table);
    return std::max({fence_, table, newest(Tag::cell), newest(Tag::head_cell), newest(Tag::caption)});
}

void Soup::close_implied(Tag tag, std::uint32_t floor) {
    if (newest(tag) <= floor) return;
    const std::uint32_t frame = newest(tag) - 1;
    nodes_[frames_[frame].node].closed = true;
    pop_to(frame);
}

void Soup::imply_ends(Tag opening) {
    if (ends_paragraph(opening)) close_implied(Tag::paragraph, floor_of(Tag::paragraph));
    switch (opening) {
    case Tag::item:
        close_implied(Tag::item, std::max({fence_, newest(Tag::unordered_list), newest(Tag::ordered_list)}));
        break;
    case Tag::term:
    case Tag::description:
        close_implied(Tag::term, std::max(fence_, newest(Tag::definitions)));
        close_implied(Tag::description, std::max(fence_, newest(Tag::definitions)));
        break;
    case Tag::head_rows:
    case Tag::body_rows:
        for (const Tag tag : {Tag::caption, Tag::head_rows, Tag::body_rows}) close_implied(tag, floor_of(tag));
        [[fallthrough]];
    case Tag::row: close_implied(Tag::row, floor_of(Tag::row)); [[fallthrough]];
    case Tag::cell:
    case Tag::head_cell:
        close_implied(Tag::cell, floor_of(Tag::cell));
        close_implied(Tag::head_cell, floor_of(Tag::head_cell));
        break;
    case Tag::reading:
    case Tag::reading_bracket:
        for (const Tag tag : {Tag::reading, Tag::reading_bracket}) close_implied(tag, std::max(fence_, newest(Tag::ruby)));
        break;
    case Tag::anchor: close_implied(Tag::anchor, floor_of(Tag::anchor)); break;
    default: break; // the others may stand in whatever is open
    }
    if (newest(Tag::head) > fence_ && manner_of(opening) != Manner::removed) close_implied(Tag::head, fence_);
}

void Soup::open(Tag tag, Span span, Attributes attributes) {
    if (tag == Tag::ignored) return;
    imply_ends(tag);
    if (manner_of(tag) == Manner::transparent) {
        if (is_block(tag)) part_lines();
        push(tag, frames_.back().node, false);
        return;
    }
    Node node;
    node.tag = tag;
    node.span = span;
    node.attributes = std::move(attributes);
    const NodeId id = append(std::move(node));
    push(tag, id, false);
}

void Soup::close(Tag tag, Span span) {
    std::uint32_t found = newest(tag);
    // A <span> may have been opened as a phrase or a spoiler, a <div> as a spoiler,
    // an <aside> or a <figure> as a pull quote; any heading's end tag ends the heading that is open.
    if (tag == Tag::span) found = std::max({found, newest(Tag::phrase), newest(Tag::note)});
    if (tag == Tag::division) found = std::max(found, newest(Tag::spoiler));
    if (tag == Tag::division || tag == Tag::figure) found = std::max(found, newest(Tag::pull_quote));
    if (tag >= Tag::heading_1 && tag <= Tag::heading_6) {
        for (Tag each = Tag::heading_1; each <= Tag::heading_6; each = static_cast<Tag>(static_cast<int>(each) + 1)) {
            found = std::max(found, newest(each));
        }
    }
    if (found <= floor_of(tag)) return;
    Node& node = nodes_[frames_[found - 1].node];
    const bool transparent = manner_of(frames_[found - 1].tag) == Manner::transparent;
    if (!transparent) {
        node.closed = true;
        if (span.source == node.span.source) node.span.end = std::max(node.span.end, span.end);
    }
    pop_to(found - 1);
    if (transparent && is_block(tag)) part_lines();
}

NodeId Soup::open_markdown(Tag tag, Span span, Attributes attributes, std::string text) {
    if (ends_paragraph(tag)) close_implied(Tag::paragraph, floor_of(Tag::paragraph));
    Node node;
    node.tag = tag;
    node.span = span;
    node.markdown = node.closed = true;
    node.attributes = std::move(attributes);
    node.text = std::move(text);
    const NodeId id = append(std::move(node));
    push(tag, id, true);
    return id;
}

NodeId Soup::close_markdown() {
    const NodeId id = frames_[fence_ - 1].node;
    pop_to(fence_ - 1);
    return id;
}

NodeId Soup::leaf(Tag tag, Span span, std::string text, Attributes attributes) {
    imply_ends(tag);
    Node node;
    node.tag = tag;
    node.span = span;
    node.closed = true;
    node.text = std::move(text);
    node.attributes = std::move(attributes);
    return append(std::move(node));
}

void Soup::words(std::string text, Span span, Wording wording) {
    if (text.empty()) return;
    Node node;
    node.tag = Tag::text;
    node.span = span;
    node.wording = wording;
    node.text = std::move(text);
    append(std::move(node));
}

/// The first child that is more than white space and the summary above what it sums up.
NodeId Soup::first_said(const Node& node) const {
    const auto says = [&](const Node& child) {
        return child.tag != Tag::summary && (child.tag != Tag::text || !trim(child.text).empty());
    };
    NodeId child = node.first;
    while (child != nobody && !says(nodes_[child]))
        child = nodes_[child].next;
    return child;
}

void Soup::part_html() {
    for (; parted_ < frames_.size(); ++parted_) {
        const Node& node = nodes_[frames_[parted_].node];
        if (first_said(node) != nobody) frames_[parted_].own = node.last;
    }
}

bool Soup::may_swallow(const Frame& frame) const {
    return !frame.markdown && manner_of(frame.tag) != Manner::transparent;
}

/// Children that came behind the frame's own HTML become its next siblings; it is the last of its parent. Their
/// `parent` is set by `finish`, once for all frames.
void Soup::give_back(const Frame& frame) {
    Node& node = nodes_[frame.node];
    const NodeId kept = frame.own != nobody ? frame.own : first_said(node);
    if (kept == nobody || nodes_[kept].next == nobody) return;
    Node& parent = nodes_[node.parent];
    node.next = nodes_[kept].next;
    parent.last = node.last;
    node.last = kept;
    nodes_[kept].next = nobody;
}

void Soup::finish() {
    for (std::size_t i = std::min(frames_.size(), parted_); i-- > 1;) {
        if (may_swallow(frames_[i])) give_back(frames_[i]);
    }
    NodeId settled = nobody;
    for (const Frame& frame : frames_) {
        // Transparent elements share the node that they stand in: thousands of them would go through its children again.
        if (std::exchange(settled, frame.node) == frame.node) continue;
        for (NodeId child = nodes_[frame.node].first; child != nobody; child = nodes_[child].next)
            nodes_[child].parent = frame.node;
    }
    pop_to(1);
}

std::optional<NodeId> Soup::open_media() const {
    const Frame& frame = frames_.back();
    if (manner_of(frame.tag) != Manner::media) return std::nullopt;
    const bool has_address = find_attribute(nodes_[frame.node].attributes, "src") != nullptr;
    return has_address ? std::nullopt : std::optional(frame.node);
}

std::vector<NodeId> Soup::children(NodeId id) const {
    std::vector<NodeId> all;
    for (NodeId child = nodes_[id].first; child != nobody; child = nodes_[child].next) all.push_back(child);
    return all;
}

void Soup::set_children(NodeId parent, const std::vector<NodeId>& children) {
    Node& node = nodes_[parent];
    node.first = children.empty() ? nobody : children.front();
    node.last = children.empty() ? nobody : children.back();
    for (std::size_t i = 0; i < children.size(); ++i) {
        nodes_[children[i]].parent = parent;
        nodes_[children[i]].next = i + 1 < children.size() ? children[i + 1] : nobody;
        node.holds_blocks = node.holds_blocks || nodes_[children[i]].holds_blocks || is_block(nodes_[children[i]].tag);
    }
}

Soup::Step Soup::behind(Step step) const {
    const Node& node = nodes_[step.id];
    if (step.entering) return node.first != nobody ? Step{node.first, true} : Step{step.id, false};
    return node.next != nobody ? Step{node.next, true} : Step{node.parent, false};
}

} // namespace halfstar::soup

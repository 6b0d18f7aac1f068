#include "backends/pdf/trees.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace halfstar::pdf {
namespace {

constexpr std::size_t fan_out = 64;

/// A node and the entries [begin, end) below it.
struct Node {
    ObjectNumber object = 0;
    std::size_t begin = 0, end = 0;
};

std::string limits(const TreeEntries& entries, const Node& node) {
    return "/Limits [" + entries.key(node.begin) + ' ' + entries.key(node.end - 1) + "] ";
}

std::string pairs(const TreeEntries& entries, TreeKind kind, const Node& node) {
    std::string text = kind == TreeKind::numbers ? "/Nums [" : "/Names [";
    for (std::size_t i = node.begin; i < node.end; ++i) {
        text += (i == node.begin ? "" : "\n") + entries.key(i) + ' ' + entries.value(i);
    }
    return text + ']';
}

using SharedEntries = std::shared_ptr<const TreeEntries>;

std::vector<Node> add_leaves(PdfDocument& document, TreeKind kind, const SharedEntries& entries) {
    std::vector<Node> leaves;
    for (std::size_t at = 0; at < entries->count; at += fan_out) {
        const Node node{document.reserve(), at, std::min(entries->count, at + fan_out)};
        document.fill(node.object, [entries, kind, node]() -> Result<Body> {
            return Body{limits(*entries, node) + pairs(*entries, kind, node), std::nullopt};
        });
        leaves.push_back(node);
    }
    return leaves;
}

std::string kids(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
    std::vector<ObjectNumber> objects;
    for (std::size_t i = begin; i < end; ++i) {
        objects.push_back(nodes[i].object);
    }
    return "/Kids " + references(objects);
}

/// The nodes above `below`.
std::vector<Node> add_level(PdfDocument& document, const SharedEntries& entries, const std::vector<Node>& below) {
    std::vector<Node> level;
    for (std::size_t at = 0; at < below.size(); at += fan_out) {
        const std::size_t end = std::min(below.size(), at + fan_out);
        const Node node{document.reserve(), below[at].begin, below[end - 1].end};
        document.fill(node.object, Body{limits(*entries, node) + kids(below, at, end), std::nullopt});
        level.push_back(node);
    }
    return level;
}

} // namespace

ObjectNumber add_tree(PdfDocument& document, TreeKind kind, TreeEntries all) {
    const SharedEntries entries = std::make_shared<const TreeEntries>(std::move(all));
    if (entries->count <= fan_out) {
        return document.add([entries, kind]() -> Result<Body> {
            return Body{pairs(*entries, kind, {0, 0, entries->count}), std::nullopt};
        });
    }
    std::vector<Node> level = add_leaves(document, kind, entries);
    while (level.size() > fan_out) {
        level = add_level(document, entries, level);
    }
    return document.add(Body{kids(level, 0, level.size()), std::nullopt});
}

} // namespace halfstar::pdf

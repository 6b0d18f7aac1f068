// What laid-out pages say in which order: one tree of structure elements for the whole document, to
// whose leaves the items on pages belong. A large issue has hundreds of thousands of nodes, so each is kept small.
#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// Index into StructureTree::nodes. 0 is the document itself; an item whose leaf is 0 is an artifact.
using StructureId = std::uint32_t;

/// PDF's standard structure types, and `leaf` for a place where content goes.
enum class StructureRole : std::uint8_t {
    document, part, article, section, heading, paragraph, list, list_item, label, list_body, block_quote,
    quote, note, reference, link, figure, caption, table, table_row, header_cell, cell, code, span,
    contents, contents_item, index, leaf,
};

/// `first`, `last` and `next` chain the children in reading order; 0 is none.
struct StructureNode {
    StructureRole role = StructureRole::leaf;
    bool ordered = false;   ///< lists: numbered
    std::uint8_t level = 0; ///< headings: 1-6
    StructureId parent = 0;
    StructureId first = 0, last = 0, next = 0;
};

/// nodes[0] is the document. Every leaf's content is painted in the order of its items over the pages.
struct StructureTree {
    std::vector<StructureNode> nodes{{StructureRole::document}};
    std::map<StructureId, std::string> languages;    ///< where one differs from its parent's
    std::map<StructureId, std::string> alternatives; ///< figures: what is seen, in words

    /// A new last child of `parent`.
    StructureId add(StructureId parent, StructureRole role) {
        const auto id = static_cast<StructureId>(nodes.size());
        StructureNode& node = nodes.emplace_back();
        node.role = role;
        node.parent = parent;
        StructureNode& above = nodes[parent];
        (above.last == 0 ? above.first : nodes[above.last].next) = id;
        above.last = id;
        return id;
    }

    /// Empty where none is known.
    std::string_view language(StructureId id) const { return text(languages, id); }
    std::string_view alternative(StructureId id) const { return text(alternatives, id); }

    /// The children of a node, for a range-based for. The tree must not grow meanwhile.
    class Children {
    public:
        class Iterator {
        public:
            using iterator_category = std::forward_iterator_tag;
            using value_type = StructureId;
            using difference_type = std::ptrdiff_t;
            using pointer = const StructureId*;
            using reference = StructureId;
            Iterator() = default;
            Iterator(const StructureTree* tree, StructureId id) : tree_(tree), id_(id) {}
            StructureId operator*() const { return id_; }
            Iterator& operator++() { return id_ = tree_->nodes[id_].next, *this; }
            Iterator operator++(int) {
                const Iterator before = *this;
                ++*this;
                return before;
            }
            friend bool operator==(const Iterator& a, const Iterator& b) { return a.id_ == b.id_; }

        private:
            const StructureTree* tree_ = nullptr;
            StructureId id_ = 0;
        };
        Children(const StructureTree& tree, StructureId of) : tree_(&tree), first_(tree.nodes[of].first) {}
        Iterator begin() const { return {tree_, first_}; }
        Iterator end() const { return {tree_, 0}; }

    private:
        const StructureTree* tree_;
        StructureId first_;
    };
    Children children(StructureId of) const { return {*this, of}; }

private:
    static std::string_view text(const std::map<StructureId, std::string>& texts, StructureId id) {
        const auto found = texts.find(id);
        return found == texts.end() ? std::string_view() : std::string_view(found->second);
    }
};

} // namespace halfstar

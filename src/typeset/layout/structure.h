// Grows the document's structure tree while texts are set.
#pragma once

#include <halfstar/pages.h>

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

class StructureBuilder {
public:
    /// A new last child of `parent`.
    StructureId add(StructureId parent, StructureRole role) { return tree_.add(parent, role); }
    StructureId add_leaf(StructureId parent) { return add(parent, StructureRole::leaf); }
    /// To complete what was added.
    StructureNode& node(StructureId id) { return tree_.nodes[id]; }
    /// Headings have six levels; what is deeper stands on the last.
    void set_level(StructureId id, int level) { tree_.nodes[id].level = static_cast<std::uint8_t>(std::clamp(level, 1, 6)); }
    /// Empty words say nothing.
    void set_language(StructureId id, std::string language) {
        if (!language.empty()) tree_.languages[id] = std::move(language);
    }
    void set_alternative(StructureId id, std::string words) {
        if (!words.empty()) tree_.alternatives[id] = std::move(words);
    }
    std::size_t size() const { return tree_.nodes.size(); }
    /// Takes away all nodes from `size` on: no node before them may lie below one of them.
    void cut(std::size_t size) {
        for (StructureId id = 0; id < size; ++id) {
            StructureNode& node = tree_.nodes[id];
            if (node.first >= size) node.first = node.last = 0;
            if (node.next < size) continue;
            node.next = 0;
            tree_.nodes[node.parent].last = id;
        }
        tree_.nodes.resize(size);
        tree_.languages.erase(tree_.languages.lower_bound(static_cast<StructureId>(size)), tree_.languages.end());
        tree_.alternatives.erase(tree_.alternatives.lower_bound(static_cast<StructureId>(size)), tree_.alternatives.end());
    }
    /// Takes away a node that is its parent's last child, with all that lies below it, which are the nodes up to `end`: their numbers
    /// are those of leaves that hang nowhere, and those of all other nodes stay what they are.
    void drop(StructureId top, std::size_t end) {
        const StructureId parent = tree_.nodes[top].parent;
        StructureId before = 0;
        for (const StructureId child : tree_.children(parent))
            if (child != top) before = child;
        tree_.nodes[parent].last = before;
        (before == 0 ? tree_.nodes[parent].first : tree_.nodes[before].next) = 0;
        std::fill(tree_.nodes.begin() + top, tree_.nodes.begin() + static_cast<std::ptrdiff_t>(end), StructureNode());
        const auto last = static_cast<StructureId>(end);
        tree_.languages.erase(tree_.languages.lower_bound(top), tree_.languages.lower_bound(last));
        tree_.alternatives.erase(tree_.alternatives.lower_bound(top), tree_.alternatives.lower_bound(last));
    }
    StructureTree take() {
        tree_.nodes.shrink_to_fit();
        return std::move(tree_);
    }

private:
    StructureTree tree_;
};

} // namespace halfstar::layout

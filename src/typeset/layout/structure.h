// Grows the document's structure tree while texts are set.
#pragma once

#include <halfstar/pages.h>

#include <string>
#include <utility>

namespace halfstar::layout {

class StructureBuilder {
public:
    StructureBuilder() { tree_.nodes.push_back({StructureRole::document, 0, {}, 0, {}, {}, false}); }

    /// A new last child of `parent`.
    StructureId add(StructureId parent, StructureRole role);
    StructureId add_leaf(StructureId parent) { return add(parent, StructureRole::leaf); }
    /// To complete what was added.
    StructureNode& node(StructureId id) { return tree_.nodes[id]; }
    StructureTree take() {
        tree_.nodes.shrink_to_fit();
        return std::move(tree_);
    }

private:
    StructureTree tree_;
};

} // namespace halfstar::layout

#include "typeset/layout/structure.h"

namespace halfstar::layout {

StructureId StructureBuilder::add(StructureId parent, StructureRole role) {
    const auto id = static_cast<StructureId>(tree_.nodes.size());
    StructureNode node;
    node.role = role;
    node.parent = parent;
    tree_.nodes.push_back(std::move(node));
    tree_.nodes[parent].children.push_back(id);
    return id;
}

} // namespace halfstar::layout

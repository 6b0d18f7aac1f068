#include "backends/pdf/roles.h"

#include <algorithm>
#include <array>

namespace halfstar::pdf {
namespace {

std::string_view heading(int level) {
    static constexpr std::array<std::string_view, 6> names = {"H1", "H2", "H3", "H4", "H5", "H6"};
    return names[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

} // namespace

std::string_view structure_type(const StructureNode& node) {
    switch (node.role) {
    case StructureRole::document: return "Document";
    case StructureRole::part: return "Part";
    case StructureRole::article: return "Art";
    case StructureRole::section: return "Sect";
    case StructureRole::heading: return heading(node.level);
    case StructureRole::paragraph: return "P";
    case StructureRole::list: return "L";
    case StructureRole::list_item: return "LI";
    case StructureRole::label: return "Lbl";
    case StructureRole::list_body: return "LBody";
    case StructureRole::block_quote: return "BlockQuote";
    case StructureRole::quote: return "Quote";
    case StructureRole::note: return "Note";
    case StructureRole::reference: return "Reference";
    case StructureRole::link: return "Link";
    case StructureRole::figure: return "Figure";
    case StructureRole::caption: return "Caption";
    case StructureRole::table: return "Table";
    case StructureRole::table_row: return "TR";
    case StructureRole::header_cell: return "TH";
    case StructureRole::cell: return "TD";
    case StructureRole::code: return "Code";
    case StructureRole::span: return "Span";
    case StructureRole::contents: return "TOC";
    case StructureRole::contents_item: return "TOCI";
    case StructureRole::index: return "Index";
    case StructureRole::leaf: return "";
    }
    return "";
}

StructureId element_of(const StructureTree& tree, StructureId leaf) {
    if (leaf == 0 || leaf >= tree.nodes.size()) {
        return 0;
    }
    return tree.nodes[leaf].role == StructureRole::leaf ? tree.nodes[leaf].parent : leaf;
}

StructureId figure_above(const StructureTree& tree, StructureId element) {
    while (element != 0 && tree.nodes[element].role != StructureRole::figure) {
        element = tree.nodes[element].parent;
    }
    return element;
}

} // namespace halfstar::pdf

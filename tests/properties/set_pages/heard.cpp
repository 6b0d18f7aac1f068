#include "heard.h"

#include <memory>
#include <string>

namespace halfstar::testing {

namespace {

using proof::FoundFlows;
using Texts = std::vector<std::unique_ptr<std::string>>;

/// The text of every leaf, over all pages.
std::vector<std::string> texts_of_leaves(const std::vector<Page>& pages, const StructureTree& structure) {
    std::vector<std::string> texts(structure.nodes.size());
    for (const Page& page : pages)
        for (const Item& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && item.leaf != 0)
                texts[item.leaf] += run->text;
    return texts;
}

bool stands_in_a_line(StructureRole role) {
    return role == StructureRole::link || role == StructureRole::span || role == StructureRole::code ||
           role == StructureRole::quote || role == StructureRole::leaf;
}

class Listener {
public:
    Listener(const std::vector<std::string>& texts, const StructureTree& structure) : texts_(texts), tree_(structure) {}

    FoundFlows hear(StructureId article) {
        std::string body;
        walk(article, body);
        FoundFlows found;
        found.body = proof::words_of(body);
        put(notes_, found.notes);
        put(captions_, found.captions);
        put(cells_, found.cells);
        return found;
    }

private:
    static void put(const Texts& texts, std::vector<proof::Words>& flows) {
        for (const auto& text : texts) flows.push_back(proof::words_of(*text));
    }

    static std::string& add(Texts& texts) { return *texts.emplace_back(std::make_unique<std::string>()); }

    std::string& flow_of(StructureRole role, std::string& around) {
        if (role == StructureRole::note) return add(notes_);
        if (role == StructureRole::caption) return add(captions_);
        if (role == StructureRole::header_cell || role == StructureRole::cell) return add(cells_);
        return around;
    }

    // A note's number and the marks that refer to it are no words of the author's.
    bool is_mark(const StructureNode& node) const {
        return node.role == StructureRole::reference ||
               (node.role == StructureRole::label && tree_.nodes[node.parent].role == StructureRole::note);
    }

    void walk(StructureId id, std::string& around) {
        const StructureNode& node = tree_.nodes[id];
        if (is_mark(node)) return;
        std::string& flow = flow_of(node.role, around);
        const bool apart = !stands_in_a_line(node.role);
        if (apart) flow += '\n';
        flow += texts_[id];
        for (const StructureId child : tree_.children(id)) walk(child, flow);
        if (apart) flow += '\n';
    }

    const std::vector<std::string>& texts_;
    const StructureTree& tree_;
    Texts notes_, captions_, cells_;
};

} // namespace

std::vector<FoundFlows> heard_from(const std::vector<Page>& pages, const StructureTree& structure) {
    const std::vector<std::string> texts = texts_of_leaves(pages, structure);
    std::vector<FoundFlows> found;
    for (StructureId id = 0; id < structure.nodes.size(); ++id)
        if (structure.nodes[id].role == StructureRole::article) found.push_back(Listener(texts, structure).hear(id));
    return found;
}

} // namespace halfstar::testing

#include "typeset/breaking/galley_graph.h"

#include "typeset/breaking/line_fit.h"
#include "typeset/breaking/paragraph.h"

#include <algorithm>
#include <utility>

namespace halfstar::breaking {

GalleyGraph::GalleyGraph(std::span<const Slab> galley, std::span<const Alternative> alternatives) {
    std::vector<std::uint32_t> nodes{add_node()}; // by the slab below
    std::size_t next = 0;                         // alternative
    for (std::uint32_t i = 0; i < galley.size(); ++i) {
        // Ways around end where the slabs they replace do: their places are numbered before that one.
        std::vector<std::pair<std::uint32_t, std::uint32_t>> around; // alternative, its first inner node
        for (; next < alternatives.size() && alternatives[next].last == i + 1; ++next)
            around.emplace_back(static_cast<std::uint32_t>(next), add_inner_nodes(alternatives[next]));
        nodes.push_back(add_node());
        add_edge(nodes[i], {&galley[i], nodes[i + 1]});
        for (const auto& [index, inner] : around) {
            const Alternative& way = alternatives[index];
            const auto count = static_cast<std::uint32_t>(way.slabs.size());
            for (std::uint32_t k = 0; k < count; ++k) {
                const std::uint32_t from = k == 0 ? nodes[way.first] : inner + k - 1;
                const std::uint32_t to = k + 1 == count ? nodes[i + 1] : inner + k;
                Edge edge{&way.slabs[k], to};
                if (k == 0) edge.alternative = index, edge.demerits = way.demerits;
                add_edge(from, edge);
            }
        }
    }
    sum_below();
}

void GalleyGraph::sum_below() {
    least_below_.assign(edges_.size(), 0);
    for (std::uint32_t node = end(); node-- > 0;) {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const Edge& edge : edges_[node]) {
            least = std::min(least, edge.slab->height.units + least_below_[edge.to]);
            const std::int64_t penalty = edge.slab->penalty;
            if (penalty < 0 && penalty > forced) rewards_ = add_demerits(rewards_, penalty * penalty);
        }
        least_below_[node] = least;
    }
}

std::uint32_t GalleyGraph::add_node() {
    edges_.emplace_back();
    notes_above_.push_back(0);
    return end();
}

void GalleyGraph::add_edge(std::uint32_t from, const Edge& edge) {
    edges_[from].push_back(edge);
    notes_above_[edge.to] = notes_above_[from] + edge.slab->notes;
}

std::uint32_t GalleyGraph::add_inner_nodes(const Alternative& alternative) {
    const std::uint32_t first = end() + 1;
    for (std::size_t k = 1; k < alternative.slabs.size(); ++k) add_node();
    return first;
}

} // namespace halfstar::breaking

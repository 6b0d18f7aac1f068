// A galley with several ways to set some of its slabs, as a graph: a node is a place between slabs, an edge a slab,
// and a way from the first node to the last is a galley. Nodes are numbered so that edges lead upwards only.
#pragma once

#include "typeset/breaking/pages.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace halfstar::breaking {

class GalleyGraph {
public:
    static constexpr std::uint32_t no_alternative = std::numeric_limits<std::uint32_t>::max();

    struct Edge {
        const Slab* slab = nullptr;
        std::uint32_t to = 0;
        std::uint32_t alternative = no_alternative; ///< that begins with it
        std::int64_t demerits = 0;                  ///< of that alternative
    };

    GalleyGraph(std::span<const Slab> galley, std::span<const Alternative> alternatives);

    /// The node at the galley's end; the first is 0.
    std::uint32_t end() const { return static_cast<std::uint32_t>(edges_.size() - 1); }
    const std::vector<Edge>& edges(std::uint32_t node) const { return edges_[node]; }
    /// Lines of notes that what stands above the node refers to.
    std::uint32_t notes_above(std::uint32_t node) const { return notes_above_[node]; }
    /// What the slabs below the node take at least, without the space between them.
    std::int64_t least_height_below(std::uint32_t node) const { return least_below_[node]; }
    /// What negative penalties can take off demerits at most.
    std::int64_t rewards() const { return rewards_; }

private:
    void sum_below();
    std::uint32_t add_node();
    void add_edge(std::uint32_t from, const Edge& edge);
    std::uint32_t add_inner_nodes(const Alternative& alternative);

    std::vector<std::vector<Edge>> edges_; ///< by the node from which they lead
    std::vector<std::uint32_t> notes_above_;
    std::vector<std::int64_t> least_below_;
    std::int64_t rewards_ = 0;
};

} // namespace halfstar::breaking

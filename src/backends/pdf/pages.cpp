#include "backends/pdf/pages.h"

#include <algorithm>
#include <string>

namespace halfstar::pdf {
namespace {

constexpr std::size_t fan_out = 32;

/// A page or a node, and how many pages are below it.
struct Branch {
    ObjectNumber object = 0;
    std::size_t pages = 1;
    std::string own; ///< its dictionary but for its parent; empty for pages
};

Branch join(ObjectNumber object, const std::vector<Branch>& level, std::size_t begin, std::size_t end) {
    std::vector<ObjectNumber> kids;
    Branch branch{object, 0, {}};
    for (std::size_t i = begin; i < end; ++i) {
        kids.push_back(level[i].object);
        branch.pages += level[i].pages;
    }
    branch.own = "/Type /Pages /Count " + std::to_string(branch.pages) + " /Kids " + references(kids);
    return branch;
}

} // namespace

ObjectNumber add_page_tree(PdfDocument& document, const std::vector<ObjectNumber>& pages,
                           std::vector<ObjectNumber>& parents) {
    parents.assign(pages.size(), 0);
    std::vector<Branch> level;
    for (const ObjectNumber page : pages) {
        level.push_back({page, 1, {}});
    }
    bool of_pages = true;
    do {
        std::vector<Branch> above;
        for (std::size_t at = 0; at < std::max<std::size_t>(1, level.size()); at += fan_out) {
            const std::size_t end = std::min(level.size(), at + fan_out);
            const ObjectNumber node = document.reserve();
            above.push_back(join(node, level, at, end));
            for (std::size_t i = at; i < end; ++i) {
                if (of_pages) {
                    parents[i] = node;
                } else {
                    document.fill(level[i].object, Body{level[i].own + " /Parent " + reference(node), std::nullopt});
                }
            }
        }
        level = std::move(above);
        of_pages = false;
    } while (level.size() > 1);
    document.fill(level.front().object, Body{level.front().own, std::nullopt});
    return level.front().object;
}

} // namespace halfstar::pdf

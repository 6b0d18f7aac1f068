#include "backends/pdf/navigation.h"

#include <algorithm>

namespace halfstar::pdf {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// An entry's place among the others, by index; the root stands behind the last entry.
struct Relations {
    std::size_t parent = none, previous = none, next = none, first = none, last = none;
    std::size_t children = 0;
};

void append_child(std::vector<Relations>& relations, std::size_t parent, std::size_t child) {
    Relations& above = relations[parent];
    relations[child].parent = parent;
    relations[child].previous = above.last;
    if (above.last == none) {
        above.first = child;
    } else {
        relations[above.last].next = child;
    }
    above.last = child;
    ++above.children;
}

std::vector<Relations> relate(const std::vector<OutlineEntry>& entries) {
    std::vector<Relations> relations(entries.size() + 1);
    std::vector<std::size_t> path = {entries.size()}; // the root, then the last entry of each level
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto level = static_cast<std::size_t>(std::max(1, entries[i].level));
        path.resize(std::min(path.size(), level));
        append_child(relations, path.back(), i);
        path.push_back(i);
    }
    return relations;
}

std::string link(std::string_view key, std::size_t index, const std::vector<ObjectNumber>& objects) {
    return index == none ? std::string() : '/' + std::string(key) + ' ' + reference(objects[index]) + ' ';
}

/// Links to the children; closed, except for the root's.
std::string children(const Relations& own, const std::vector<ObjectNumber>& objects, std::string_view sign) {
    if (own.children == 0) {
        return {};
    }
    return link("First", own.first, objects) + link("Last", own.last, objects) + "/Count " + std::string(sign) +
           std::to_string(own.children) + ' ';
}

} // namespace

ObjectNumber add_outline(PdfDocument& document, const std::vector<OutlineEntry>& entries, const Survey& survey,
                         const std::vector<ObjectNumber>& pages) {
    if (entries.empty()) {
        return 0;
    }
    const std::vector<Relations> relations = relate(entries);
    std::vector<ObjectNumber> objects;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        objects.push_back(document.reserve());
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OutlineEntry& entry = entries[i];
        const Relations& own = relations[i];
        std::string text = "/Title " + text_string(entry.title) + ' ' + link("Parent", own.parent, objects) +
                           link("Prev", own.previous, objects) + link("Next", own.next, objects) +
                           children(own, objects, "-");
        if (entry.page < pages.size()) {
            text += "/Dest " + destination(pages[entry.page], survey.pages[entry.page], std::nullopt, entry.y);
        }
        document.fill(objects[i], Body{text, std::nullopt});
    }
    document.fill(objects.back(), Body{"/Type /Outlines " + children(relations.back(), objects, ""), std::nullopt});
    return objects.back();
}

} // namespace halfstar::pdf

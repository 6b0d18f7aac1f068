#include "backends/html/outline.h"

#include "document/tree.h"
#include "foundation/unicode/text.h"

#include <cassert>

namespace halfstar::html {

Outline::Outline(const Piece& piece, std::string_view prefix) {
    add(piece.body, prefix, false);
    for (const Note& note : piece.notes)
        add(note.blocks, prefix, true);
}

void Outline::add(const Blocks& blocks, std::string_view prefix, bool in_note) {
    std::vector<int> open; // levels as written, of the headings that the next one may stand below
    walk_blocks(blocks, [&](const Block& block) {
        const Heading* heading = std::get_if<Heading>(&block.node);
        if (heading == nullptr) return;
        while (!open.empty() && open.back() >= heading->level)
            open.pop_back();
        open.push_back(heading->level);
        const std::string words = plain_text(heading->inlines);
        std::string slug = unicode::slug(words);
        if (slug.empty()) slug = "section";
        std::string unique = slug;
        for (int n = 2; by_slug_.count(unique) != 0; ++n)
            unique = slug + "-" + std::to_string(n);
        const std::string id = std::string(prefix) + unique;
        by_slug_.emplace(unique, id);
        by_block_.emplace(&block, headings_.size());
        headings_.push_back({id, static_cast<int>(open.size()), words, in_note});
    });
}

const OutlineHeading& Outline::at(const Block& block) const {
    const auto found = by_block_.find(&block);
    assert(found != by_block_.end());
    return headings_[found->second];
}

std::optional<std::string> Outline::find(std::string_view fragment) const {
    auto found = by_slug_.find(fragment);
    if (found == by_slug_.end()) found = by_slug_.find(unicode::slug(fragment));
    if (found == by_slug_.end()) return std::nullopt;
    return found->second;
}

} // namespace halfstar::html

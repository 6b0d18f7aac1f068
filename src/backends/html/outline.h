// The headings of a piece in reading order: what levels they come out at and how links find them.
#pragma once

#include <halfstar/piece.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::html {

struct OutlineHeading {
    std::string id;
    int level = 1; ///< from 1, and never more than one below the heading before it
    std::string words;
    bool in_note = false;
};

/// Authors choose a heading's level by its looks; readers with a screen reader rely on the order. So
/// levels are counted afresh: the outermost is 1, and a heading is one below the nearest before it that
/// was written with a smaller number.
class Outline {
public:
    /// `prefix` begins every id, so that ids of several pieces can stand in one file.
    Outline(const Piece& piece, std::string_view prefix);

    const std::vector<OutlineHeading>& headings() const { return headings_; }
    /// The heading that `block`, a block of the piece, is.
    const OutlineHeading& at(const Block& block) const;
    /// The id that `#fragment` means: the heading whose words make the same slug.
    std::optional<std::string> find(std::string_view fragment) const;

private:
    void add(const Blocks& blocks, std::string_view prefix, bool in_note);

    std::vector<OutlineHeading> headings_;
    std::map<const Block*, std::size_t> by_block_;
    std::map<std::string, std::string, std::less<>> by_slug_;
};

} // namespace halfstar::html

#include "faults.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace halfstar::testing {

namespace {

constexpr double furthest_hang = 0.3; ///< of an em, beyond the column's edge

struct Column {
    Length left, right;
};

// A side column on the outer edge is at the right of a recto.
Column column_of(const TypesetPages& typeset, std::uint32_t index) {
    const PageSpec& spec = typeset.spec;
    const Length width = typeset.pages[index].trim.width;
    const Length side = spec.side.units > 0 ? spec.side + spec.gutter : Length{};
    const bool recto = is_recto(index);
    const Length at_left = recto ? spec.inner : spec.outer, at_right = recto ? spec.outer : spec.inner;
    const bool side_at_left = spec.side_edge == SideEdge::left || !recto;
    return {at_left + (side_at_left ? side : Length{}), width - at_right - (side_at_left ? Length{} : side)};
}

bool stands_in(const Column& column, const GlyphRun& run) {
    return run.origin.x >= column.left - run.size && run.origin.x <= column.right;
}

/// Where the last glyph that is not a space ends.
Length ink_end(const GlyphRun& run) {
    Length end = run.origin.x;
    for (const Glyph& glyph : run.glyphs) {
        const bool space = run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin) == " ";
        if (!space) end = std::max(end, run.origin.x + glyph.x + glyph.advance);
    }
    return end;
}

/// The paragraph or heading that a leaf is in, or 0: for artifacts and for notes, tables and lists of pages.
StructureId block_of(const StructureTree& tree, StructureId leaf) {
    StructureId block = 0;
    for (StructureId id = leaf; id != 0; id = tree.nodes[id].parent) {
        switch (tree.nodes[id].role) {
        case StructureRole::paragraph:
        case StructureRole::heading: block = block == 0 ? id : block; break;
        case StructureRole::note:
        case StructureRole::reference:
        case StructureRole::table:
        case StructureRole::contents:
        case StructureRole::index:
        case StructureRole::figure:
        case StructureRole::caption: return 0;
        default: break;
        }
    }
    return block;
}

class BlockReader {
public:
    explicit BlockReader(const TypesetPages& typeset) : typeset_(typeset) {}

    std::vector<SetBlock> read() {
        for (std::uint32_t page = 0; page < typeset_.pages.size(); ++page) {
            const Column column = column_of(typeset_, page);
            for (const Item& item : typeset_.pages[page].items)
                if (const auto* run = std::get_if<GlyphRun>(&item.node)) add(*run, item.leaf, page, column);
        }
        return std::move(blocks_);
    }

private:
    void add(const GlyphRun& run, StructureId leaf, std::uint32_t page, const Column& column) {
        if (run.visibility == Visibility::invisible || run.turn != 0 || run.glyphs.empty()) return;
        if (run.place.ordinal == 0 || !stands_in(column, run)) return;
        const StructureId id = block_of(*typeset_.structure, leaf);
        if (id == 0) return;
        const auto [found, is_new] = index_.emplace(id, blocks_.size());
        if (is_new) blocks_.push_back({id, typeset_.structure->nodes[id].role, {}});
        add_to_line(blocks_[found->second].lines, run, page);
    }

    static void add_to_line(std::vector<SetLine>& lines, const GlyphRun& run, std::uint32_t page) {
        const Length end = ink_end(run);
        const auto same = [&](const SetLine& line) { return line.page == page && line.baseline == run.origin.y; };
        const auto line = std::find_if(lines.begin(), lines.end(), same);
        if (line == lines.end()) return lines.push_back({page, run.origin.y, run.origin.x, end, run.text, run.size});
        line->left = std::min(line->left, run.origin.x);
        line->right = std::max(line->right, end);
        line->words += run.text;
    }

    const TypesetPages& typeset_;
    std::vector<SetBlock> blocks_;
    std::map<StructureId, std::size_t> index_;
};

void find_overfull(const TypesetPages& typeset, const SetBlock& block, std::vector<Fault>& faults) {
    for (const SetLine& line : block.lines) {
        const Length edge = column_of(typeset, line.page).right + typeset.spec.grid.scaled(furthest_hang);
        if (line.right > edge) faults.push_back({FaultKind::overfull, line.page, line.words});
    }
}

void find_lone_lines(const SetBlock& block, std::vector<Fault>& faults) {
    const SetLine &first = block.lines.front(), &last = block.lines.back();
    if (block.role != StructureRole::paragraph || first.page == last.page) return;
    if (block.lines[1].page != first.page) faults.push_back({FaultKind::orphan, first.page, first.words});
    if (block.lines[block.lines.size() - 2].page != last.page)
        faults.push_back({FaultKind::widow, last.page, last.words});
}

bool ends_in_hyphen(std::string_view words) {
    return words.ends_with("-") || words.ends_with("\u2010") || words.ends_with("\u00AD");
}

void find_parted_words(const SetBlock& block, std::vector<Fault>& faults) {
    for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) {
        const SetLine& line = block.lines[i];
        const bool turned = line.page != block.lines[i + 1].page && is_recto(line.page);
        if (turned && ends_in_hyphen(line.words))
            faults.push_back({FaultKind::parted_word, line.page, line.words});
    }
}

/// A short last line leaves a hole above the indent of the next paragraph.
void find_runt(const TypesetPages& typeset, const SetBlock& block, std::vector<Fault>& faults) {
    const SetLine& last = block.lines.back();
    if (block.role != StructureRole::paragraph || block.lines.size() < 2 || last.right - last.left >= typeset.indent) return;
    faults.push_back({FaultKind::runt, last.page, last.words});
}

/// How far down the author's words and pictures in the text column of a page reach.
Length foot_of(const TypesetPages& typeset, std::uint32_t page) {
    const Column column = column_of(typeset, page);
    Length foot{};
    for (const Item& item : typeset.pages[page].items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run != nullptr && run->place.ordinal != 0 && stands_in(column, *run))
            foot = std::max(foot, run->origin.y);
        if (const auto* picture = std::get_if<PictureItem>(&item.node); picture != nullptr && item.leaf != 0)
            foot = std::max(foot, picture->rect.bottom());
    }
    return foot;
}

void find_stranded(const TypesetPages& typeset, const SetBlock& block, std::vector<Fault>& faults) {
    if (block.role != StructureRole::heading) return;
    const SetLine& last = block.lines.back();
    if (foot_of(typeset, last.page) <= last.baseline)
        faults.push_back({FaultKind::stranded_heading, last.page, last.words});
}

/// The size in which most lines are set.
Length text_size(const std::vector<SetBlock>& blocks) {
    std::map<Length, std::size_t> lines;
    for (const SetBlock& block : blocks) lines[block.lines.front().size] += block.lines.size();
    const auto most = std::max_element(lines.begin(), lines.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == lines.end() ? Length{} : most->first;
}

void find_off_grid(const TypesetPages& typeset, const SetBlock& block, Length text_size, std::vector<Fault>& faults) {
    const StructureNode& node = typeset.structure->nodes[block.id];
    const bool is_text = block.role == StructureRole::paragraph && block.lines.front().size == text_size &&
                         typeset.structure->nodes[node.parent].role == StructureRole::article;
    if (!is_text) return;
    for (const SetLine& line : block.lines)
        if ((line.baseline - typeset.spec.first_baseline).units % typeset.spec.grid.units != 0)
            faults.push_back({FaultKind::off_grid, line.page, line.words});
}

} // namespace

const char* name_of(FaultKind kind) {
    constexpr std::array<const char*, 7> names = {"overfull line",    "widow",    "orphan", "parted word",
                                                  "stranded heading", "off grid", "runt"};
    return names[static_cast<std::size_t>(kind)];
}

bool is_in_text_column(const TypesetPages& typeset, std::uint32_t page, const GlyphRun& run) {
    return stands_in(column_of(typeset, page), run);
}

std::vector<SetBlock> blocks_of(const TypesetPages& typeset) { return BlockReader(typeset).read(); }

std::vector<Fault> faults_of(const TypesetPages& typeset) {
    std::vector<Fault> faults;
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const Length size = text_size(blocks);
    for (const SetBlock& block : blocks) {
        find_off_grid(typeset, block, size, faults);
        find_overfull(typeset, block, faults);
        find_lone_lines(block, faults);
        find_parted_words(block, faults);
        find_stranded(typeset, block, faults);
        find_runt(typeset, block, faults);
    }
    return faults;
}

} // namespace halfstar::testing

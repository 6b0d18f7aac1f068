// Pieces made by hand, laid out in the programme style, and pages read back as words.
#pragma once

#include "design/style/load.h"
#include "document/tree.h"
#include "foundation/base/files.h"
#include "typeset/layout/layout.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace halfstar::testing {

inline Inlines words(std::string text) { return {{Text{std::move(text)}, {}}}; }
inline Block paragraph(std::string text) { return {Paragraph{words(std::move(text))}, {}, 0}; }
inline Block paragraph(Inlines inlines) { return {Paragraph{std::move(inlines)}, {}, 0}; }

/// Sentences enough to fill lines; never the same word order twice.
inline std::string prose(int sentences, int seed = 0) {
    static const char* const subjects[] = {"The projectionist", "A woman in row C", "The usher", "Nobody", "My aunt"};
    static const char* const verbs[] = {"remembers", "interrupts", "photographs", "underestimates", "forgives"};
    static const char* const objects[] = {"the interval", "an extraordinary silence", "every other reel",
                                          "the administration", "the last bus home"};
    std::string out;
    for (int i = seed; i < seed + sentences; ++i) {
        if (!out.empty()) out += ' ';
        out += std::string(subjects[i % 5]) + " " + verbs[(i / 2 + 1) % 5] + " " + objects[(i / 3 + 2) % 5] + ".";
    }
    return out;
}

/// A built-in style; the first call reads it.
inline const Style& style_called(const std::string& name) {
    static std::map<std::string, Style> styles;
    if (const auto known = styles.find(name); known != styles.end()) return known->second;
    Sources sources;
    Diagnostics diagnostics;
    return styles.emplace(name, *load_style(name, MemoryReader(), sources, diagnostics)).first->second;
}
inline const Style& programme() { return style_called("programme"); }

inline const FontBook& fonts() {
    static const FontBook book;
    return book;
}

inline Piece film(Blocks body) {
    Piece piece;
    piece.key = "film";
    piece.language = "en";
    piece.title = {"Film", {}};
    piece.works.push_back({});
    piece.works.front().title = {"Film", {}};
    piece.body = std::move(body);
    return piece;
}

/// A document and the edition that it needs to live as long.
struct LaidOut {
    std::unique_ptr<Edition> edition;
    Diagnostics diagnostics;
    std::unique_ptr<PagedDocument> document;
};

inline LaidOut lay_out(Piece piece, const char* page = "note-a4", const Style& style = programme()) {
    LaidOut out;
    number_nodes(piece);
    out.edition = std::make_unique<Edition>();
    out.edition->language = piece.language;
    out.edition->pieces.push_back(std::move(piece));
    out.document = lay_out_note(*out.edition, 0, style, *find_page(style, page), fonts(), out.diagnostics);
    return out;
}

/// The words of each leaf, painted in the order of the pages; hyphens at line ends rejoined.
inline std::map<StructureId, std::string> leaf_words(const PagedDocument& document) {
    std::map<StructureId, std::string> leaves;
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node)) leaves[item.leaf] += run->text;
    for (auto& [leaf, text] : leaves)
        for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD", at))
            text.erase(at, 2);
    return leaves;
}

/// All words of the author in the order of the structure tree, blocks parted by spaces.
inline std::string read_aloud(const PagedDocument& document, StructureId id = 0) {
    static const auto is_block = [](StructureRole role) {
        return role != StructureRole::leaf && role != StructureRole::link && role != StructureRole::span && role != StructureRole::quote && role != StructureRole::code;
    };
    const std::map<StructureId, std::string> leaves = leaf_words(document);
    std::string out;
    const auto read = [&](const auto& self, StructureId node) -> void {
        const StructureNode& here = document.structure().nodes[node];
        const bool in_contents = document.structure().nodes[here.parent].role == StructureRole::contents_item;
        if (here.role == StructureRole::reference && !in_contents) return; // a number of ours
        const auto found = leaves.find(node);
        if (node != 0 && found != leaves.end()) out += found->second;
        for (const StructureId child : document.structure().children(node)) self(self, child);
        if (is_block(document.structure().nodes[node].role)) out += ' ';
    };
    read(read, id);
    return out;
}

/// The lines of a page as they are seen, from the top: visible runs by baseline.
inline std::vector<std::pair<double, std::string>> lines_of(const Page& page) {
    std::map<std::int64_t, std::string> lines;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->visibility == Visibility::visible)
            lines[run->origin.y.units] += run->text;
    std::vector<std::pair<double, std::string>> out;
    for (auto& [y, text] : lines) out.emplace_back(Length{y}.to_points(), text);
    return out;
}

/// The lines in the text column alone: those whose first run begins right of the side column.
inline std::vector<std::string> body_lines(const PagedDocument& document, std::uint32_t index) {
    std::map<std::int64_t, std::string> lines;
    for (const Item& item : document.page(index).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run && item.leaf != 0 && run->origin.x > Length::millimetres(18 + 48 + 2))
            lines[run->origin.y.units] += run->text;
    std::vector<std::string> out;
    for (auto& [y, text] : lines) out.push_back(text);
    return out;
}

} // namespace halfstar::testing

#include "export/print_edition.h"

#include "document/parts.h"
#include "document/tree.h"
#include "foundation/base/parallel.h"
#include "typeset/layout/contents.h"
#include "typeset/layout/rich_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace halfstar {
namespace {

constexpr std::size_t part_size = 16; ///< pages in a row that a thread reads: texts go on from one to the next

/// The flow of each node of a piece, by its ordinal.
using Flows = std::map<NodeOrdinal, PieceFlow>;

class FlowReader {
public:
    explicit FlowReader(Flows& flows) : flows_(flows) {}

    void blocks(const Blocks& blocks, PieceFlow flow) {
        for (const Block& each : blocks) {
            flows_[each.ordinal] = flow;
            const auto* details = std::get_if<Details>(&each.node);
            const bool hides = details != nullptr && details->kind == DetailsKind::spoiler;
            visit_parts(
                each, [&](Part, const Inlines&, NodeOrdinal ordinal) { flows_[ordinal] = flow; },
                [&](const Blocks& below) { this->blocks(below, hides ? PieceFlow::hidden : flow); });
        }
    }

private:
    Flows& flows_;
};

Flows flows_of(const Piece& piece) {
    Flows flows;
    FlowReader reader(flows);
    flows[piece.summary_ordinal] = PieceFlow::text;
    if (piece.epigraph) flows[piece.epigraph->ordinal] = PieceFlow::text;
    reader.blocks(piece.body, PieceFlow::text);
    for (const Note& note : piece.notes) reader.blocks(note.blocks, PieceFlow::notes);
    flows.erase(0);
    return flows;
}

/// What one page holds of the edition.
struct Found {
    std::vector<std::string> anchors;
    std::optional<Place> place;
    PieceFlow flow = PieceFlow::text;

    /// The first place in reading order; text goes before notes, and notes before what is hidden.
    void take(const Place& other, PieceFlow of) {
        const auto rank = [](const Place& at, PieceFlow in) { return std::tuple(in, at.piece, at.ordinal, at.offset); };
        if (place && rank(*place, flow) <= rank(other, of)) return;
        place = other;
        flow = of;
    }
    bool has(const std::string& anchor) const { return std::find(anchors.begin(), anchors.end(), anchor) != anchors.end(); }
};

class PrintReader {
public:
    explicit PrintReader(const Edition& edition) : edition_(edition) {
        for (const Piece& piece : edition.pieces) add(piece);
        static const Piece none;
        add(edition.letter ? *edition.letter : none);
        add(edition.about ? *edition.about : none);
    }

    std::optional<PrintedPage> read(const Page& page) const {
        const Found found = find(page);
        PrintedPage printed{page.label, beginning_of(found), found.place, found.flow};
        if (printed.anchor.empty() && !printed.place) return std::nullopt;
        return printed;
    }

private:
    void add(const Piece& piece) {
        pieces_.push_back(&piece);
        flows_.push_back(flows_of(piece));
    }

    Found find(const Page& page) const {
        Found found;
        for (const Item& item : page.items) {
            if (const auto* anchor = std::get_if<Anchor>(&item.node)) found.anchors.push_back(anchor->name);
            const auto* run = std::get_if<GlyphRun>(&item.node);
            if (run == nullptr || run->place.piece >= flows_.size()) continue;
            const Flows& flows = flows_[run->place.piece];
            if (const auto flow = flows.find(run->place.ordinal); flow != flows.end()) found.take(run->place, flow->second);
        }
        return found;
    }

    /// The anchor of what begins with the page, before any words of a piece; empty: words go on from the page before.
    std::string beginning_of(const Found& found) const {
        if (found.place && found.flow == PieceFlow::text) return beginning_of(*found.place, found);
        for (const std::string& anchor : found.anchors)
            if (leads_somewhere(anchor)) return anchor;
        return {};
    }

    /// With the first words of a piece come its title, and the name of the section that it opens.
    std::string beginning_of(const Place& place, const Found& found) const {
        const std::string piece = layout::piece_anchor(pieces_[place.piece]->key);
        if (!found.has(piece)) return {};
        for (const Section& section : edition_.sections)
            if (section.first == place.piece && found.has(layout::section_anchor(section))) return layout::section_anchor(section);
        return piece;
    }

    /// The reviews as a whole begin with the first of them or with its section.
    static bool leads_somewhere(const std::string& anchor) {
        return anchor != layout::part_anchor(IssuePart::reviews) &&
               (anchor.starts_with("part-") || anchor.starts_with("section-") || anchor.starts_with("piece-"));
    }

    const Edition& edition_;
    std::vector<const Piece*> pieces_; ///< by Place::piece
    std::vector<Flows> flows_;
};

} // namespace

PrintEdition print_edition_of(const PagedDocument& pages, const Edition& edition, int jobs) {
    PrintEdition print;
    print.identifier = edition.identifier;
    const PrintReader reader(edition);
    std::vector<std::optional<PrintedPage>> read(pages.page_count());
    const std::size_t parts = (read.size() + part_size - 1) / part_size;
    for_each_parallel(parts, jobs, [&](std::size_t part) {
        const std::size_t first = part * part_size, last = std::min(read.size(), first + part_size);
        for (std::size_t i = first; i < last; ++i) read[i] = reader.read(pages.page(static_cast<std::uint32_t>(i)));
    });
    for (std::optional<PrintedPage>& page : read)
        if (page) print.pages.push_back(std::move(*page));
    return print;
}

} // namespace halfstar

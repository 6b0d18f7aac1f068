#include "proof/flows.h"

#include "document/parts.h"
#include "document/summary.h"

namespace halfstar::proof {
namespace {

/// Takes the words of one flow: runs of text are gathered until a block ends, since a word may be half in italics.
class FlowTaker {
public:
    explicit FlowTaker(WordFlow& flow) : flow_(flow) { flow_.parts.emplace_back(); }
    ~FlowTaker() {
        end_text();
        std::erase_if(flow_.parts, [](const Words& part) { return part.empty(); });
    }
    FlowTaker(const FlowTaker&) = delete;
    FlowTaker& operator=(const FlowTaker&) = delete;

    void begin_text(Span span) {
        end_text();
        span_ = span;
    }
    void text(std::string_view text) { text_ += text; }
    void end_text() {
        append_words(text_, span_, flow_.parts.back());
        text_.clear();
    }
    /// Other words may stand here.
    void end_part() {
        end_text();
        flow_.parts.emplace_back();
        flow_.is_mixed = true;
    }

private:
    WordFlow& flow_;
    std::string text_;
    Span span_;
};

class FlowCollector {
public:
    FlowCollector(const Piece& piece, Medium medium) : piece_(piece), medium_(medium) {}

    PieceFlows take() {
        flows_.body = running("body", piece_.body, piece_.span);
        for (std::size_t i = 0; i < piece_.notes.size(); ++i)
            flows_.notes.push_back(
                running("note " + std::to_string(i + 1), piece_.notes[i].blocks, piece_.notes[i].span));
        // One may hold another: the list grows while it is walked.
        for (std::size_t i = 0; i < hidden_.size(); ++i) {
            const Details& details = std::get<Details>(hidden_[i]->node);
            flows_.notes.push_back(running("spoiler " + std::to_string(i + 1), details.blocks, hidden_[i]->span));
        }
        flows_.summary.name = "summary";
        if (medium_ != Medium::print && !begins_with_summary(piece_)) line(flows_.summary, piece_.summary, piece_.span);
        epigraph();
        return std::move(flows_);
    }

private:
    WordFlow running(std::string name, const Blocks& blocks, Span span) {
        WordFlow flow{std::move(name), {}, span, false};
        {
            FlowTaker taker(flow);
            this->blocks(blocks, taker);
        }
        return flow;
    }

    void line(WordFlow& flow, const Inlines& inlines, Span span) {
        FlowTaker taker(flow);
        flow.span = inlines.empty() ? span : inlines.front().span;
        taker.begin_text(flow.span);
        this->inlines(inlines, taker);
    }

    void epigraph() {
        flows_.epigraph.name = "epigraph";
        if (!piece_.epigraph) return;
        flows_.epigraph.span = piece_.epigraph->span;
        FlowTaker taker(flows_.epigraph);
        for (const Inlines* words : {&piece_.epigraph->words, &piece_.epigraph->source}) {
            taker.begin_text(piece_.epigraph->span);
            inlines(*words, taker);
        }
    }

    void blocks(const Blocks& blocks, FlowTaker& taker) {
        for (const Block& block : blocks)
            this->block(block, taker);
    }

    void block(const Block& block, FlowTaker& taker) {
        std::visit(overloaded{
                       [&](const CodeBlock& code) { words(code.text, block.span, taker); },
                       [&](const Figure& figure) { lost_picture(figure.image, block.span, taker); },
                       [&](const List& list) { this->list(list, taker); },
                       [&](const Details& details) { this->details(block, details, taker); },
                       [&](const Ranking& ranking) { this->ranking(ranking, taker); },
                       [&](const Showings& showings) { this->showings(showings, taker); },
                       [&](const Table& table) { this->table(block, table); },
                       [&](const RawBlock&) { markup(taker); },
                       [](const auto&) {},
                   },
                   block.node);
        if (has_own_order(block)) return;
        visit_parts(
            block,
            [&](Part part, const Inlines& inlines, NodeOrdinal ordinal) { put(block, part, inlines, ordinal, taker); },
            [&](const Blocks& below) { blocks(below, taker); });
    }

    /// Whether its parts are taken by a function of their own.
    static bool has_own_order(const Block& block) {
        return std::holds_alternative<List>(block.node) || std::holds_alternative<Details>(block.node) ||
               std::holds_alternative<Ranking>(block.node) || std::holds_alternative<Showings>(block.node) ||
               std::holds_alternative<Table>(block.node);
    }

    void put(const Block& block, Part part, const Inlines& inlines, NodeOrdinal ordinal, FlowTaker& taker) {
        if (part == Part::caption) return caption(inlines, ordinal, block.span);
        taker.begin_text(block.span);
        this->inlines(inlines, taker);
        taker.end_text();
    }

    void caption(const Inlines& inlines, NodeOrdinal ordinal, Span span) {
        WordFlow flow{"caption " + std::to_string(ordinal), {}, span, false};
        if (inlines.empty()) return;
        apart(inlines, flow, flows_.captions);
    }

    void apart(const Inlines& inlines, WordFlow& flow, std::vector<WordFlow>& list) {
        {
            FlowTaker taker(flow);
            taker.begin_text(flow.span);
            this->inlines(inlines, taker);
        }
        list.push_back(std::move(flow));
    }

    void table(const Block& block, const Table& table) {
        caption(table.caption, table.caption_ordinal, block.span);
        const auto cell = [&](const Cell& one) {
            WordFlow flow{
                "cell " + std::to_string(one.ordinal), {}, one.span.source == 0 ? block.span : one.span, false};
            apart(one.inlines, flow, flows_.cells);
        };
        for (const Cell& one : table.head)
            cell(one);
        for (const std::vector<Cell>& row : table.rows)
            for (const Cell& one : row)
                cell(one);
    }

    void list(const List& list, FlowTaker& taker) {
        for (const ListItem& item : list.items) {
            if (list.ordered && medium_ == Medium::print) taker.end_part();
            blocks(item.blocks, taker);
        }
    }

    void details(const Block& block, const Details& details, FlowTaker& taker) {
        taker.begin_text(block.span);
        inlines(details.summary, taker);
        taker.end_text();
        if (medium_ == Medium::book && details.kind == DetailsKind::spoiler)
            hidden_.push_back(&block);
        else
            blocks(details.blocks, taker);
    }

    void ranking(const Ranking& ranking, FlowTaker& taker) {
        for (const Entry& entry : ranking.entries) {
            part(entry.title, entry.span, taker);
            blocks(entry.blocks, taker);
            taker.end_part();
        }
    }

    void showings(const Showings& showings, FlowTaker& taker) {
        for (const Showing& showing : showings.showings) {
            part(showing.title, showing.span, taker);
            part(showing.words, showing.span, taker);
        }
    }

    void part(const Inlines& inlines, Span span, FlowTaker& taker) {
        taker.end_part();
        taker.begin_text(span);
        this->inlines(inlines, taker);
        taker.end_part();
    }

    void words(std::string_view text, Span span, FlowTaker& taker) {
        taker.begin_text(span);
        taker.text(text);
        taker.end_text();
    }

    /// A picture's words stand for it where it could not be had; without any the program finds some.
    void lost_picture(const Image& image, Span span, FlowTaker& taker) {
        if (image.picture) return;
        if (image.alternative.empty())
            taker.end_part();
        else
            words(image.alternative, span, taker);
    }

    void markup(FlowTaker& taker) {
        flows_.holds_markup = true;
        taker.end_part();
    }

    void inlines(const Inlines& inlines, FlowTaker& taker) {
        for (const Inline& one : inlines)
            std::visit(overloaded{
                           [&](const Text& text) { taker.text(text.text); },
                           [&](const SoftBreak&) { taker.text(" "); },
                           [&](const HardBreak&) { taker.text(" "); },
                           [&](const CodeSpan& code) { taker.text(code.text); },
                           [&](const Styled& styled) { this->inlines(styled.children, taker); },
                           [&](const Phrase& phrase) { this->inlines(phrase.children, taker); },
                           [&](const Link& link) { this->inlines(link.children, taker); },
                           [&](const Image& image) {
                               if (image.picture) return;
                               if (image.alternative.empty())
                                   taker.end_part();
                               else
                                   taker.text(image.alternative);
                           },
                           [](const NoteReference&) {},
                           [&](const RawInline&) { markup(taker); },
                       },
                       one.node);
    }

    const Piece& piece_;
    Medium medium_;
    PieceFlows flows_;
    std::vector<const Block*> hidden_;
};

} // namespace

std::size_t WordFlow::size() const {
    std::size_t count = 0;
    for (const Words& part : parts)
        count += part.size();
    return count;
}

std::size_t PieceFlows::flow_count() const {
    std::size_t count = 0;
    each([&](const WordFlow& flow) { count += flow.parts.empty() ? 0 : 1; });
    return count;
}

std::size_t PieceFlows::word_count() const {
    std::size_t count = 0;
    each([&](const WordFlow& flow) { count += flow.size(); });
    return count;
}

PieceFlows flows_of(const Piece& piece, Medium medium) { return FlowCollector(piece, medium).take(); }

} // namespace halfstar::proof

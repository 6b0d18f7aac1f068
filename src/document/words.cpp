#include "document/parts.h"
#include "document/summary.h"
#include "document/tree.h"

namespace halfstar {
namespace {

/// Which pictures' alternative texts count as words.
enum class Alternatives : std::uint8_t { all, of_lost_pictures };

void append_words(std::span<const Inline> inlines, Alternatives alternatives, std::string& out) {
    for (const Inline& one : inlines) {
        std::visit(overloaded{
                       [&](const Text& text) { out += text.text; },
                       [&](const SoftBreak&) { out += ' '; },
                       [&](const HardBreak&) { out += ' '; },
                       [&](const CodeSpan& code) { out += code.text; },
                       [&](const Styled& styled) { append_words(styled.children, alternatives, out); },
                       [&](const Phrase& phrase) { append_words(phrase.children, alternatives, out); },
                       [&](const Link& link) { append_words(link.children, alternatives, out); },
                       [&](const Image& image) {
                           if (alternatives == Alternatives::all || !image.picture) out += image.alternative;
                       },
                       [](const NoteReference&) {},
                       [](const RawInline&) {},
                   },
                   one.node);
    }
}

std::string words_of(std::span<const Inline> inlines, Alternatives alternatives) {
    std::string out;
    append_words(inlines, alternatives, out);
    return out;
}

void append_line(std::string& out, std::string_view line) {
    if (line.empty()) return;
    if (!out.empty()) out += '\n';
    out += line;
}

std::string_view without_last_end(std::string_view code) {
    if (code.ends_with('\n')) code.remove_suffix(1);
    return code;
}

void append_text(const Blocks& blocks, std::string& out) {
    for (const Block& block : blocks) {
        if (const CodeBlock* code = std::get_if<CodeBlock>(&block.node)) append_line(out, without_last_end(code->text));
        if (const Figure* figure = std::get_if<Figure>(&block.node)) append_line(out, figure->image.alternative);
        visit_parts(
            block, [&](Part, const Inlines& words, const NodeOrdinal&) { append_line(out, plain_text(words)); },
            [&](const Blocks& below) { append_text(below, out); });
    }
}

/// Collects flows: one for the words that run on, and one for each caption and cell met on the way.
class FlowCollector {
public:
    void blocks(const Blocks& blocks, std::string& running) {
        for (const Block& block : blocks) {
            if (const CodeBlock* code = std::get_if<CodeBlock>(&block.node))
                append_line(running, without_last_end(code->text));
            visit_parts(
                block,
                [&](Part part, const Inlines& words, const NodeOrdinal& ordinal) {
                    put(part, words_of(words, Alternatives::of_lost_pictures), ordinal, running);
                },
                [&](const Blocks& below) { this->blocks(below, running); });
        }
    }

    void add(std::string name, std::string text) {
        if (!text.empty()) flows_.push_back({std::move(name), std::move(text)});
    }

    /// The flow of some blocks, and after it those of the captions and cells within them.
    void add_running(std::string name, const Blocks& of) {
        std::string running;
        blocks(of, running);
        add(std::move(name), std::move(running));
        for (Flow& flow : apart_) flows_.push_back(std::move(flow));
        apart_.clear();
    }

    std::vector<Flow> take() { return std::move(flows_); }

private:
    void put(Part part, std::string words, NodeOrdinal ordinal, std::string& running) {
        if (words.empty()) return;
        switch (part) {
        case Part::caption: apart_.push_back({"caption " + std::to_string(ordinal), std::move(words)}); return;
        case Part::cell: apart_.push_back({"cell " + std::to_string(ordinal), std::move(words)}); return;
        case Part::text:
        case Part::source:
        case Part::term:
        case Part::summary: append_line(running, words); return;
        }
    }

    std::vector<Flow> flows_, apart_;
};

} // namespace

std::string plain_text(std::span<const Inline> inlines) { return words_of(inlines, Alternatives::all); }

std::string plain_text(const Blocks& blocks) {
    std::string out;
    append_text(blocks, out);
    return out;
}

std::vector<Flow> flows(const Piece& piece) {
    FlowCollector collector;
    if (!begins_with_summary(piece)) collector.add("summary", words_of(piece.summary, Alternatives::of_lost_pictures));
    if (piece.epigraph) {
        std::string words = words_of(piece.epigraph->words, Alternatives::of_lost_pictures);
        append_line(words, words_of(piece.epigraph->source, Alternatives::of_lost_pictures));
        collector.add("epigraph", std::move(words));
    }
    collector.add_running("body", piece.body);
    for (std::size_t i = 0; i < piece.notes.size(); ++i)
        collector.add_running("note " + std::to_string(i + 1), piece.notes[i].blocks);
    return collector.take();
}

} // namespace halfstar

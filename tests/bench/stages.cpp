// How long the stages take, each alone, on one review. Figures only: compare ratios within a run.
#include "backends/pdf/pdf.h"
#include "compose/compose.h"
#include "design/fonts/font_book.h"
#include "design/style/load.h"
#include "foundation/base/files.h"
#include "foundation/unicode/text.h"
#include "read/read.h"
#include "typeset/breaking/pages.h"
#include "typeset/breaking/paragraph.h"
#include "typeset/layout/layout.h"
#include "typeset/text/shaping.h"

#include <halfstar/backend.h>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace halfstar;

namespace {

const std::string path = std::string(HALFSTAR_SOURCE_DIR) + "/samples/2019/parasite.md";

std::string review_text() {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) std::abort(); // measuring nothing would look like great speed
    return text;
}

Piece read_review(const std::string& text) {
    const DiskReader reader;
    Diagnostics diagnostics;
    const PieceFile file{1, "parasite.md", std::string(HALFSTAR_SOURCE_DIR) + "/samples/2019", HALFSTAR_SOURCE_DIR};
    auto read = read_piece(text, file, {}, reader, diagnostics);
    if (!read) std::abort();
    return std::move(read->piece);
}

Edition edition_of_one() {
    std::vector<Piece> pieces;
    pieces.push_back(read_review(review_text()));
    Diagnostics diagnostics;
    return compose(std::move(pieces), {}, diagnostics);
}

Style programme() {
    const DiskReader reader;
    Sources sources;
    Diagnostics diagnostics;
    auto style = load_style("programme", reader, sources, diagnostics);
    if (!style) std::abort();
    return std::move(*style);
}

void read(benchmark::State& state) {
    const std::string text = review_text();
    for (auto _ : state)
        benchmark::DoNotOptimize(read_review(text));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read);

void shape(benchmark::State& state) {
    const FontBook fonts;
    Diagnostics diagnostics;
    TextFont font;
    font.face = fonts.find("Vollkorn", 400, false, diagnostics);
    font.size = Length::points(9.5);
    font.language = "en";
    const std::vector<std::string> words = unicode::words(review_text());
    for (auto _ : state) {
        Shaper shaper(fonts, {}); // a new one: nothing is in its cache
        for (const std::string& word : words)
            benchmark::DoNotOptimize(shaper.shape(word, font, 0));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(shape);

/// A paragraph of words of varied width, each with a place for a hyphen.
std::vector<breaking::Element> paragraph(std::size_t words) {
    std::vector<breaking::Element> elements;
    for (std::size_t i = 0; i < words; ++i) {
        const Length half = Length::points(6.0 + static_cast<double>((i * 7919) % 17));
        breaking::Element box;
        box.kind = breaking::PieceKind::box;
        box.width = half;
        breaking::Element hyphen;
        hyphen.kind = breaking::PieceKind::penalty;
        hyphen.penalty = 50;
        hyphen.width = Length::points(3);
        hyphen.hyphen = true;
        breaking::Element glue;
        glue.kind = breaking::PieceKind::glue;
        glue.width = Length::points(2.4);
        glue.stretch = Length::points(1.4);
        glue.shrink = Length::points(0.7);
        elements.insert(elements.end(), {box, hyphen, box, glue});
    }
    elements.pop_back();
    return elements;
}

void break_lines(benchmark::State& state) {
    const std::vector<breaking::Element> elements = paragraph(static_cast<std::size_t>(state.range(0)));
    breaking::Measures measures;
    measures.shapes = {{{}, Length::millimetres(86)}};
    for (auto _ : state)
        benchmark::DoNotOptimize(breaking::break_paragraph(elements, measures));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(break_lines)->Arg(100)->Arg(400);

void break_pages(benchmark::State& state) {
    std::vector<breaking::Slab> galley(static_cast<std::size_t>(state.range(0)));
    for (std::size_t i = 0; i < galley.size(); ++i) {
        galley[i].height = Length::points(13);
        galley[i].penalty = i % 7 == 0 ? breaking::forbidden : 0;
    }
    breaking::PageMeasures measures;
    measures.heights = {Length::points(13 * 37)};
    for (auto _ : state)
        benchmark::DoNotOptimize(breaking::break_pages(galley, measures));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(break_pages)->Arg(100)->Arg(1000);

void lay_out(benchmark::State& state) {
    const Edition edition = edition_of_one();
    const Style style = programme();
    const FontBook fonts;
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(
            lay_out_note(edition, 0, style, *find_page(style, "note-a4"), fonts, diagnostics));
    }
}
BENCHMARK(lay_out)->Unit(benchmark::kMillisecond);

void paint(benchmark::State& state) {
    const Edition edition = edition_of_one();
    const Style style = programme();
    const FontBook fonts;
    Diagnostics diagnostics;
    const auto pages = lay_out_note(edition, 0, style, *find_page(style, "note-a4"), fonts, diagnostics);
    Job job;
    job.pages = pages.get();
    job.build = {0, edition.identifier, "halfstar"};
    for (auto _ : state) {
        MemorySink sink;
        if (!pdf::write(job, sink, diagnostics)) std::abort();
        benchmark::DoNotOptimize(sink);
    }
}
BENCHMARK(paint)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();

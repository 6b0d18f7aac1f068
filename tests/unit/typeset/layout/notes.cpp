// Notes at the feet of pages, and those that one page has no room for.
#include "note_setting.h"

#include <algorithm>
#include <initializer_list>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// A text whose middle refers to notes of so many sentences, in one line.
Piece noted(std::initializer_list<int> sentences) {
    Inlines middle = words(prose(20, 1) + " Here");
    Piece piece = film({});
    for (const int count : sentences) {
        middle.push_back({NoteReference{static_cast<std::uint32_t>(piece.notes.size())}, {}});
        piece.notes.push_back({"n" + std::to_string(count), {paragraph(prose(count, count))}, {}});
    }
    piece.body = {paragraph(prose(60)), paragraph(middle), paragraph(prose(120, 2))};
    return piece;
}

bool is_of_note(const StructureTree& tree, StructureId leaf) {
    for (StructureId id = leaf; id != 0; id = tree.nodes[id].parent)
        if (tree.nodes[id].role == StructureRole::note) return true;
    return false;
}

/// Pages with words of notes.
std::vector<std::uint32_t> pages_with_notes(const PagedDocument& document) {
    std::vector<std::uint32_t> pages;
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (std::holds_alternative<GlyphRun>(item.node) && (pages.empty() || pages.back() != i) &&
                is_of_note(document.structure(), item.leaf))
                pages.push_back(i);
    return pages;
}

/// Short rules in the ink of text, as they stand above notes.
std::size_t note_rules(const Page& page, const PageSpec& spec) {
    std::size_t rules = 0;
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node); rule != nullptr && rule->rect.width == spec.grid * 4) ++rules;
    return rules;
}

Length lowest(const Page& page, const StructureTree& tree) {
    Length foot{};
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run != nullptr && is_of_note(tree, item.leaf))
            foot = std::max(foot, run->origin.y);
    return foot;
}

TEST_CASE("a long note stands whole at the foot of its page while there is room") {
    const LaidOut laid = lay_out(noted({40}), "zine-a5");
    CHECK(pages_with_notes(*laid.document).size() == 1);
}

TEST_CASE("a note without room goes on at the foot of the next page, below a rule there too") {
    const PageSpec& spec = *find_page(programme(), "zine-a5");
    const LaidOut laid = lay_out(noted({34, 37}), "zine-a5");
    const std::vector<std::uint32_t> pages = pages_with_notes(*laid.document);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1] == pages[0] + 1);
    const Length last_row = spec.first_baseline + spec.grid * (spec.rows - 1);
    for (const std::uint32_t page : pages) {
        CHECK(note_rules(laid.document->page(page), spec) == 1);
        CHECK(lowest(laid.document->page(page), laid.document->structure()) <= last_row);
    }
    const std::string aloud = read_aloud(*laid.document);
    CHECK(aloud.find(prose(34, 34)) != std::string::npos);
    CHECK(aloud.find(prose(37, 37)) != std::string::npos);
}

TEST_CASE("a note that is taller than a page stands after the text") {
    const LaidOut laid = lay_out(noted({150}), "zine-a5");
    CHECK(pages_with_notes(*laid.document).back() + 1 == laid.document->page_count());
}

} // namespace

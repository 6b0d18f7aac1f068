// What a page is, told without building it: pages of one house that are told to be the same are the same.
#include "zine_setting.h"

#include "typeset/dump.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

constexpr std::size_t plenty = 64u << 20;

LaidOut set_in(const Foundry& house, std::size_t edited, const std::string& words) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < 12; ++i) {
        Piece piece = credited(review("Film " + std::to_string(i), 10 + static_cast<int>(i) * 7 % 90, static_cast<int>(i)));
        if (i == edited) piece.body.insert(piece.body.begin(), paragraph(words));
        pieces.push_back(std::move(piece));
    }
    LaidOut out;
    out.edition = std::make_unique<Edition>(edition_of(std::move(pieces), {IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::films}));
    for (Piece& piece : out.edition->pieces) number_nodes(piece);
    out.document = lay_out_zine(*out.edition, programme(), zine_page(), house, 4, out.diagnostics, nullptr, 1);
    return out;
}

/// The page's items, and for their leaves what these are in its identity.
std::string dump_by_places(const PagedDocument& document, std::uint32_t index, const PageIdentity& identity) {
    Page page = document.page(index);
    for (Item& item : page.items) {
        const auto place = std::find(identity.places.begin(), identity.places.end(), item.leaf);
        CHECK((item.leaf == 0 || place != identity.places.end()));
        item.leaf = static_cast<StructureId>(place - identity.places.begin());
    }
    return dump_page(page, document.faces());
}

/// How many pages of `one` are told to be pages of the other; all of these must be.
std::size_t alike(const PagedDocument& one, const PagedDocument& other) {
    std::map<std::string, std::string> known;
    for (std::uint32_t i = 0; i < one.page_count(); ++i)
        if (const auto identity = one.identity(i)) known.emplace(identity->content, dump_by_places(one, i, *identity));
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < other.page_count(); ++i) {
        const auto identity = other.identity(i);
        if (!identity || !known.contains(identity->content)) continue;
        ++found;
        CHECK((known.at(identity->content) == dump_by_places(other, i, *identity)));
    }
    return found;
}

} // namespace

TEST_CASE("pages that an edit leaves as they were are known again, and are what they are told to be") {
    const Foundry house(fonts(), plenty);
    const LaidOut before = set_in(house, 6, "A train arrives.");
    const LaidOut after = set_in(house, 6, "A train arrives, late, and nobody gets out of it. So it leaves.");
    const LaidOut same = set_in(house, 6, "A train arrives.");
    const std::uint32_t count = before.document->page_count();
    CHECK(alike(*before.document, *same.document) == count);
    CHECK(alike(*before.document, *after.document) > count / 2);
    CHECK(alike(*before.document, *after.document) < count);
}

TEST_CASE("an edit that makes a piece longer moves places of the structure, and pages behind it are known all the same") {
    const Foundry house(fonts(), plenty);
    const LaidOut before = set_in(house, 12, "");
    const LaidOut after = set_in(house, 2, "Rain.");
    const std::uint32_t count = std::min(before.document->page_count(), after.document->page_count());
    CHECK(alike(*before.document, *after.document) > count / 2);
}

TEST_CASE("where no texts are kept no page is told from another") {
    const LaidOut laid = set_in(Foundry(fonts()), 6, "A train arrives.");
    CHECK(!laid.document->identity(0));
}

// Pages that are kept from one file to the next: the next is what it would be without, and they are not built for it.
#include "backends/pdf/kept_pages.h"

#include "backends/pdf/pdf.h"
#include "foundation/base/deflate.h"
#include "foundation/base/files.h"
#include "unit/backends/fake_issue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

using namespace halfstar;

namespace {

/// Pages that are known by their labels, and counts how many are built.
class Known : public fake::Document {
public:
    explicit Known(const fake::Document& document) : fake::Document(document) {}
    Page page(std::uint32_t index) const override {
        ++built;
        return pages[index];
    }
    std::optional<PageIdentity> identity(std::uint32_t index) const override {
        PageIdentity identity{pages[index].label, {}};
        for (const Item& item : pages[index].items)
            for (StructureId id = item.leaf; id != 0; id = tree.nodes[id].parent)
                if (std::find(identity.places.begin(), identity.places.end(), id) == identity.places.end()) identity.places.push_back(id);
        return identity;
    }
    mutable std::atomic<int> built = 0;
};

std::string written(const PagedDocument& document, pdf::KeptPages* kept, int jobs = 1) {
    Job job;
    job.pages = &document;
    job.build = {1'700'000'000, "urn:uuid:1", "halfstar 0.1.0"};
    job.kept_pages = kept;
    job.jobs = jobs;
    MemorySink sink;
    Diagnostics diagnostics;
    REQUIRE(pdf::write(job, sink, diagnostics));
    return sink.files.at("");
}

/// The same behind another page, so that all its places in the structure are others.
fake::Document behind_another(const fake::Document& document) {
    fake::Document moved = document;
    moved.tree = {};
    const StructureId leaf = moved.leaf_in(moved.add(0, StructureRole::article), StructureRole::paragraph);
    const auto by = static_cast<StructureId>(moved.tree.nodes.size() - 1);
    const auto shift = [&](StructureId& id) { id += id == 0 ? 0 : by; };
    for (StructureId id = 1; id < document.tree.nodes.size(); ++id) {
        const StructureId parent = document.tree.nodes[id].parent;
        moved.add(parent == 0 ? 0 : parent + by, document.tree.nodes[id].role);
        moved.tree.nodes.back().level = document.tree.nodes[id].level;
    }
    for (const auto& [id, text] : document.tree.alternatives) moved.tree.alternatives[id + by] = text;
    for (Page& page : moved.pages)
        for (Item& item : page.items) shift(item.leaf);
    Page first = fake::page(300, 300, "new");
    first.items.push_back({fake::shape(*document.face_list[0], 0, "zzz qqq jjj Zone zzz", 11, 40, 40), leaf});
    moved.pages.insert(moved.pages.begin(), first);
    for (OutlineEntry& entry : moved.outline_entries) ++entry.page;
    return moved;
}

constexpr std::size_t plenty = 1u << 20;

} // namespace

TEST_CASE("pages that are kept are written as they were, and not built again") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const std::string without = written(issue.document, nullptr);
    pdf::KeptPages kept(plenty);
    const Known first(issue.document), again(issue.document);
    CHECK((written(first, &kept) == without));
    CHECK(first.built == 2);
    CHECK((written(again, &kept, 4) == without));
    CHECK(again.built == 0);
}

TEST_CASE("pages that are kept find their places in another structure, and other codes") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const Known before(issue.document), after(behind_another(issue.document));
    pdf::KeptPages kept(plenty);
    written(before, &kept);
    CHECK((written(after, &kept) == written(behind_another(issue.document), nullptr)));
    CHECK(after.built == 1);
    CHECK((written(before, &kept) == written(issue.document, nullptr)));
}

TEST_CASE("pages of another profile, with other faces or pictures are others") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    pdf::KeptPages kept(plenty);
    written(Known(issue.document), &kept);
    Known swapped(issue.document);
    std::swap(swapped.face_list[0], swapped.face_list[3]);
    written(swapped, &kept);
    CHECK(swapped.built == 2);
    Known pictured(issue.document);
    pictured.picture_list.emplace_back();
    written(pictured, &kept);
    CHECK(pictured.built == 2);
}

TEST_CASE("pages that no file asked for go away, and those without room do not stay") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const Known document(issue.document);
    pdf::KeptPages kept(plenty);
    written(document, &kept);
    kept.forget_unused();
    written(document, &kept);
    CHECK(document.built == 2);
    kept.forget_unused();
    kept.forget_unused();
    written(document, &kept);
    CHECK(document.built == 4);
    pdf::KeptPages small(100);
    written(document, &small);
    written(document, &small);
    CHECK(document.built == 8);
}

TEST_CASE("packs are deflated as they are without anything kept, and once as long as somebody asks for them") {
    pdf::KeptPages kept(8 * 1000); // of which an eighth is for packs
    const std::string pack(500, 'p'), other(980, 'o');
    for (int i = 0; i < 3; ++i) {
        CHECK(kept.has_deflated(pack) == (i > 0));
        CHECK(kept.deflated(pack) == zlib_deflated(pack));
        CHECK(kept.has_deflated(pack));
        CHECK(kept.deflated(other) == zlib_deflated(other));
        CHECK(!kept.has_deflated(other)); // for which there is no room
        kept.forget_unused();
    }
    kept.forget_unused();
    CHECK(!kept.has_deflated(pack));
}

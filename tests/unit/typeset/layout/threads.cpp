// Zines that several threads compose, and whose pages several threads build: the same as if one did.
#include "zine_setting.h"

#include "document/stored_words.h"
#include "typeset/dump.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// A year of reviews: some with words that no face has, some with words of another face or writing.
Edition year() {
    std::vector<Piece> pieces;
    for (int i = 0; i < 48; ++i) {
        Piece piece = credited(review("Film " + std::to_string(i), 10 + i * 7 % 90, i));
        if (i % 5 == 2) piece.body.push_back(paragraph("In \u05E9\u05DC\u05D5\u05DD and \u6771\u4EAC and \U000F1234, as ever."));
        pieces.push_back(std::move(piece));
    }
    return edition_of(std::move(pieces), {IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::films, IssuePart::people});
}

LaidOut laid_out_by(int jobs) {
    LaidOut out;
    out.edition = std::make_unique<Edition>(year());
    for (Piece& piece : out.edition->pieces) number_nodes(piece);
    out.document = lay_out_zine(*out.edition, programme(), zine_page(), fonts(), 4, out.diagnostics, nullptr, jobs);
    return out;
}

/// Bytes put aside, in memory after all.
class Scrap : public Scratch {
public:
    Result<std::uint64_t> append(std::string_view bytes) override {
        const std::lock_guard lock(mutex_);
        bytes_ += bytes;
        return std::uint64_t{bytes_.size() - bytes.size()};
    }
    Result<std::string> read(std::uint64_t begin, std::size_t size) const override {
        const std::lock_guard lock(mutex_);
        return bytes_.substr(begin, size);
    }

private:
    mutable std::mutex mutex_;
    std::string bytes_;
};

/// Everything on its pages and in its structure.
std::string dump_of(const PagedDocument& document) {
    std::string text = dump_structure(document);
    for (std::uint32_t i = 0; i < document.page_count(); ++i) text += dump_page(document.page(i), document.faces());
    return text;
}

} // namespace

TEST_CASE("several threads compose what one does, and say the same of it") {
    const LaidOut one = laid_out_by(1);
    CHECK(one.diagnostics.all().size() > 0);
    for (const int jobs : {2, 8}) {
        const LaidOut many = laid_out_by(jobs);
        CHECK((dump_of(*many.document) == dump_of(*one.document)));
        REQUIRE(many.diagnostics.all().size() == one.diagnostics.all().size());
        for (std::size_t i = 0; i < one.diagnostics.all().size(); ++i) {
            CHECK(many.diagnostics.all()[i].code == one.diagnostics.all()[i].code);
            CHECK(many.diagnostics.all()[i].span == one.diagnostics.all()[i].span);
        }
    }
}

TEST_CASE("pages are the same where what pieces say is stored and what pages show is put aside") {
    const LaidOut plain = laid_out_by(1);
    for (const int jobs : {1, 4}) {
        Edition edition = year();
        for (Piece& piece : edition.pieces) number_nodes(piece);
        Diagnostics told;
        std::unique_ptr<PagedDocument> document;
        {
            const StoredWords stored(edition, jobs);
            document = lay_out_zine(edition, programme(), zine_page(), fonts(), 4, told, nullptr, jobs, std::make_unique<Scrap>(), &stored);
        }
        edition = {};
        CHECK((dump_of(*document) == dump_of(*plain.document)));
        CHECK(told.all().size() == plain.diagnostics.all().size());
    }
}

TEST_CASE("the faces of a document stand in the order in which its pages use them, each used") {
    const LaidOut laid = laid_out_by(4);
    std::vector<FaceIndex> used;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && std::find(used.begin(), used.end(), run->face) == used.end())
                used.push_back(run->face);
    CHECK(used.size() == laid.document->faces().size());
    CHECK(used.size() > 5);
    for (const FaceIndex face : used) CHECK(face < laid.document->faces().size());
}

TEST_CASE("pages that several threads ask for at the same time are those that one asks for") {
    const LaidOut laid = laid_out_by(2);
    const std::uint32_t count = laid.document->page_count();
    std::vector<std::size_t> alone(count), together(count * 4);
    for (std::uint32_t i = 0; i < count; ++i) alone[i] = laid.document->page(i).items.size();
    std::vector<std::thread> threads;
    for (std::uint32_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::uint32_t page = (i + t * 5) % count;
                together[t * count + page] = laid.document->page(page).items.size();
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (std::uint32_t i = 0; i < count * 4; ++i) CHECK(together[i] == alone[i % count]);
}

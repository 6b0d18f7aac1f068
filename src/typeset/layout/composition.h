// What a laid-out document is kept as: its texts with their line ends, and for each page which lines
// stand where and what is drawn. Items are built from it when a page is asked for, or as soon as nothing changes on it (pages_behind.h).
#pragma once

#include "foundation/base/shelf.h"
#include "typeset/layout/set_text.h"

#include <halfstar/edition.h>
#include <halfstar/pages.h>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace halfstar::layout {

/// Lines [first, last) of a text, the first one's baseline starting at `at`, the next ones `leading` below.
struct PlacedLines {
    std::uint32_t text = 0;
    std::uint32_t first = 0, last = 0;
    Point at;
    Length leading;
    std::int32_t turn = 0; ///< thousandths of a degree, anticlockwise about `at`
    std::optional<Point> turned_about = {}; ///< the centre of a half turn, for lines that stand upside down
};

/// A star behind the last word of a text's last line.
struct EndMark {
    std::uint32_t text = 0;
    Point at;
};

/// Stars of a rating: the left point of the first and the height of their centres. `page` is as the page's openers
/// have them, `list` small, in the ink of text, and none but those that were earned.
enum class StarLook : std::uint8_t { page, list };
/// How stars of a look are drawn on the page.
StarSpec star_spec(const TypeCase& types, StarLook look);
struct PlacedStars {
    Point at;
    std::uint8_t quarters = 0, stars = 5;
    StarLook look = StarLook::page;
    const TypeCase* types = nullptr; ///< whose page has them so, where that is not the document's own
};

/// The dots between what ends at `left` and what begins at `right`, on the page's lattice.
struct PlacedLeader {
    Length left, right, baseline;
};

/// An item that is kept as it is. Away from the others, which are far smaller and more.
class KeptItem {
public:
    KeptItem(Item item) : item_(std::make_unique<Item>(std::move(item))) {}
    Item& operator*() { return *item_; }
    const Item& operator*() const { return *item_; }

private:
    std::unique_ptr<Item> item_;
};

/// A part of a page that is built: its items, packed, on the document's shelf.
struct BuiltItems {
    std::vector<const Face*> faces; ///< of its lines, in the order in which they are met
    Shelved items;
};
using BuiltPart = std::shared_ptr<const BuiltItems>;

using PageContent = std::variant<PlacedLines, EndMark, PlacedStars, PlacedLeader, KeptItem, BuiltPart>;

bool is_built(const PageContent& content);

void move_by(PageContent& content, Point by);

struct ComposedPage {
    std::string label;
    std::vector<PageContent> contents;
};

/// Adds lines to a page; those that go on with the ones before them become one with them.
void add_lines(ComposedPage& page, const PlacedLines& lines);

/// The texts of a document, by number. One whose lines are built is let go.
class Texts {
public:
    std::size_t size() const { return texts_.size(); }
    void push_back(SetText text) { texts_.push_back(std::make_shared<SetText>(std::move(text))); }
    SetText& operator[](std::size_t number) { return *texts_[number]; }
    const SetText& operator[](std::size_t number) const { return *texts_[number]; }
    /// To be had by who builds its lines, whatever becomes of the others. Null: it was let go.
    const std::shared_ptr<SetText>& share(std::size_t number) const { return texts_[number]; }
    void let_go(std::size_t number) { texts_[number] = nullptr; }
    void resize(std::size_t size) { texts_.resize(size); }
    /// Whoever builds their lines measures them again: what they are measured as holds the words that were met with theirs.
    void let_go_of_measured();

private:
    std::vector<std::shared_ptr<SetText>> texts_; ///< many: they are never moved to grow
};

struct Composition {
    DocumentInfo info;
    Size trim;
    Texts texts;
    std::shared_ptr<Shelf> shelf; ///< of built parts; null: there are none
    std::vector<ComposedPage> pages;
    StructureTree structure;
    std::vector<Picture> pictures;
    std::vector<ScreenedPicture> screened;
    std::vector<std::uint32_t> first_pictures; ///< by piece: where its pictures begin in `pictures`
    std::vector<OutlineEntry> outline;

    /// Adds the pictures of the piece that is `index` in the edition.
    void take_pictures(std::uint32_t index, const std::vector<Picture>& of_piece);
    /// Where the pictures of a piece begin; 0 for one that has none.
    std::uint32_t first_picture(std::uint32_t piece) const {
        return piece < first_pictures.size() ? first_pictures[piece] : 0;
    }
};

/// Owns the style and the page it was made for, so that pages can be built for as long as it lives. The
/// edition and the fonts must outlive it.
class ComposedDocument : public PagedDocument {
public:
    /// It is composed on up to `jobs` threads.
    ComposedDocument(const Style& style, const PageSpec& page, const Foundry& foundry, int jobs = 1);
    ~ComposedDocument() override;

    const TypeCase& types() const { return *types_; }
    const Foundry& foundry() const { return foundry_; }
    ComposingStick& stick() { return *stick_; }
    const ComposingStick& stick() const { return *stick_; }
    int jobs() const { return jobs_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    /// What a piece of this variant of the style is set in; null for the empty name, and with Code::unknown_variant for one
    /// that the style does not have.
    const TypeCase* variant(const std::string& name, Span asked_at);
    /// Keeps what stands for the edition itself where a piece is wanted.
    const Piece& own(Piece piece);
    /// Takes what was composed and meets every face that its pages use.
    void keep(Composition composition);

    const DocumentInfo& info() const override { return composition_.info; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(composition_.pages.size()); }
    Page page(std::uint32_t index) const override;
    /// Of pages whose texts are all kept.
    std::optional<PageIdentity> identity(std::uint32_t index) const override;
    const StructureTree& structure() const override { return composition_.structure; }
    const std::vector<const Face*>& faces() const override { return stick_->faces().all(); }
    const std::vector<Picture>& pictures() const override { return composition_.pictures; }
    const std::vector<ScreenedPicture>& screened() const override { return composition_.screened; }
    const std::vector<Spot>& spots() const override { return spots_; }
    const std::vector<OutlineEntry>& outline() const override { return composition_.outline; }

private:
    Style style_;
    PageSpec page_;
    Foundry foundry_;
    int jobs_;
    Diagnostics diagnostics_;
    std::unique_ptr<TypeCase> types_;
    struct Variant {
        PageSpec page;
        std::unique_ptr<TypeCase> types;
    };
    std::map<std::string, Variant> variants_; ///< those asked for; one that the style lacks has no types
    std::unique_ptr<ComposingStick> stick_;
    /// What builds pages, for one thread at a time, with the texts that go on behind the page that it built last: a long one
    /// is not measured again for each of its pages.
    struct Bench {
        explicit Bench(const ComposingStick& sibling) : stick(sibling) {}
        ComposingStick stick;
        std::map<std::uint32_t, SharedText> carried = {};
        std::uint32_t next = 0; ///< the page that they go on on
    };
    void take_built(const BuiltItems& built, std::vector<Item>& items) const;
    std::unique_ptr<Bench> take_bench(std::uint32_t page) const;
    void give_back(std::unique_ptr<Bench> bench) const;
    mutable std::mutex mutex_; ///< of what follows: pages may be asked for from several threads
    mutable std::vector<std::unique_ptr<Bench>> idle_;
    Composition composition_;
    std::vector<std::unique_ptr<const Piece>> own_;
    std::vector<Spot> spots_;
};

} // namespace halfstar::layout

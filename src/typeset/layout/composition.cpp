#include "typeset/layout/composition.h"

#include "design/style/load.h"
#include "foundation/base/strings.h"
#include "typeset/items.h"
#include "typeset/layout/page_builder.h"
#include "typeset/layout/page_identity.h"
#include "typeset/packed_items.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double list_size = 9.5;       ///< points: where entries are larger, their stars are
const Length list_radius = Length::points(3.5), list_pitch = Length::points(8.6), list_outline = Length::points(0.35);

} // namespace

StarSpec star_spec(const TypeCase& types, StarLook look) {
    if (look == StarLook::page) return types.page().stars;
    const double part = types.spec(Element::contents_entry).size.to_points() / list_size;
    return {list_radius.scaled(part), list_pitch.scaled(part), list_outline.scaled(part), 0, false};
}

void move_by(PageContent& content, Point by) {
    const auto move = [&](Point& at) { at = {at.x + by.x, at.y + by.y}; };
    std::visit(overloaded{
                   [&](PlacedLines& lines) {
                       move(lines.at);
                       if (lines.turned_about) move(*lines.turned_about);
                   },
                   [&](EndMark& mark) { move(mark.at); },
                   [&](PlacedStars& stars) { move(stars.at); },
                   [&](PlacedLeader& leader) {
                       leader.left += by.x;
                       leader.right += by.x;
                       leader.baseline += by.y;
                   },
                   [&](KeptItem& item) { *item = moved(std::move(*item), by); },
                   [](BuiltPart&) { assert(false); }, // nothing changes where that is
               },
               content);
}

void add_lines(ComposedPage& page, const PlacedLines& lines) {
    if (!page.contents.empty())
        if (auto* last = std::get_if<PlacedLines>(&page.contents.back());
            last != nullptr && last->text == lines.text && last->last == lines.first && last->at.x == lines.at.x &&
            last->leading == lines.leading && !last->turned_about && !lines.turned_about && last->turn == 0 && lines.turn == 0 && last->at.y + last->leading * (last->last - last->first) == lines.at.y) {
            last->last = lines.last;
            return;
        }
    page.contents.emplace_back(lines);
}

void Texts::let_go_of_measured() {
    for (const std::shared_ptr<SetText>& text : texts_)
        if (text) text->measured = nullptr;
}

void Composition::take_pictures(std::uint32_t index, const std::vector<Picture>& of_piece) {
    if (first_pictures.size() <= index) first_pictures.resize(std::size_t{index} + 1);
    first_pictures[index] = static_cast<std::uint32_t>(pictures.size());
    pictures.insert(pictures.end(), of_piece.begin(), of_piece.end());
}

ComposedDocument::ComposedDocument(const Style& style, const PageSpec& page, const Foundry& foundry, int jobs)
    : style_(style), page_(page), foundry_(foundry), jobs_(jobs), types_(std::make_unique<TypeCase>(style_, page_, foundry_.fonts(), diagnostics_)),
      stick_(std::make_unique<ComposingStick>(*types_, foundry)), spots_(spots_of(style_)) {}

ComposedDocument::~ComposedDocument() = default;

const TypeCase* ComposedDocument::variant(const std::string& name, Span asked_at) {
    if (name.empty()) return nullptr;
    const auto [found, is_new] = variants_.try_emplace(name);
    Variant& variant = found->second;
    if (!is_new) return variant.types.get();
    if (auto page = variant_of(style_, page_, name)) {
        variant.page = std::move(*page);
        variant.types = std::make_unique<TypeCase>(style_, variant.page, foundry_.fonts(), diagnostics_);
        return variant.types.get();
    }
    std::vector<std::string> known;
    for (const StyleVariant& one : style_.variants) known.push_back(one.name);
    const auto near = nearest(name, known);
    std::vector<std::string> hints;
    if (near) hints.push_back("did you mean '" + *near + "'?");
    else if (!known.empty()) hints.push_back("it has: " + join(known, ", "));
    diagnostics_.report(Code::unknown_variant, asked_at, {style_.name, name}, std::move(hints));
    return nullptr;
}

const Piece& ComposedDocument::own(Piece piece) {
    own_.push_back(std::make_unique<const Piece>(std::move(piece)));
    return *own_.back();
}

bool is_built(const PageContent& content) { return std::holds_alternative<BuiltPart>(content); }

void ComposedDocument::keep(Composition composition) {
    composition_ = std::move(composition);
    stick_->rest_words();
    for (ComposedPage& page : composition_.pages) {
        page.contents.shrink_to_fit();
        for (const PageContent& content : page.contents) {
            if (const auto* lines = std::get_if<PlacedLines>(&content))
                stick_->meet_faces(composition_.texts[lines->text], lines->first, lines->last);
            if (const auto* built = std::get_if<BuiltPart>(&content))
                for (const Face* face : (*built)->faces) stick_->faces().index(face);
        }
    }
}

/// The bench that built the page before, else any.
std::unique_ptr<ComposedDocument::Bench> ComposedDocument::take_bench(std::uint32_t page) const {
    {
        const std::scoped_lock lock(mutex_);
        auto found = std::find_if(idle_.begin(), idle_.end(), [&](const auto& bench) { return bench->next == page; });
        if (found == idle_.end() && !idle_.empty()) found = std::prev(idle_.end());
        if (found != idle_.end()) {
            std::unique_ptr<Bench> bench = std::move(*found);
            idle_.erase(found);
            return bench;
        }
    }
    return std::make_unique<Bench>(*stick_);
}

void ComposedDocument::give_back(std::unique_ptr<Bench> bench) const {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(bench));
}

Page ComposedDocument::page(std::uint32_t index) const {
    const ComposedPage& composed = composition_.pages[index];
    Page page;
    page.trim = composition_.trim;
    page.label = composed.label;
    if (std::all_of(composed.contents.begin(), composed.contents.end(), is_built)) {
        for (const PageContent& content : composed.contents) take_built(*std::get<BuiltPart>(content), page.items);
        return page;
    }
    std::unique_ptr<Bench> bench = take_bench(index);
    PageBuilder builder([&](std::uint32_t text) -> const SetText& { return composition_.texts[text]; }, composition_.first_pictures,
                        bench->stick, std::move(bench->carried));
    for (const PageContent& content : composed.contents) {
        if (is_built(content)) take_built(*std::get<BuiltPart>(content), page.items);
        else builder.build(content, page.items);
    }
    bench->carried = builder.unfinished();
    bench->next = index + 1;
    give_back(std::move(bench));
    return page;
}

/// Painters have no word for a page that cannot be had: it is as grave as memory that is not there.
void ComposedDocument::take_built(const BuiltItems& built, std::vector<Item>& items) const {
    const Result<std::string> bytes = composition_.shelf->get(built.items);
    if (!bytes) throw std::runtime_error(bytes.error().message);
    std::vector<FaceIndex> faces;
    for (const Face* face : built.faces) faces.push_back(stick_->faces().index(face));
    unpack(*bytes, faces, items);
}

std::optional<PageIdentity> ComposedDocument::identity(std::uint32_t index) const {
    return identity_of(composition_, composition_.pages[index], *stick_);
}

} // namespace halfstar::layout

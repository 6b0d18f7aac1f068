#include "typeset/layout/composition.h"

#include "design/drawing/paths.h"
#include "design/drawing/stars.h"
#include "design/style/load.h"
#include "foundation/base/strings.h"
#include "typeset/items.h"
#include "typeset/layout/page_identity.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double end_mark_space = 6;    ///< points behind the last word
constexpr double star_centre = 0.30;    ///< of the text size above the baseline
constexpr double list_size = 9.5;       ///< points: where entries are larger, their stars are
const Length list_radius = Length::points(3.5), list_pitch = Length::points(8.6), list_outline = Length::points(0.35);

/// Builds one page; texts of which several lines stand on it are measured once.
class PageBuilder {
public:
    /// `measured` are texts that need not be measured again.
    PageBuilder(const Composition& composition, ComposingStick& stick, std::map<std::uint32_t, SharedText> measured)
        : composition_(composition), stick_(stick), measured_(std::move(measured)) {}

    void build(const ComposedPage& page, std::vector<Item>& items) {
        for (const auto& content : page.contents)
            std::visit(overloaded{
                           [&](const PlacedLines& lines) { place(lines, items); },
                           [&](const EndMark& mark) { place(mark, items); },
                           [&](const PlacedStars& stars) { place(stars, items); },
                           [&](const PlacedLeader& leader) { place(leader, items); },
                           [&](const KeptItem& item) { items.push_back(*item); },
                       },
                       content);
    }

    /// The texts that go on behind this page, as they were measured.
    std::map<std::uint32_t, SharedText> unfinished() {
        std::map<std::uint32_t, SharedText> texts;
        for (const std::uint32_t text : unfinished_)
            if (auto node = measured_.extract(text)) texts.insert(std::move(node));
        return texts;
    }

private:
    const MeasuredText& measured(std::uint32_t text) {
        auto found = measured_.find(text);
        if (found == measured_.end()) found = measured_.emplace(text, stick_.measure(composition_.texts[text])).first;
        return *found->second;
    }

    void place(const PlacedLines& lines, std::vector<Item>& items) {
        const SetText& text = composition_.texts[lines.text];
        if (lines.last < text.lines.size()) unfinished_.push_back(lines.text);
        for (std::uint32_t line = lines.first; line < lines.last; ++line) {
            const Point left{lines.at.x, lines.at.y + lines.leading * (line - lines.first)};
            const std::size_t first = items.size();
            last_ = stick_.set(text, measured(lines.text), line, left, composition_.first_picture(text.piece), items);
            last_rightwards_ = measured(lines.text).rich.level % 2 == 0;
            if (lines.turn != 0)
                for (std::size_t i = first; i < items.size(); ++i) items[i] = swung(std::move(items[i]), lines.at, lines.turn);
            if (!lines.turned_about) continue;
            for (std::size_t i = first; i < items.size(); ++i) items[i] = turned(std::move(items[i]), *lines.turned_about);
        }
    }

    void place(const EndMark& mark, std::vector<Item>& items) {
        const Style& style = stick_.types().style();
        if (style.end_mark_radius == Length{}) return;
        const TextSpec& text = stick_.types_of(composition_.texts[mark.text]).spec(Element::text);
        StarSpec spec;
        spec.radius = style.end_mark_radius;
        spec.pitch = style.end_mark_radius * 2;
        spec.outline = Length::points(0.5);
        spec.missing_outlined = false;
        const Length space = Length::points(end_mark_space);
        const Length left =
            last_rightwards_ ? last_.right + space : last_.left - space - star_width(spec.radius);
        const Length y = mark.at.y - text.size.scaled(star_centre);
        for (Shape& shape : draw_stars(left, y, 2, 1, spec, paint_of(style, style.end_mark_colour)))
            items.push_back({std::move(shape), 0});
    }

    void place(const PlacedStars& stars, std::vector<Item>& items) {
        const StarSpec spec = star_spec(stars.types != nullptr ? *stars.types : stick_.types(), stars.look);
        const Paint paint = paint_of(stick_.types().style(), spec.colour);
        for (Shape& shape : draw_stars(stars.at.x, stars.at.y, stars.quarters, stars.stars, spec, paint))
            items.push_back({std::move(shape), 0});
    }

    /// One shape: the dots' places count from the page's left edge, so that all leaders align.
    void place(const PlacedLeader& leader, std::vector<Item>& items) {
        const Style& style = stick_.types().style();
        const LeaderSpec& spec = style.leaders;
        const Length left = leader.left + spec.clear_left + spec.radius;
        const Length right = leader.right - spec.clear_right - spec.radius;
        if (spec.pitch.units <= 0) return;
        Shape dots;
        dots.fill = paint_of(style, 0);
        for (std::int64_t i = (left.units + spec.pitch.units - 1) / spec.pitch.units; spec.pitch * i <= right; ++i) {
            const Path dot = circle_path({spec.pitch * i, leader.baseline - spec.radius}, spec.radius);
            dots.path.insert(dots.path.end(), dot.begin(), dot.end());
        }
        if (!dots.path.empty()) items.push_back({std::move(dots), 0});
    }

    const Composition& composition_;
    ComposingStick& stick_;
    std::map<std::uint32_t, SharedText> measured_;
    std::vector<std::uint32_t> unfinished_;
    LineEnd last_;
    bool last_rightwards_ = true;
};

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

void ComposedDocument::keep(Composition composition) {
    composition_ = std::move(composition);
    stick_->rest_words();
    for (ComposedPage& page : composition_.pages) {
        page.contents.shrink_to_fit();
        for (const PageContent& content : page.contents)
            if (const auto* lines = std::get_if<PlacedLines>(&content))
                stick_->meet_faces(composition_.texts[lines->text], lines->first, lines->last);
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
    std::unique_ptr<Bench> bench = take_bench(index);
    PageBuilder builder(composition_, bench->stick, std::move(bench->carried));
    builder.build(composed, page.items);
    bench->carried = builder.unfinished();
    bench->next = index + 1;
    give_back(std::move(bench));
    return page;
}

std::optional<PageIdentity> ComposedDocument::identity(std::uint32_t index) const {
    return identity_of(composition_, composition_.pages[index], *stick_);
}

} // namespace halfstar::layout

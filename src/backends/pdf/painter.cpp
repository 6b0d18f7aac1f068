#include "backends/pdf/painter.h"

#include "backends/pdf/content.h"
#include "backends/pdf/extent.h"
#include "backends/pdf/roles.h"
#include "backends/pdf/runs.h"
#include "backends/pdf/tones.h"

#include <algorithm>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace halfstar::pdf {
namespace {

/// What content is marked as: a leaf of the structure, or an artifact of one of two kinds.
struct Mark {
    StructureId leaf = 0;
    std::string_view kind;
    friend bool operator==(const Mark&, const Mark&) = default;
};

class PagePainting {
public:
    PagePainting(const Page& page, const PaintingPlan& plan, std::vector<FaceUses>& uses)
        : page_(page), plan_(plan), uses_(uses), tree_(plan.document.structure()), content_(page.trim.height) {
        if (plan.inking != nullptr && plan.inking->process() == Process::black) tones_ = tones_of(page, *plan.inking);
    }

    PaintedPage paint();

private:
    void paint(const GlyphRun& run);
    void paint(const Rule& rule);
    void paint(const Shape& shape);
    void paint(const PictureItem& picture);
    void paint(const ClipBegin& clip);
    void paint(const ClipEnd& clip);
    void paint(const LinkArea&) {}
    void paint(const Anchor&) {}
    void paint(const PlacedForm& form);
    void paint(const GlyphRun& run, const Piece& piece, const Ink& ink);
    std::optional<Ink> ink_of(Paint paint, Matter matter, const Rect& rect);
    bool stands_on_ink(const Rect& rect) const;
    bool is_spoken_apart(const Piece& piece) const;
    void mark(std::string_view artifact);
    void mark_span(const Piece& piece);
    void end_mark();
    void see(const Rect& rect);

    const Page& page_;
    const PaintingPlan& plan_;
    std::vector<FaceUses>& uses_;
    const StructureTree& tree_;
    Content content_;
    PaintedPage painted_;
    std::map<StructureId, Rect> figures_;
    StructureId leaf_ = 0;
    std::optional<Mark> open_;
    std::vector<Tone> tones_; ///< by item, of black and white alone
    std::vector<Rect> inked_; ///< where this plate prints, so far
    std::size_t item_ = 0;
};

bool PagePainting::stands_on_ink(const Rect& rect) const {
    return std::any_of(inked_.begin(), inked_.end(), [&](const Rect& inked) { return meet(inked, rect); });
}

/// What a thing is painted with; nothing when this plate does not show it. What stands on another plate is white here
/// only where it must keep ink away.
std::optional<Ink> PagePainting::ink_of(Paint paint, Matter matter, const Rect& rect) {
    if (plan_.inking == nullptr) return plain_ink(paint);
    const Laid laid = plan_.inking->lay(paint, matter);
    if (laid.laying == Laying::nothing || (laid.laying == Laying::hole && !stands_on_ink(rect))) return std::nullopt;
    if (laid.laying == Laying::ink) inked_.push_back(rect);
    return laid.ink;
}

/// Marks what follows as the item's leaf, or as an artifact; for print as nothing.
void PagePainting::mark(std::string_view artifact) {
    if (plan_.profile == Profile::print) {
        if (open_) {
            end_mark();
        }
        return;
    }
    const StructureId element = element_of(tree_, leaf_);
    const Mark wanted{element == 0 ? 0 : leaf_, element == 0 ? artifact : std::string_view()};
    if (open_ == wanted) {
        return;
    }
    end_mark();
    open_ = wanted;
    if (wanted.leaf == 0) {
        content_.begin_marked("/Artifact", "/Type /" + std::string(artifact));
        return;
    }
    const std::string id = std::to_string(painted_.marks.size());
    content_.begin_marked('/' + std::string(structure_type(tree_.nodes[element])), "/MCID " + id);
    painted_.marks.push_back(leaf_);
}

void PagePainting::end_mark() {
    content_.end_text();
    if (open_) {
        content_.end_marked();
        open_.reset();
    }
}

/// Widens the box of the figure that the item belongs to.
void PagePainting::see(const Rect& rect) {
    const StructureId figure = figure_above(tree_, element_of(tree_, leaf_));
    if (figure != 0) {
        const auto [place, is_new] = figures_.try_emplace(figure, rect);
        place->second = is_new ? rect : together(place->second, rect);
    }
}

/// Marks a piece of text that is said otherwise than by its glyphs: a span of its own in the structure.
void PagePainting::mark_span(const Piece& piece) {
    end_mark();
    open_ = Mark{leaf_, "Span"};
    std::string properties;
    if (plan_.profile == Profile::archive) {
        properties = "/MCID " + std::to_string(painted_.marks.size());
        painted_.spans.push_back({static_cast<std::uint32_t>(painted_.marks.size()), std::string(piece.text)});
        painted_.marks.push_back(leaf_);
    }
    if (piece.speech == Speech::replaced) {
        properties += (properties.empty() ? "/ActualText " : " /ActualText ") + hex_string("\xFE\xFF" + utf16(piece.text));
    }
    content_.begin_marked("/Span", properties);
}

/// Whether a piece needs a span of its own: in the structure where there is one, else for its ActualText.
bool PagePainting::is_spoken_apart(const Piece& piece) const {
    if (plan_.profile == Profile::print) {
        return piece.speech == Speech::replaced;
    }
    return element_of(tree_, leaf_) != 0 && piece.speech != Speech::by_glyphs;
}

void PagePainting::paint(const GlyphRun& run, const Piece& piece, const Ink& ink) {
    if (is_spoken_apart(piece)) {
        mark_span(piece);
    } else {
        mark("Pagination");
    }
    content_.begin_text();
    if (run.visibility == Visibility::visible) {
        content_.fill_colour(ink);
    }
    show_piece(content_, run, piece, *plan_.document.faces()[run.face], uses_[run.face]);
}

void PagePainting::paint(const GlyphRun& run) {
    if (!is_paintable(run)) {
        return;
    }
    const std::optional<Ink> ink = tones_.empty() ? ink_of(run.paint, Matter::words, reach(run)) : tones_[item_].fill;
    for (const Piece& piece : pieces_of(run, *plan_.document.faces()[run.face])) {
        if (ink) {
            paint(run, piece, *ink);
        } else {
            count_piece(run, piece, uses_[run.face]); // every plate has the same fonts
        }
    }
    if (ink) {
        see(extent(run));
    }
}

void PagePainting::paint(const Rule& rule) {
    const std::optional<Ink> ink = tones_.empty() ? ink_of(rule.paint, matter_of(rule.rect), rule.rect) : tones_[item_].fill;
    if (!ink) {
        return;
    }
    mark("Layout");
    content_.end_text();
    content_.fill_colour(*ink);
    content_.rectangle(rule.rect);
    content_.op("f");
    see(rule.rect);
}

void PagePainting::paint(const Shape& shape) {
    const std::optional<Rect> box = extent(shape.path);
    if (!box || (!shape.fill && !shape.stroke)) {
        return;
    }
    std::optional<Ink> fill, stroke;
    if (shape.fill) {
        fill = tones_.empty() ? ink_of(*shape.fill, matter_of(*box), *box) : tones_[item_].fill;
    }
    if (shape.stroke) {
        stroke = tones_.empty() ? ink_of(*shape.stroke, Matter::line, *box) : tones_[item_].stroke;
    }
    if (!fill && !stroke) {
        return;
    }
    mark("Layout");
    content_.end_text();
    if (fill) {
        content_.fill_colour(*fill);
    }
    if (stroke) {
        content_.stroke_colour(*stroke);
        content_.stroke_width(shape.stroke_width);
    }
    content_.trace(shape.path);
    content_.op(fill && stroke ? "B" : fill ? "f" : "S");
    see(*box);
}

void PagePainting::paint(const PictureItem& picture) {
    if (plan_.inking != nullptr && plan_.inking->lay_picture() == Laying::hole) {
        return paint(Rule{picture.rect, {255, 255, 255, 0}});
    }
    inked_.push_back(picture.rect);
    mark("Layout");
    content_.end_text();
    const std::uint32_t first = plan_.first_picture[picture.picture];
    const bool is_upright = plan_.inking != nullptr && plan_.inking->converts_pictures();
    content_.place(picture_name(first), picture.rect, is_upright ? std::uint8_t{1} : plan_.document.pictures()[first].orientation);
    painted_.pictures.insert(first);
    see(picture.rect);
}

void PagePainting::paint(const PlacedForm& form) {
    mark("Layout");
    content_.end_text();
    const Size trim = plan_.form_trims[form.form];
    content_.place_form(form_name(form.form), {form.at.x, form.at.y, trim.width, trim.height}, form.turned);
    painted_.forms.insert(form.form);
}

void PagePainting::paint(const ClipBegin& clip) {
    end_mark();
    content_.save();
    content_.trace(clip.path);
    content_.op(clip.path.empty() ? "0 0 0 0 re W n" : "W n");
}

void PagePainting::paint(const ClipEnd&) {
    if (content_.can_restore()) {
        end_mark();
        content_.restore();
    }
}

PaintedPage PagePainting::paint() {
    for (item_ = 0; item_ < page_.items.size(); ++item_) {
        const Item& item = page_.items[item_];
        leaf_ = item.leaf;
        std::visit([this](const auto& node) { paint(node); }, item.node);
    }
    end_mark();
    while (content_.can_restore()) {
        content_.restore();
    }
    painted_.content.here = content_.take();
    for (const auto& [figure, rect] : figures_) {
        painted_.figures.push_back({figure, rect});
    }
    return std::move(painted_);
}

} // namespace

std::string picture_name(std::uint32_t picture) { return "/P" + std::to_string(picture + 1); }

std::string form_name(std::uint32_t form) { return "/S" + std::to_string(form + 1); }

PaintedPage paint_page(const Page& page, const PaintingPlan& plan, std::vector<FaceUses>& uses) {
    return PagePainting(page, plan, uses).paint();
}

} // namespace halfstar::pdf

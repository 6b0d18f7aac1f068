// The covers on an axis that show pictures: the posters of the reviews below a quiet title, or one picture over the
// whole page with the title on a framed label.
#include "typeset/layout/centred_plates.h"

#include "typeset/layout/centred_plate.h"
#include "typeset/layout/contact_sheet.h"
#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <vector>

namespace halfstar::layout {

namespace {

/// Parts of the trim's height or width.
constexpr double sheet_title_place = 0.12, sheet_foot_place = 0.925, sheet_inset = 0.1, tallest_title = 0.14;
constexpr double label_inset = 0.17, label_head = 0.16;
constexpr double capitals = 0.7; ///< of a size: how high they are, about
constexpr double own_height = 595; ///< points of the trim that lengths here are for; a smaller one has them smaller
const Length rule_drop = Length::points(16), line_drop = Length::points(34), sheet_drop = Length::points(22);
const Length sheet_gap = Length::points(5), foot_clear = Length::points(26);
const Length label_clear = Length::points(30), label_foot = Length::points(26), frame_gap = Length::points(3);
const Length frame_outer = Length::points(1.2), frame_inner = Length::points(0.4);

class PictureCover {
public:
    PictureCover(Desk& desk, std::size_t page, StructureId parent, double inset)
        : desk_(desk), page_(page), parent_(parent), trim_(desk.page().trim),
          part_(std::min(1.0, trim_.height.to_points() / own_height)),
          plate_(desk, page, parent, {trim_.width.scaled(inset), trim_.width - trim_.width.scaled(inset) * 2}) {}

    /// False, and nothing is set, where no review has a picture.
    bool sheet() {
        Length top = title(trim_.height.scaled(sheet_title_place)) + sheet_drop.scaled(part_);
        const Length foot = trim_.height.scaled(sheet_foot_place);
        const Rect room{plate_.column().x, top, plate_.column().width, foot - foot_clear.scaled(part_) - top};
        if (!set_contact_sheet(desk_, page_, parent_, room, sheet_gap.scaled(part_))) return false;
        plate_.line(joined({issue_number(desk_), issue_month(desk_)}, " · "), Element::cover_fact, foot);
        return true;
    }

    /// The label is as high as its words, so its ground is drawn when these are set.
    void label() {
        set_cropped(desk_, page_, parent_, cover_picture(desk_), full_frame(desk_));
        std::vector<PageContent>& contents = desk_.composition.pages[page_].contents;
        const std::size_t ground = contents.size();
        contents.emplace_back(Item{Rule{{}, {255, 255, 255, 0}}, 0});
        const Length top = trim_.height.scaled(label_head);
        const Length cap = desk_.spec(Element::cover_title).size.scaled(capitals);
        Length y = title(top + label_clear.scaled(part_) + cap);
        y = plate_.line(joined({issue_number(desk_), issue_month(desk_)}, " · "), Element::cover_fact,
                        y + line_drop.scaled(part_ * 0.8));
        const Length out = label_foot.scaled(part_) / 2;
        const Rect label{plate_.column().x - out, top, plate_.column().width + out * 2, y + label_foot.scaled(part_) - top};
        std::get<Rule>((*std::get<KeptItem>(contents[ground])).node).rect = label;
        frame(label, frame_gap, frame_outer);
        frame(label, frame_gap * 2 + frame_outer, frame_inner);
    }

private:
    /// Title, short rule and subtitle; the last baseline.
    Length title(Length first) {
        TitleRoom room;
        room.width = plate_.column().width;
        room.height = trim_.height.scaled(tallest_title);
        room.largest = desk_.spec(Element::cover_title).size;
        room.lines = 2;
        room.leading = 1.2;
        room.whole_words = Length::points(14);
        const Length last = plate_.title(desk_.edition.title, Element::cover_title, room, first, 1);
        plate_.rule(last + rule_drop.scaled(part_));
        if (desk_.edition.subtitle.empty()) return last + rule_drop.scaled(part_);
        return plate_.line(desk_.edition.subtitle, Element::cover_line, last + line_drop.scaled(part_));
    }

    /// Four rules, so far within the edges of `rect`.
    void frame(const Rect& rect, Length inset, Length thickness) {
        const Rect in{rect.x + inset, rect.y + inset, rect.width - inset * 2, rect.height - inset * 2};
        Plate& plate = plate_.plate();
        plate.rule({in.x, in.width}, in.y + thickness / 2, thickness, plate.ink());
        plate.rule({in.x, in.width}, in.bottom() - thickness / 2, thickness, plate.ink());
        for (const Length x : {in.x, in.right() - thickness})
            plate.rule({x, thickness}, in.y + in.height / 2, in.height, plate.ink());
    }

    Desk& desk_;
    std::size_t page_;
    StructureId parent_;
    Size trim_;
    double part_;
    CentredPlate plate_;
};

bool has_pictures(const Desk& desk) {
    for (std::uint32_t i = 0; i < desk.edition.letter_index(); ++i)
        if (picture_of(desk, i)) return true;
    return false;
}

} // namespace

bool set_centred_picture_cover(Desk& desk, std::size_t page, StructureId parent) {
    if (desk.edition.cover.picture) {
        PictureCover(desk, page, parent, label_inset).label();
        return true;
    }
    return desk.edition.cover.kind == CoverKind::posters && has_pictures(desk) &&
           PictureCover(desk, page, parent, sheet_inset).sheet();
}

} // namespace halfstar::layout

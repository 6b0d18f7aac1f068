#include "typeset/layout/side_column.h"

#include "design/style/load.h"
#include "typeset/layout/blocks.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

Box made_by(const Desk& desk, const Work& work) {
    Box box;
    for (const Role role : trades) {
        std::vector<std::string> names;
        for (const Credit& credit : work.credits)
            if (credit.role == role) names.push_back(credit.name);
        if (!names.empty()) box.rows.push_back({std::string(desk.words.short_role_label(role)), std::move(names)});
    }
    for (const Credit& credit : work.credits)
        if (credit.role == Role::other) box.rows.push_back({credit.label.empty() ? std::string(desk.words.word("role-other")) : credit.label,
                                {credit.name}});
    box.heading = desk.words.word("made-by");
    return box;
}

Box cast_of(const Desk& desk, const Work& work) {
    Box box;
    box.heading = desk.words.word("cast-heading");
    for (const Credit& credit : work.credits)
        if (credit.role == Role::cast) box.rows.push_back({credit.character, {credit.name}});
    return box;
}

class BoxSetter {
public:
    BoxSetter(Desk& desk, const std::vector<Box>& boxes, std::size_t page, int row, StructureId parent)
        : desk_(desk), page_(page), row_(row), parent_(parent), width_(desk.page().side) {
        // Labels take what the longest needs, within limits that keep names readable.
        names_x_ = width_ * 47 / 100;
        for (const Box& box : boxes)
            for (const BoxRow& row_of_box : box.rows) {
                const SetText label =
                    text_of(desk, writer_of(desk, row_of_box.label, Element::box_label), Element::box_label, {});
                const Length width = desk.stick.width_of(*desk.stick.measure(label)) + gap();
                if (width <= width_ * 60 / 100) names_x_ = std::max(names_x_, width);
            }
    }

    void set(const Box& box) {
        if (box.rows.empty()) return;
        // A head with its first row, or a new column.
        if (row_ + 1 > last_row(desk_.page())) next_column();
        rule();
        if (!box.heading.empty()) heading(box.heading);
        const StructureId list = desk_.structure.add(parent_, StructureRole::list);
        for (const BoxRow& row : box.rows) set(row, list);
        ++row_;
    }

private:
    Length gap() const { return desk_.grid() / 3; }

    void next_column() {
        ++page_;
        row_ = 0;
        while (desk_.composition.pages.size() <= page_) desk_.composition.pages.emplace_back();
    }

    Point at(Length x) const { return {columns_of(desk_, page_).side.x + x, row_at(desk_.page(), row_)}; }

    void rule() {
        const Rect rect{at({}).x, row_at(desk_.page(), row_) - desk_.grid() - desk_.style().hairline / 2, width_,
                        desk_.style().hairline};
        desk_.composition.pages[page_].contents.emplace_back(Item{Rule{rect, paint_of(desk_.style(), 0)}, 0});
    }

    Composed text(const std::string& words, Element element, Length width, StructureId parent) {
        SetText text = text_of(desk_, writer_of(desk_, words, element), element, width);
        if (text.setting == Setting::justified) text.setting = Setting::ragged;
        return compose(desk_, std::move(text), parent);
    }

    /// On one line, or else each on its own.
    Composed set_names(const std::vector<std::string>& names, Length width, StructureId parent) {
        const std::string one_line = joined(names, ", ");
        const SetText tried = text_of(desk_, writer_of(desk_, one_line, Element::box_name), Element::box_name, {});
        const bool fits = desk_.stick.width_of(*desk_.stick.measure(tried)) <= width;
        const Piece* piece = &desk_.piece;
        const TextWriter write = [piece, words = fits ? one_line : joined(names, ",\n")](const TypeCase& types) {
            RichTextWriter writer(types, Element::box_name, piece->language);
            writer.set_direction(piece->direction);
            writer.add(words, types.type(Element::box_name, piece->language), RichTextWriter::Origin::source);
            return writer.take();
        };
        SetText text = text_of(desk_, write, Element::box_name, width);
        text.setting = Setting::ragged;
        return compose(desk_, std::move(text), parent);
    }

    void heading(const std::string& words) {
        const StructureId parent = desk_.structure.add(parent_, StructureRole::paragraph);
        const Composed composed = text(words, Element::box_heading, width_, parent);
        put(desk_.composition.pages[page_], composed, at({}), desk_.grid());
        row_ += static_cast<int>(composed.lines);
    }

    void set(const BoxRow& row, StructureId list) {
        const StructureId item = desk_.structure.add(list, StructureRole::list_item);
        const bool labelled = !row.label.empty();
        Composed label, names;
        if (labelled)
            label = text(row.label, Element::box_label, names_x_ - gap(), desk_.structure.add(item, StructureRole::label));
        const StructureId body = desk_.structure.add(item, StructureRole::list_body);
        names = set_names(row.names, labelled ? width_ - names_x_ : width_, body);
        const int rows = static_cast<int>(std::max<std::size_t>(1, std::max(label.lines, names.lines)));
        if (row_ + rows - 1 > last_row(desk_.page()) && row_ > 0) next_column();
        const bool leftwards = desk_.right_to_left();
        ComposedPage& page = desk_.composition.pages[page_];
        if (labelled) put(page, label, at(leftwards ? width_ - names_x_ + gap() : Length{}), desk_.grid());
        put(page, names, at(labelled && !leftwards ? names_x_ : Length{}), desk_.grid());
        row_ += rows;
    }

    Desk& desk_;
    std::size_t page_;
    int row_;
    StructureId parent_;
    Length width_;
    Length names_x_;
};

} // namespace

std::vector<Box> boxes_of(const Desk& desk) {
    std::vector<Box> boxes;
    for (const Work& work : desk.piece.works) {
        for (Box box : {made_by(desk, work), cast_of(desk, work)}) {
            if (box.rows.empty()) continue;
            if (desk.piece.works.size() > 1) box.heading = work.title.value + ": " + box.heading;
            boxes.push_back(std::move(box));
        }
    }
    return boxes;
}

void set_boxes(Desk& desk, const std::vector<Box>& boxes, std::size_t page, int row, StructureId parent) {
    BoxSetter setter(desk, boxes, page, row, parent);
    for (const Box& box : boxes) setter.set(box);
}

int set_poster(Desk& desk, Strip& strip, int row, StructureId parent) {
    const Image& poster = *desk.piece.poster;
    const Length width = desk.page().side;
    const StructureId figure = desk.structure.add(parent, StructureRole::figure);
    desk.structure.set_alternative(figure, poster.alternative.empty() ? desk.piece.title.value : poster.alternative);
    if (!poster.picture || *poster.picture >= desk.piece.pictures.size()) return row;
    const Length tallest = desk.grid() * (last_row(desk.page()) - row) * 2 / 3;
    const Size size = fitted_picture(desk.piece.pictures[*poster.picture], width, tallest);
    const Length top = desk.grid() * row - desk.spec(Element::box_name).size.scaled(0.68);
    const Length x = desk.right_to_left() ? width - size.width : Length{};
    strip.contents.emplace_back(
        PageColumn::side,
        Item{picture_item(desk, *poster.picture, {x, top, size.width, size.height}), desk.structure.add_leaf(figure)});
    // A row later than the first whose letters would clear the picture.
    const Length clear = top + size.height + desk.grid() * 3 / 4;
    while (desk.grid() * row < clear) ++row;
    if (desk.piece.poster_caption.empty()) return row;
    SetText text = text_of(desk, writer_of(desk, desk.piece.poster_caption, Element::caption), Element::caption, width);
    if (text.setting == Setting::justified) text.setting = Setting::ragged;
    const Composed composed = compose(desk, std::move(text), desk.structure.add(figure, StructureRole::caption));
    strip.put(PageColumn::side, composed, {{}, desk.grid() * row}, desk.grid());
    return row + static_cast<int>(composed.lines);
}

} // namespace halfstar::layout

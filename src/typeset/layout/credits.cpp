#include "typeset/layout/credits.h"

#include "typeset/layout/side_column.h"

#include "design/drawing/paths.h"
#include "design/style/load.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr std::size_t whole_name = 28; ///< characters up to which a name is not parted

void add_row(std::vector<CreditRow>& rows, const Work& work, Role role, std::string label) {
    CreditRow row;
    for (const Credit& credit : work.credits)
        if (credit.role == role) row.credits.push_back(&credit);
    row.label = std::move(label);
    if (!row.credits.empty()) rows.push_back(std::move(row));
}

} // namespace

std::vector<CreditRow> credit_rows(const Desk& desk, const Work& work) {
    std::vector<CreditRow> rows;
    for (const Role role : trades)
        add_row(rows, work, role, std::string(desk.words.short_role_label(role)));
    add_row(rows, work, Role::cast, std::string(desk.words.short_role_label(Role::cast)));
    for (const Credit& credit : work.credits) {
        if (credit.role != Role::other) continue;
        const std::string label = credit.label.empty() ? std::string(desk.words.word("role-other")) : credit.label;
        if (!rows.empty() && rows.back().label == label)
            rows.back().credits.push_back(&credit);
        else
            rows.push_back({label, {&credit}});
    }
    return rows;
}

namespace {

/// A name with binding spaces, so that lines end between names.
std::string bound(const std::string& name) {
    if (utf8::count(name) > whole_name) return name;
    std::string out;
    for (const char c : name)
        out += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    return out;
}

} // namespace

void add_names(RichTextWriter& writer, const std::vector<const Credit*>& credits, const Type& upright,
               const Type& slanted, PartPlayed part) {
    const std::string_view space = part == PartPlayed::bound ? "\u00A0" : " ";
    for (std::size_t i = 0; i < credits.size(); ++i) {
        writer.add(bound(credits[i]->name), upright, RichTextWriter::Origin::source);
        if (!credits[i]->character.empty()) {
            writer.add(space, upright, RichTextWriter::Origin::source);
            writer.add(bound(credits[i]->character), slanted, RichTextWriter::Origin::source);
        }
        if (i + 1 < credits.size()) writer.add(", ", upright, RichTextWriter::Origin::source);
    }
}

namespace {

TextWriter names_writer(const Desk& desk, std::vector<const Credit*> credits) {
    const Piece* piece = &desk.piece;
    return [piece, credits = std::move(credits)](const TypeCase& types) {
        const Type upright = types.type(Element::box_name, piece->language);
        const Type slanted = types.styled(upright, TextStyle::emphasis);
        RichTextWriter writer(types, Element::box_name, piece->language);
        writer.set_direction(piece->direction);
        add_names(writer, credits, upright, slanted, PartPlayed::loose);
        return writer.take();
    };
}

class CreditsSetter {
public:
    CreditsSetter(Desk& desk, Galley& galley, const Surroundings& around)
        : desk_(desk), galley_(galley), around_(around), names_x_(desk.page().opener.credit_names) {
        if (framed()) around_.column = {around.column.x + inset(), around.column.width - inset() * 2};
    }

    void set() {
        std::vector<std::vector<CreditRow>> films;
        for (const Work& work : desk_.piece.works)
            films.push_back(credit_rows(desk_, work));
        widen(films);
        for (std::size_t i = 0; i < films.size(); ++i)
            if (!films[i].empty()) set(desk_.piece.works[i], films[i]);
        if (framed()) frame();
    }

private:
    Length gap() const { return desk_.grid() / 2; }
    bool framed() const { return desk_.page().opener.credits_frame.units > 0; }
    Length inset() const { return desk_.grid() * 2 / 3; }

    /// About all rows; it is drawn with the first, with which the others stay.
    void frame() {
        std::size_t first = galley_.entries.size();
        Length height{};
        while (first > 0 && galley_.entries[first - 1].credits) {
            const breaking::Slab& slab = galley_.entries[--first].slab;
            height += slab.height + slab.space_before;
        }
        if (first == galley_.entries.size()) return;
        height -= galley_.entries[first].slab.space_before;
        const Length padding = desk_.grid() / 2, thickness = desk_.page().opener.credits_frame;
        const Rect rect{around_.column.x - inset() + thickness / 2, -desk_.grid() - padding + desk_.grid() / 4,
                        around_.column.width + inset() * 2 - thickness, height + padding * 2 - desk_.grid() / 4};
        galley_.entries[first].items.push_back({Shape{rectangle_path(rect), std::nullopt, paint_of(desk_.style(), 0), thickness}, 0});
    }

    /// Labels take what the longest needs, as long as names have room.
    void widen(const std::vector<std::vector<CreditRow>>& films) {
        for (const std::vector<CreditRow>& rows : films)
            for (const CreditRow& row : rows) {
                const SetText label =
                    text_of(desk_, writer_of(desk_, row.label, Element::box_label), Element::box_label, {});
                const Length width = desk_.stick.width_of(*desk_.stick.measure(label)) + gap();
                if (width <= around_.column.width * 2 / 5) names_x_ = std::max(names_x_, width);
            }
    }

    GalleyEntry& add() {
        GalleyEntry& entry = add_entry(galley_, desk_.grid());
        entry.standing = Standing::free;
        entry.credits = true;
        if (!ruled_ && !framed()) {
            const Length thickness = desk_.style().rule;
            const Rect rect{around_.column.x, -desk_.grid() - thickness / 2, around_.column.width, thickness};
            entry.items.push_back({Rule{rect, paint_of(desk_.style(), 0)}, 0});
        }
        ruled_ = true;
        return entry;
    }

    void set(const Work& work, const std::vector<CreditRow>& rows) {
        leave_room(galley_, ruled_ ? desk_.grid() : desk_.grid() * 2);
        if (desk_.piece.works.size() > 1) heading(work);
        const StructureId list = desk_.structure.add(around_.parent, StructureRole::list);
        for (const CreditRow& row : rows)
            set(row, list);
    }

    void heading(const Work& work) {
        SetText text = text_of(desk_, writer_of(desk_, work.title.value, Element::box_heading), Element::box_heading,
                               around_.column.width);
        const StructureId parent = desk_.structure.add(around_.parent, StructureRole::paragraph);
        const Composed composed = compose(desk_, std::move(text), parent);
        lines(composed, around_.column.x, {});
    }

    void set(const CreditRow& row, StructureId list) {
        const StructureId item = desk_.structure.add(list, StructureRole::list_item);
        SetText mark =
            text_of(desk_, writer_of(desk_, row.label, Element::box_label), Element::box_label, names_x_ - gap());
        mark.setting = Setting::ragged;
        const Composed label = compose(desk_, std::move(mark), desk_.structure.add(item, StructureRole::label));
        SetText text =
            text_of(desk_, names_writer(desk_, row.credits), Element::box_name, around_.column.width - names_x_);
        text.setting = Setting::ragged;
        const Composed names = compose(desk_, std::move(text), desk_.structure.add(item, StructureRole::list_body));
        const bool leftwards = desk_.right_to_left();
        const Length label_x = leftwards ? around_.column.width - names_x_ + gap() : Length{};
        lines(names, around_.column.x + (leftwards ? Length{} : names_x_), {{label, around_.column.x + label_x}});
    }

    /// The lines of a text, an entry each, beside those of a label.
    void lines(const Composed& composed, Length x, const std::vector<std::pair<Composed, Length>>& labels) {
        std::size_t count = composed.lines;
        for (const auto& [label, label_x] : labels)
            count = std::max(count, label.lines);
        for (std::size_t i = 0; i < count; ++i) {
            GalleyEntry& entry = add();
            const auto line = static_cast<std::uint32_t>(i);
            for (const auto& [label, label_x] : labels)
                if (i < label.lines) entry.lines.push_back({label.text, line, line + 1, {label_x, {}}, desk_.grid()});
            if (i < composed.lines) entry.lines.push_back({composed.text, line, line + 1, {x, {}}, desk_.grid()});
        }
    }

    Desk& desk_;
    Galley& galley_;
    Surroundings around_;
    Length names_x_;
    bool ruled_ = false;
};

} // namespace

void set_credits(Desk& desk, Galley& galley, const Surroundings& around) {
    if (desk.page().axis == Axis::centre) set_centred_credits(desk, galley, around);
    else CreditsSetter(desk, galley, around).set();
}

} // namespace halfstar::layout

#include "typeset/layout/credits.h"

#include "typeset/layout/centred_opener.h"

#include <utility>

namespace halfstar::layout {

namespace {

constexpr int room_above = 3;     ///< rows between the text and the first line
constexpr double rule_rise = 1.7; ///< rows from the first line up to the short rule

/// "camera Claire Mathon; editing Julien Lacheray; with Noémie Merlant"
TextWriter sentence_writer(const Desk& desk, const Work& work) {
    const Piece* piece = &desk.piece;
    const std::string title = piece->works.size() > 1 ? work.title.value : std::string();
    return [piece, title, rows = credit_rows(desk, work)](const TypeCase& types) {
        const Type upright = types.type(Element::box_name, piece->language);
        const Type slanted = types.styled(upright, TextStyle::emphasis);
        RichTextWriter writer(types, Element::box_name, piece->language);
        writer.set_direction(piece->direction);
        const auto add = [&](std::string_view words, const Type& type) {
            writer.add(words, type, RichTextWriter::Origin::source);
        };
        if (!title.empty()) add(title + ": ", upright);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            add(rows[i].label + "\u00A0", slanted);
            add_names(writer, rows[i].credits, upright, slanted, PartPlayed::bound);
            if (i + 1 < rows.size()) add("; ", upright);
        }
        return writer.take();
    };
}

class CentredCredits {
public:
    CentredCredits(Desk& desk, Galley& galley, const Surroundings& around)
        : desk_(desk), galley_(galley), around_(around) {}

    void set() {
        for (const Work& work : desk_.piece.works)
            if (!credit_rows(desk_, work).empty()) sentence(work);
    }

private:
    void sentence(const Work& work) {
        SetText text = text_of(desk_, sentence_writer(desk_, work), Element::box_name, around_.column.width);
        text.setting = Setting::centred;
        const StructureId parent = desk_.structure.add(around_.parent, StructureRole::paragraph);
        const Composed composed = compose(desk_, std::move(text), parent);
        for (std::uint32_t line = 0; line < composed.lines; ++line)
            add().lines.push_back({composed.text, line, line + 1, {around_.column.x, {}}, desk_.grid()});
    }

    GalleyEntry& add() {
        if (!ruled_) leave_room(galley_, desk_.grid() * (room_above - 1));
        GalleyEntry& entry = add_entry(galley_, desk_.grid());
        entry.standing = Standing::free;
        entry.credits = true;
        if (!ruled_) entry.items.push_back(short_rule(desk_, around_.column, -desk_.grid().scaled(rule_rise)));
        ruled_ = true;
        return entry;
    }

    Desk& desk_;
    Galley& galley_;
    const Surroundings& around_;
    bool ruled_ = false;
};

} // namespace

void set_centred_credits(Desk& desk, Galley& galley, const Surroundings& around) {
    CentredCredits(desk, galley, around).set();
}

} // namespace halfstar::layout

#include "typeset/layout/notes.h"

#include "design/style/load.h"
#include "document/tree.h"
#include "typeset/layout/turned_box.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

/// The number before a note, which leads back to its reference.
Composed label_of(Desk& desk, std::uint32_t note, Length width, StructureId parent) {
    const Piece* piece = &desk.piece;
    const std::uint32_t index = desk.piece_index;
    const TextWriter write = [piece, note, index](const TypeCase& types) {
        RichTextWriter writer(types, Element::note, piece->language);
        Slot slot;
        slot.role = StructureRole::link;
        slot.anchor = reference_anchor(index, note);
        writer.open(std::move(slot));
        writer.add(std::to_string(note + 1), Element::note, RichTextWriter::Origin::generated);
        writer.close();
        return writer.take();
    };
    SetText text = text_of(desk, write, Element::note, width);
    text.setting = Setting::ragged;
    return compose(desk, std::move(text), parent);
}

/// An address as it is read on paper: no scheme, no slash at its end.
std::string paper_address(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (url.substr(0, scheme.size()) == scheme) url.remove_prefix(scheme.size());
    if (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
}

bool is_external(std::string_view url) {
    return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
}

struct Address {
    std::string words, url;
};

std::vector<Address> addresses_of(const Piece& piece, PieceLinks links) {
    std::vector<Address> found;
    std::set<std::string> seen;
    const auto visit = [&](const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& item) {
            const auto* link = std::get_if<Link>(&item.node);
            if (link == nullptr || !is_external(link->url)) return;
            if (links == PieceLinks::anchors && !link->piece.empty()) return;
            const std::string words = plain_text(link->children);
            if (words == link->url || words == paper_address(link->url)) return;
            if (seen.insert(link->url).second) found.push_back({words, link->url});
        });
    };
    const auto each = [&](const Block& block) { each_inlines(block, visit); };
    walk_blocks(piece.body, each);
    for (const Note& note : piece.notes) walk_blocks(note.blocks, each);
    return found;
}

} // namespace

void NoteSetter::compose_all() {
    for (std::uint32_t i = 0; i < desk_.piece.notes.size(); ++i) {
        const Note& note = desk_.piece.notes[i];
        SetNote& set = notes_.emplace_back();
        Surroundings inside = around_;
        inside.element = Element::note;
        inside.parent = desk_.structure.add(around_.parent, StructureRole::note);
        const Length indent = desk_.grid();
        const Column column = is_spoiler(i) ? inside_frame(desk_, around_.column) : around_.column;
        inside.column = indented(desk_, column, indent);
        const Composed label = label_of(desk_, i, indent, desk_.structure.add(inside.parent, StructureRole::label));
        BlockSetter(desk_, set.galley).set(note.blocks, inside);
        if (set.galley.entries.empty()) add_entry(set.galley, desk_.grid());
        GalleyEntry& first = set.galley.entries.front();
        first.slab.space_before = Length{};
        first.opens_note = true;
        const Length x = desk_.right_to_left() ? column.x + column.width - indent : column.x;
        if (label.lines > 0) first.lines.insert(first.lines.begin(), {label.text, 0, 1, {x, {}}, desk_.grid()});
        first.items.push_back({Anchor{note_anchor(desk_.piece_index, i), {column.x, -desk_.grid()}}, 0});
    }
}

void NoteSetter::claim(GalleyEntry& entry, Length tallest) {
    // Notes may refer to notes: the list grows while it is walked.
    for (std::size_t i = 0; i < entry.notes.size(); ++i) {
        const std::uint32_t index = entry.notes[i];
        if (index >= notes_.size() || notes_[index].stand != SetNote::Stand::nowhere) continue;
        SetNote& note = notes_[index];
        if (is_spoiler(index) || note.galley.height() > tallest) {
            note.stand = SetNote::Stand::end;
            continue;
        }
        note.stand = SetNote::Stand::foot;
        for (const GalleyEntry& line : note.galley.entries)
            entry.notes.insert(entry.notes.end(), line.notes.begin(), line.notes.end());
    }
}

void NoteSetter::set(Galley& body) {
    compose_all();
    std::set<std::uint32_t> placed;
    for (GalleyEntry& entry : body.entries) {
        claim(entry, around_.tallest);
        // Each note stands once: where it is first referred to.
        std::vector<std::uint32_t> here;
        for (const std::uint32_t index : entry.notes)
            if (index < notes_.size() && notes_[index].stand == SetNote::Stand::foot && placed.insert(index).second)
                here.push_back(index);
        entry.notes = std::move(here);
    }
    add_ends(body);
    add_spoilers(body);
}

Length NoteSetter::height_at_feet() const {
    Length sum{};
    for (const SetNote& note : notes_)
        if (note.stand == SetNote::Stand::foot) sum += note.galley.height();
    return sum;
}

/// What lines give away, upside down at the end.
void NoteSetter::add_spoilers(Galley& body) {
    Galley box;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        if (!is_spoiler(i)) continue;
        for (GalleyEntry& entry : notes_[i].galley.entries) {
            entry.notes.clear();
            box.entries.push_back(std::move(entry));
        }
        notes_[i].galley.entries.clear();
    }
    if (box.entries.empty()) return;
    leave_room(body, desk_.grid());
    add_turned(desk_, body, std::move(box), around_.column, around_.tallest, Announced::by_nobody);
}

bool NoteSetter::is_spoiler(std::size_t note) const { return desk_.piece.notes[note].kind == NoteKind::spoiler; }

void NoteSetter::add_ends(Galley& body) {
    bool first = true;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        SetNote& note = notes_[i];
        if (note.stand == SetNote::Stand::foot || is_spoiler(i)) continue;
        note.stand = SetNote::Stand::end;
        if (first) leave_room(body, desk_.grid());
        first = false;
        note.galley.entries.front().slab.space_before += body.pending;
        body.pending = Length{};
        for (GalleyEntry& entry : note.galley.entries) {
            entry.slab.source = static_cast<std::uint32_t>(body.entries.size());
            entry.notes.clear();
            body.entries.push_back(std::move(entry));
        }
        note.galley.entries.clear();
    }
}

void set_addresses(Desk& desk, Galley& body, const Surroundings& around) {
    const std::vector<Address> addresses = addresses_of(desk.piece, desk.links);
    if (addresses.empty()) return;
    leave_room(body, desk.grid());
    const std::size_t first = body.entries.size();
    const auto add = [&](TextWriter write, Element element) {
        SetText text = text_of(desk, std::move(write), element, around.column.width);
        text.setting = Setting::ragged;
        add_text(desk, body, compose_artifact(desk, std::move(text)), around.column.x, desk.grid());
    };
    add(writer_of(desk, std::string(desk.words.word("links")), Element::heading_3), Element::heading_3);
    keep_with_next(body);
    for (const Address& address : addresses) {
        const Piece* piece = &desk.piece;
        add(
            [piece, address](const TypeCase& types) {
                RichTextWriter writer(types, Element::note, piece->language);
                writer.set_direction(piece->direction);
                writer.add(address.words, types.styled(types.type(Element::note, piece->language), TextStyle::emphasis),
                           RichTextWriter::Origin::generated);
                writer.add("  " + paper_address(address.url), Element::note, RichTextWriter::Origin::generated);
                return writer.take();
            },
            Element::note);
    }
    for (std::size_t i = first; i < body.entries.size(); ++i) body.entries[i].notes.clear();
}

} // namespace halfstar::layout

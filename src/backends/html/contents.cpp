#include "backends/html/contents.h"

#include "backends/html/facts.h"
#include "backends/html/parts.h"

#include <functional>

namespace halfstar::html {
namespace {

void entry(Markup& out, const Dress& dress, const Piece& piece) {
    out.open("li");
    Tag link("a");
    set_as_piece(link, dress, piece);
    out.element(link.set("href", dress.piece_address(piece)), piece.title.value);
    const Work* work = only_work(piece);
    const std::string directors = work == nullptr ? "" : joined(names_in(*work, Role::director), ", ");
    if (!directors.empty()) {
        out.raw(" ");
        out.element(Tag("span").set("class", "director"), directors);
    }
    out.close("li");
    out.line();
}

void section_entry(Markup& out, const Section& section) {
    out.open(Tag("p").set("class", "section"));
    out.element(Tag("a").set("href", "#" + section_id(section)), section.title);
    if (!section.extent.empty()) {
        out.raw(" ");
        out.element(Tag("span").set("class", "extent"), section.extent);
    }
    out.close("p");
    out.line();
}

} // namespace

const Section* section_of(const Edition& edition, const Piece& piece) {
    const std::less<const Piece*> before;
    for (const Section& section : edition.sections) {
        if (section.first >= section.last || section.last > edition.pieces.size()) continue;
        const Piece* first = edition.pieces.data() + section.first;
        const Piece* last = edition.pieces.data() + section.last;
        if (!before(&piece, first) && before(&piece, last)) return &section;
    }
    return nullptr;
}

std::string section_id(const Section& section) { return "section-" + section.key; }

void write_contents(Markup& out, const Dress& dress) {
    Tag nav("nav");
    nav.set("class", "contents").set("aria-label", dress.locale->word("contents"));
    out.open(set_in_locale(nav, dress));
    out.line();
    out.open("ol");
    out.line();
    const Section* open = nullptr;
    const auto close_section = [&] {
        if (open != nullptr) out.raw("</ol>\n</li>\n");
        open = nullptr;
    };
    for (const Piece* piece : shown_pieces(*dress.edition)) {
        const Section* section = section_of(*dress.edition, *piece);
        if (section != open) {
            close_section();
            if (section != nullptr) {
                out.raw("<li>\n");
                section_entry(out, *section);
                out.raw("<ol>\n");
            }
            open = section;
        }
        entry(out, dress, *piece);
    }
    close_section();
    out.close("ol");
    out.line();
    out.close("nav");
    out.line();
}

} // namespace halfstar::html

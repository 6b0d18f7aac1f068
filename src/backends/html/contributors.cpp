#include "backends/html/contributors.h"

#include <string>

namespace halfstar::html {

void write_contributors(Markup& out, const Dress& dress, int level) {
    Tag heading("h" + std::to_string(level));
    heading.set("class", "title").set("id", "contributors_title");
    out.element(set_in_locale(heading, dress), dress.locale->word("notes-on-contributors"));
    out.line();
    out.open(Tag("ul").set("class", "contributors"));
    out.line();
    for (const ContributorNote& one : dress.edition->contributor_notes) {
        out.open("li");
        out.element(Tag("span").set("class", "name"), one.name);
        if (!one.note.empty()) {
            out.raw(" ");
            out.element(Tag("span").set("class", "about"), one.note);
        }
        out.close("li");
        out.line();
    }
    out.close("ul");
    out.line();
}

} // namespace halfstar::html

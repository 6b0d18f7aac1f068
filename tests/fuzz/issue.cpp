// issue.yaml: what is said of it has its place in the text, and an issue can be composed whatever it asks for.

#include "compose/compose.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace halfstar;

namespace {

/// Two reviews, of which every kind of selection, order and section finds something.
std::vector<Piece> shelf() {
    std::vector<Piece> pieces(2);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        piece.key = "film-" + std::to_string(i);
        piece.path = "reviews/film-" + std::to_string(i) + ".md";
        piece.title.value = i == 0 ? "The Zone" : "Étoile";
        piece.works.resize(1);
        piece.works[0].title.value = piece.title.value;
        piece.works[0].credits = {{Role::director, "", "Agnès Varda", "", {}}};
        piece.works[0].rating = Fact<Rating>{{"", RatingForm::number, 450, 0, 500}, {}};
        piece.tags = {"zone"};
        if (i == 0) piece.seen = Fact<Date>{{2019, 12, 17, "", "", ""}, {}};
    }
    return pieces;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 65536) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const IssueSettings issue = read_issue(text, 1, diagnostics);
    for (const Diagnostic& one : diagnostics.all())
        if (one.span.end > size || one.span.begin > one.span.end) std::abort();
    ComposeSettings settings;
    settings.issue = &issue;
    const Edition edition = compose(shelf(), settings, diagnostics);
    std::size_t next = 0;
    for (const Section& section : edition.sections) {
        if (section.first != next || section.last <= section.first) std::abort();
        next = section.last;
    }
    if (!edition.sections.empty() && next != edition.pieces.size()) std::abort();
    return 0;
}

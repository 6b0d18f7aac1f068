// An issue made by hand, and its drawn pages as a document of their own.
#pragma once

#include "note_setting.h"

#include "typeset/layout/plates.h"

#include <functional>
#include <utility>

namespace halfstar::testing {

inline Work rated_work(std::string title, std::int32_t value) {
    Work work;
    work.title = {std::move(title), {}};
    work.rating = {Rating{"", RatingForm::number, value, 0, 500}, {}};
    return work;
}

inline Piece review_of(std::string key, std::string title, std::int32_t value) {
    Piece piece;
    piece.key = std::move(key);
    piece.language = "en";
    piece.title = {title, {}};
    piece.works.push_back(rated_work(std::move(title), value));
    return piece;
}

/// A year of 61 films, of which these few have pieces.
inline Edition row_c() {
    Edition edition;
    edition.title = "Row C";
    edition.subtitle = "A year at the pictures, reviewed";
    edition.number = "4";
    edition.language = "en";
    edition.price = "Free";
    edition.editor = "The editor";
    edition.date = Date{2019, 12, 31, "", "", ""};
    const std::pair<const char*, int> films[] = {
        {"Us", 350},       {"High Life", 400}, {"Booksmart", 400}, {"Portrait of a Lady on Fire", 450},
        {"Parasite", 450}, {"Atlantics", 500}, {"Aladdin", 150},   {"The Lion King", 100},
        {"Cats", 50}};
    for (const auto& [title, value] : films)
        edition.pieces.push_back(review_of("film-" + std::to_string(edition.pieces.size()), title, value));
    Section spring{"spring", "Spring", "March to May", {3, 4, 5}, 0, 3};
    Section rest{"rest", "Later", "", {}, 3, 9};
    edition.sections = {spring, rest};
    Statistics& statistics = edition.statistics;
    statistics.films = statistics.rated = 61;
    statistics.first_year = statistics.last_year = 2019;
    const std::uint32_t counts[] = {1, 1, 2, 4, 6, 11, 14, 13, 7, 2};
    for (int i = 0; i < 10; ++i)
        statistics.ratings.push_back({Rating{"", RatingForm::number, 50 * (i + 1), 0, 500}, counts[i]});
    statistics.average = Rating{"", RatingForm::number, 333, 0, 500};
    statistics.median = Rating{"", RatingForm::number, 350, 0, 500};
    const std::vector<int> days[] = {{17, 23, 24, 27},
                                     {1, 24, 28},
                                     {5, 7, 9, 13, 18},
                                     {19, 20, 21, 22},
                                     {4, 7, 14, 20, 22, 24},
                                     {5, 15, 18},
                                     {9, 17, 25, 26},
                                     {8, 14, 17, 23, 27},
                                     {6, 7, 19, 20, 23, 27},
                                     {2, 6, 7, 12, 15, 18, 20, 21, 29},
                                     {6, 9, 10, 19, 21, 29, 30},
                                     {1, 6, 9, 13, 17}};
    for (std::size_t month = 0; month < 12; ++month) {
        statistics.months[month] = static_cast<std::uint32_t>(days[month].size());
        for (const int day : days[month]) statistics.days[month][static_cast<std::size_t>(day - 1)] = 1;
    }
    statistics.most_seen = {{"Adam Driver", 4}, {"Laura Dern", 3}, {"Scarlett Johansson", 3}, {"Robert Pattinson", 3},
                            {"Florence Pugh", 3}, {"Tilda Swinton", 3}, {"Timothée Chalamet", 2}, {"Willem Dafoe", 2}};
    statistics.best = {{5, 0}, {3, 0}, {4, 0}};
    statistics.worst = {{8, 0}, {7, 0}, {6, 0}};
    return edition;
}

using PlateSetter = std::function<void(layout::Desk&, std::size_t page, StructureId parent)>;

/// A document whose page `page` is set by `set`; those before it are empty.
inline LaidOut lay_out_plate(Edition edition, std::size_t page, const PlateSetter& set,
                             const char* design = "zine-a5", const Style& style = programme()) {
    LaidOut out;
    out.edition = std::make_unique<Edition>(std::move(edition));
    const PageSpec& spec = *find_page(style, design);
    auto document = std::make_unique<layout::ComposedDocument>(style, spec, fonts());
    layout::Composition composition;
    composition.trim = spec.trim;
    composition.pages.resize(page + 1);
    for (std::size_t i = 0; i <= page; ++i) composition.pages[i].label = std::to_string(i + 1);
    layout::StructureBuilder structure;
    Piece own;
    own.language = out.edition->language;
    own.direction = out.edition->direction;
    own.title.value = out.edition->title;
    layout::Desk desk{document->stick(), composition, structure, *out.edition, document->own(std::move(own)), 0,
                      locale_for(out.edition->language), document->diagnostics()};
    set(desk, page, structure.add(0, StructureRole::part));
    composition.structure = structure.take();
    document->keep(std::move(composition));
    out.diagnostics.append(std::exchange(document->diagnostics(), {}));
    out.document = std::move(document);
    return out;
}

} // namespace halfstar::testing

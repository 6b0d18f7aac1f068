// Editions made by hand, laid out as zines, and what stands on their pages.
#pragma once

#include "note_setting.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace halfstar::testing {

/// A review with a director, a rating, a day and so many sentences.
inline Piece review(std::string title, int sentences, int seed = 0) {
    Piece piece = film({paragraph(prose(sentences, seed))});
    piece.key = title;
    std::replace(piece.key.begin(), piece.key.end(), ' ', '-');
    piece.title.value = title;
    Work& work = piece.works.front();
    work.title.value = std::move(title);
    work.year = 2019;
    work.credits = {{Role::director, "", "Agnes Varda", "", {}}};
    work.rating = {Rating{"4.5/5", RatingForm::number, 450, 0, 500}, {}};
    piece.authors = {"Ada Quill"};
    return piece;
}

/// With three rows of credits.
inline Piece credited(Piece piece) {
    std::vector<Credit>& credits = piece.works.front().credits;
    credits.push_back({Role::writer, "", "Wilma Words", "", {}});
    credits.push_back({Role::cinematographer, "", "Claire Mathon", "", {}});
    credits.push_back({Role::cast, "", "Noemie Merlant", "Marianne", {}});
    return piece;
}

inline Edition edition_of(std::vector<Piece> pieces, std::vector<IssuePart> parts = {IssuePart::reviews}) {
    Edition edition;
    edition.title = "Row C";
    edition.number = "4";
    edition.language = "en";
    edition.pieces = std::move(pieces);
    edition.parts = std::move(parts);
    return edition;
}

inline Section section(std::string key, std::string title, std::uint32_t first, std::uint32_t last) {
    Section section;
    section.key = std::move(key);
    section.title = std::move(title);
    section.first = first;
    section.last = last;
    return section;
}

inline LaidOut lay_out_in(const Style& style, const PageSpec& page, Edition edition, std::uint32_t multiple = 1) {
    LaidOut out;
    for (Piece& piece : edition.pieces)
        number_nodes(piece);
    if (edition.letter) number_nodes(*edition.letter);
    if (edition.about) number_nodes(*edition.about);
    out.edition = std::make_unique<Edition>(std::move(edition));
    out.document = lay_out_zine(*out.edition, style, page, fonts(), multiple, out.diagnostics);
    return out;
}
inline LaidOut lay_out_issue(Edition edition, std::uint32_t multiple = 1, const char* page = "zine-a5") {
    return lay_out_in(programme(), *find_page(programme(), page), std::move(edition), multiple);
}

/// The page that an anchor is on.
inline std::optional<std::uint32_t> page_of(const PagedDocument& document, const std::string& name) {
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* anchor = std::get_if<Anchor>(&item.node); anchor && anchor->name == name) return i;
    return std::nullopt;
}

/// Runs whose words are these, trimmed.
inline std::vector<GlyphRun> runs_of(const Page& page, const std::string& words) {
    std::vector<GlyphRun> runs;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
            std::string text = run->text;
            while (!text.empty() && text.back() == ' ')
                text.pop_back();
            if (text == words) runs.push_back(*run);
        }
    return runs;
}

inline std::vector<LinkArea> links_of(const Page& page) {
    std::vector<LinkArea> links;
    for (const Item& item : page.items)
        if (const auto* link = std::get_if<LinkArea>(&item.node)) links.push_back(*link);
    return links;
}

inline const PageSpec& zine_page() { return *find_page(programme(), "zine-a5"); }
inline Length baseline_of(int row) { return zine_page().first_baseline + zine_page().grid * row; }
/// The row that a baseline stands on; -100 between rows.
inline int row_of(Length baseline) {
    const std::int64_t from = (baseline - zine_page().first_baseline).units;
    return from % zine_page().grid.units == 0 ? static_cast<int>(from / zine_page().grid.units) : -100;
}

/// The lowest row with words of the text column, folio and running head aside.
inline int last_row_of(const Page& page) {
    int last = -1;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0)
            last = std::max(last, row_of(run->origin.y));
    return last;
}

/// Rows of words that are seen in a size.
inline std::set<int> rows_in(const Page& page, Length size) {
    std::set<int> rows;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0 &&
                                                                 run->visibility == Visibility::visible &&
                                                                 run->size == size && row_of(run->origin.y) >= 0)
            rows.insert(row_of(run->origin.y));
    return rows;
}

} // namespace halfstar::testing

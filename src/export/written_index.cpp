#include "export/written_index.h"

#include "document/dates.h"
#include "foundation/base/strings.h"

namespace halfstar {

namespace {

constexpr std::string_view head[] = {"file", "title", "films", "year", "directors", "rating", "authors",
                                     "published", "seen", "language", "pages", "source"};

std::vector<std::string> fields_of(const WrittenRow& row) {
    return {row.file, row.title, row.films, row.year, row.directors, row.rating, row.authors,
            row.published, row.seen, row.language, std::to_string(row.pages), row.source};
}

/// Spreadsheets take what begins so for a formula and carry it out; behind an apostrophe it is words.
bool begins_formula(std::string_view field) {
    return !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
}

std::string quoted(std::string_view words) {
    const std::string field = (begins_formula(words) ? "'" : "") + std::string(words);
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string out = "\"";
    for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

template <class Fields> std::string line_of(const Fields& fields) {
    std::vector<std::string> written;
    for (const auto& field : fields) written.push_back(quoted(field));
    return join(written, ",") + "\r\n";
}

/// What `fact` says of each film, those of which it says nothing left out.
template <class Fact> std::string of_films(const Piece& piece, Fact&& fact) {
    std::vector<std::string> said;
    for (const Work& work : piece.works)
        if (std::string words = fact(work); !words.empty()) said.push_back(std::move(words));
    return join(said, "; ");
}

std::string directors_of(const Work& work) {
    std::vector<std::string> names;
    for (const Credit& credit : work.credits)
        if (credit.role == Role::director) names.push_back(credit.name);
    return join(names, "; ");
}

} // namespace

WrittenRow row_of(const Edition& edition) {
    WrittenRow row;
    if (edition.pieces.empty()) return row;
    const Piece& piece = edition.pieces.front();
    row.title = piece.title.value;
    row.films = of_films(piece, [](const Work& work) { return work.title.value; });
    row.year = of_films(piece, [](const Work& work) { return work.year ? std::to_string(*work.year) : std::string(); });
    row.directors = of_films(piece, directors_of);
    row.rating = of_films(piece, [](const Work& work) { return work.rating ? work.rating->value.written : std::string(); });
    row.authors = join(piece.authors, "; ");
    if (piece.published) row.published = iso_date(piece.published->value);
    if (piece.seen) row.seen = iso_date(piece.seen->value);
    row.language = piece.language;
    return row;
}

std::string written_index(const std::vector<WrittenRow>& rows) {
    std::string table = line_of(head);
    for (const WrittenRow& row : rows) table += line_of(fields_of(row));
    return table;
}

} // namespace halfstar

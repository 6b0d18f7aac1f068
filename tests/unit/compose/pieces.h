// Pieces and issues that the tests of composing are made with.
#pragma once

#include "compose/compose.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace made {

using namespace halfstar;

inline Piece piece(std::string path, std::string title) {
    Piece piece;
    piece.path = std::move(path);
    piece.key = piece.path.substr(piece.path.rfind('/') + 1);
    piece.key = piece.key.substr(0, piece.key.find('.'));
    piece.title.value = std::move(title);
    return piece;
}

inline Date date(int year, int month = 0, int day = 0) { return {year, month, day, "", "", ""}; }
inline Rating stars(std::int32_t hundredths, std::int32_t best = 500) {
    return {"", RatingForm::number, hundredths, 0, best};
}
inline Rating letter(std::int32_t thirds) { return {"", RatingForm::letter, thirds, 100, 1300}; }

inline Work work(std::string title, std::optional<Rating> rating = {}) {
    Work work;
    work.title.value = std::move(title);
    if (rating) work.rating = Fact<Rating>{*std::move(rating), {}};
    return work;
}

/// A review of one film, with the path that its title gives.
inline Piece review(const std::string& title, std::optional<Date> seen = {}, std::optional<Rating> rating = {}) {
    std::string path;
    for (const char c : title)
        path += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c
                : (c >= 'A' && c <= 'Z')                         ? static_cast<char>(c + 32)
                                                                 : '-';
    Piece made = piece(path + ".md", title);
    made.works = {work(title, std::move(rating))};
    if (seen) made.seen = Fact<Date>{*std::move(seen), {}};
    return made;
}

inline Credit credit(Role role, std::string name) { return {role, "", std::move(name), "", {}}; }

inline Edition issue_of(std::vector<Piece> pieces, const IssueSettings& issue, Diagnostics& diagnostics) {
    ComposeSettings settings;
    settings.issue = &issue;
    return compose(std::move(pieces), settings, diagnostics);
}

inline Edition issue_of(std::vector<Piece> pieces, const IssueSettings& issue = {}) {
    Diagnostics diagnostics;
    Edition edition = issue_of(std::move(pieces), issue, diagnostics);
    CHECK(diagnostics.empty());
    return edition;
}

/// "Alien, Brazil"
inline std::string titles(const Edition& edition) {
    std::string out;
    for (const Piece& piece : edition.pieces)
        out += (out.empty() ? "" : ", ") + piece.title.value;
    return out;
}

/// Every diagnostic, a line each: "code at begin-end: message | hint".
inline std::string said(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& one : diagnostics.all()) {
        out += std::string(code_name(one.code)) + ": " + one.message;
        for (const std::string& hint : one.hints)
            out += " | " + hint;
        out += "\n";
    }
    return out;
}

} // namespace made

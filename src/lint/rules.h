// The rules of the proofreader, a file a family. A rule of a piece sees one; a rule of the folder sees all.
#pragma once

#include "lint/lint.h"

#include <string_view>

namespace halfstar::lint {

/// What the rules share.
struct Desk {
    const Manuscripts& manuscripts;
    const Sources& sources;
    const FileReader& reader;
    Findings& findings;

    void report(Code code, Span span, std::initializer_list<std::string_view> words = {},
                std::vector<std::string> hints = {}) const {
        findings.diagnostics.report(code, span, words, std::move(hints));
    }
};

/// Where a fault of the whole file is shown: its beginning.
inline Span head_of(const Piece& piece) { return {piece.source, 0, 0}; }

/// Where `words` first stand in the piece's source; its beginning when they are spelt otherwise there.
inline Span place_of(const Desk& desk, const Piece& piece, std::string_view words) {
    const std::size_t at = desk.sources.at(piece.source).text.find(words);
    if (at == std::string::npos) return head_of(piece);
    return {piece.source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// ---- of each piece ----

/// No title (the file's name was taken), a year before 1888 or in the future (facts.cpp).
void check_title(const Desk& desk, const FiledPiece& filed);
void check_years(const Desk& desk, const FiledPiece& filed);
/// An unknown key near a known one (keys.cpp).
void check_keys(const Desk& desk, const FiledPiece& filed);
/// Typewriter quotation marks, double spaces, three dots: what `--fix` repairs (punctuation.cpp).
void check_punctuation(const Desk& desk, const FiledPiece& filed);
/// Pictures without words, and too few pixels for paper (pictures.cpp).
void check_pictures(const Desk& desk, const FiledPiece& filed);
/// Links to headings and files that are not there (links.cpp).
void check_links(const Desk& desk, const FiledPiece& filed);
/// Words in another language than the one they are set in (languages.cpp).
void check_language(const Desk& desk, const FiledPiece& filed);

// ---- of all together ----

/// Dates and ratings: said of each review, or once where no review of several has one (facts.cpp).
void check_dates(const Desk& desk);
void check_ratings(const Desk& desk);
/// The same text, or the same film of the same day, twice (duplicates.cpp).
void check_duplicates(const Desk& desk);
/// Pictures beside the pieces that none of them shows (pictures.cpp).
void check_unused_pictures(const Desk& desk);

} // namespace halfstar::lint

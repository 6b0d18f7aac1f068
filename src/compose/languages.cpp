#include "compose/passes.h"

#include <algorithm>
#include <array>

namespace halfstar {

namespace {

constexpr std::string_view fallback = "en";

/// By the primary subtag, or by a script subtag ("az-Arab") that says otherwise.
Direction direction_of(std::string_view language) {
    static constexpr std::array<std::string_view, 12> right_to_left = {"ar", "he", "fa", "ur",  "yi",  "ps",
                                                                       "sd", "ug", "dv", "syr", "arc", "iw"};
    static constexpr std::array<std::string_view, 5> scripts = {"-Arab", "-Hebr", "-Syrc", "-Thaa", "-Nkoo"};
    for (const std::string_view script : scripts)
        if (language.find(script) != std::string_view::npos) return Direction::right_to_left;
    if (language.find("-Latn") != std::string_view::npos) return Direction::left_to_right;
    const std::string_view primary = language.substr(0, language.find('-'));
    const bool listed = std::find(right_to_left.begin(), right_to_left.end(), primary) != right_to_left.end();
    return listed ? Direction::right_to_left : Direction::left_to_right;
}

} // namespace

void settle_languages(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    const std::string wanted =
        settings.language.empty() && settings.issue != nullptr ? settings.issue->language : settings.language;
    edition.language = wanted;
    // The words the program sets are in the language that all pieces share.
    if (edition.language.empty() && !edition.pieces.empty()) {
        const std::string& first = edition.pieces.front().language;
        const auto same = [&](const Piece& piece) { return piece.language == first; };
        if (std::all_of(edition.pieces.begin(), edition.pieces.end(), same)) edition.language = first;
    }
    if (edition.language.empty()) edition.language = fallback;
    edition.direction = direction_of(edition.language);
    for (Piece* piece : every_piece(edition)) {
        if (piece->language.empty()) piece->language = wanted.empty() ? std::string(fallback) : wanted;
        piece->direction = direction_of(piece->language);
    }
}

} // namespace halfstar

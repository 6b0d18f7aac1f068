// A piece: typed facts about films and their reviews, and the body tree beneath them. Facts leave the
// body when they are read, and each keeps the place where its author wrote it.
#pragma once

#include "document.h"
#include "resources.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halfstar {

/// A value and where the author wrote it.
template <class T>
struct Fact {
    T value;
    Span span;
};

/// Which of two numbers was the day, where a date is three numbers with the year last: `15/03/2019` has its day first,
/// `03/15/2019` its month; `03/04/2019` may be either.
enum class NumericOrder : std::uint8_t { none, day_first, month_first, either };

/// Month and day may be 0 (unknown). `time` is "19:30" or empty; `offset` is "+01:00", "Z" or empty.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    std::string time;
    std::string offset;
    std::string written;
    NumericOrder order = NumericOrder::none; ///< read with the day first when `either`
    friend auto operator<=>(const Date& a, const Date& b) {
        if (auto c = a.year <=> b.year; c != 0) return c;
        if (auto c = a.month <=> b.month; c != 0) return c;
        if (auto c = a.day <=> b.day; c != 0) return c;
        return a.time <=> b.time;
    }
    friend bool operator==(const Date& a, const Date& b) { return (a <=> b) == 0; }
};

enum class RatingForm : std::uint8_t { number, letter, words };
/// Who said what a rating is out of: the rating itself (`4/5`), its folder or front matter, or nobody: then all ratings
/// of the folder together tell.
enum class ScaleSource : std::uint8_t { written, declared, inferred };

/// Hundredths, so that 4.5 of 5 is 450 of 500 everywhere. A letter grade A+..F counts in thirds of a
/// letter: value 100 (F) to 1300 (A+), worst 100, best 1300. A rating in words ("Highly recommended") is shown as it
/// was written and counts for nothing: its numbers are 0.
struct Rating {
    std::string written;
    RatingForm form = RatingForm::number;
    std::int32_t value = 0;
    std::int32_t worst = 0;
    std::int32_t best = 500;
    ScaleSource scale = ScaleSource::written;
    bool drawn = false; ///< written as stars: `★★★`, "3 stars"
    /// Whether it can be compared with others, drawn and counted.
    bool is_counted() const { return form != RatingForm::words; }
    /// Quarters of a star out of five, rounded to the nearest: what is drawn when five stars are.
    int quarter_stars() const;
    friend bool operator==(const Rating&, const Rating&) = default;
};

/// What the ratings of one folder are out of, and how that is known: a line for each form in which it rates.
struct FolderScale {
    std::string folder;
    RatingForm form = RatingForm::number;
    std::int32_t best = 0;              ///< hundredths; of numbers
    ScaleSource found = ScaleSource::written;
    std::size_t ratings = 0;
    std::string lowest, highest;        ///< as written
};

enum class Role : std::uint8_t {
    director, writer, producer, cinematographer, editor, composer, production_designer, costume_designer,
    sound, cast, narrator, distributor, studio, other,
};
/// One person in one role. `character` is the part (cast); `label` the author's word when role is other.
struct Credit {
    Role role = Role::other;
    std::string label;
    std::string name;
    std::string character;
    Span span;
};

/// A film (or series, short, play): what a piece is about.
struct Work {
    Fact<std::string> title;
    std::string original_title;
    std::string original_language; ///< BCP 47 of original_title, or empty
    std::optional<int> year;
    std::vector<Credit> credits; ///< in the author's order
    std::optional<int> minutes;
    std::vector<std::string> countries;
    std::vector<std::string> languages;
    std::vector<std::string> genres;
    /// ("imdb", "tt8613070"), ("tmdb", "531428"), ("letterboxd", url)
    std::vector<std::pair<std::string, std::string>> ids;
    std::optional<Fact<Rating>> rating;
};

enum class PieceKind : std::uint8_t { review, essay, interview, list, listings };

/// When and where a film is shown.
struct Screening {
    Date date; ///< with its hour, when that is known
    std::string venue;
    std::uint32_t film = 0; ///< index into Piece::listed
};

/// A key that halfstar does not know, kept in the author's order; `json` is its value as JSON.
struct ExtraFact {
    std::string key;
    std::string json;
    Span span;
};

struct Epigraph {
    Inlines words; ///< lines parted by HardBreak, marks as the author wrote them
    Inlines source;
    NodeOrdinal ordinal = 0;
    Span span;
};

struct Piece {
    std::string key;  ///< stable slug of the path, unique in an edition: [a-z0-9-]+
    std::string path; ///< relative to the root, with '/'
    SourceId source = 0;
    PieceKind kind = PieceKind::review;
    std::string language; ///< BCP 47, never empty after compose
    Direction direction = Direction::left_to_right;
    Fact<std::string> title; ///< what stands at its head; for a review of one work that work's title
    std::string subtitle;
    std::vector<Work> works; ///< what it is about
    std::vector<Work> listed; ///< what it only names: the films of a list, those that a cinema shows
    std::vector<Screening> screenings;
    std::vector<std::string> authors;
    std::optional<Fact<Date>> published;
    std::optional<Fact<Date>> seen;
    std::string venue;  ///< where it was seen: "Curzon Soho"
    std::string medium; ///< "35 mm", "DCP", "television"
    std::optional<Epigraph> epigraph;
    Inlines summary;
    NodeOrdinal summary_ordinal = 0;
    std::vector<std::string> tags;
    std::optional<Image> poster;
    std::string poster_caption;
    bool spoilers = false;
    Blocks body;
    std::vector<Note> notes;
    std::vector<Picture> pictures;
    std::vector<ExtraFact> extras;
    Span span;

    /// A film by the number that indexes know it by: those it is about, then those it names.
    const Work& film(std::uint32_t index) const {
        return index < works.size() ? works[index] : listed[index - works.size()];
    }
};

} // namespace halfstar

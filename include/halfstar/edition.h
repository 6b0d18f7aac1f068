// What is handed to writers and to layout: pieces in their order with everything decided that no
// format has a say in. Made by compose from the pieces and the issue's settings.
#pragma once

#include "piece.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// What an issue may consist of. `reviews` are all pieces with the openers of their sections.
enum class IssuePart : std::uint8_t {
    cover, masthead, contents, letter, reviews, numbers, films, people, about, contributors, pictures, colophon, back,
};

/// What the cover shows: type and drawing alone, the pictures of the reviews on a contact sheet, or one picture.
enum class CoverKind : std::uint8_t { type, posters, picture };
struct IssueCover {
    CoverKind kind = CoverKind::type;
    std::optional<Picture> picture; ///< of CoverKind::picture
};

enum class ReviewStart : std::uint8_t { as_style, page, recto, shared };
/// Where the poster or first still of a review stands in print: as the style has it, or over a page before the review.
enum class StillPlace : std::uint8_t { as_style, full };
/// How one review is to be otherwise than the style has them.
struct ReviewPlan {
    ReviewStart start = ReviewStart::as_style;
    StillPlace still = StillPlace::as_style;
    std::string variant; ///< of the style; empty: none
    Span variant_span;   ///< where it is asked for; not compared
    friend bool operator==(const ReviewPlan& a, const ReviewPlan& b) {
        return a.start == b.start && a.still == b.still && a.variant == b.variant;
    }
};

/// A contributor, and what there is to say of the person: "writes in the dark".
struct ContributorNote {
    std::string name, note;
    friend bool operator==(const ContributorNote&, const ContributorNote&) = default;
};

/// Pieces that stand together under a heading: pieces [first, last) of the edition.
struct Section {
    std::string key;   ///< unique among sections: [a-z0-9-]+
    std::string title; ///< "Spring"
    std::string extent; ///< "March to May"; empty where there is nothing to say
    std::vector<int> months; ///< 1 to 12, those it covers; empty when it is no time of the year
    std::uint32_t first = 0, last = 0;
};

/// A film of a piece: what statistics and indexes lead to.
struct WorkReference {
    std::uint32_t piece = 0, work = 0;
    friend bool operator==(const WorkReference&, const WorkReference&) = default;
};

/// One place that an index entry leads to. Roles are those of the person there; films have none.
struct IndexReference {
    WorkReference work;
    std::vector<Role> roles;
};

/// A film or a person. Entries stand in the edition's language's order, without leading articles.
struct IndexEntry {
    std::string words;   ///< "Lighthouse, The", "Varda, Agnès"
    std::string name;    ///< as the piece has it: "The Lighthouse"
    std::string initial; ///< the letter it stands under: "L"; "#" before all letters
    std::vector<IndexReference> references;
};

/// What can be counted of the films of an edition. Days are those on which films were seen, else published.
struct Statistics {
    struct RatingCount {
        Rating rating;
        std::uint32_t count = 0;
    };
    struct DecadeCount {
        int decade = 0; ///< its first year: 1970
        std::uint32_t films = 0;
    };
    struct PersonCount {
        std::string name;
        std::uint32_t films = 0;
    };
    std::uint32_t films = 0; ///< works, of all pieces
    std::uint32_t rated = 0;
    int first_year = 0, last_year = 0;   ///< of the days; 0: no day is known
    std::vector<RatingCount> ratings;    ///< each step of the scale, the lowest first, zeros among them
    std::optional<Rating> average, median;
    std::array<std::uint32_t, 12> months{};
    std::array<std::array<std::uint8_t, 31>, 12> days{}; ///< films on each day of the year, all years together
    std::vector<DecadeCount> decades;    ///< in which films came out, from the first to the last, zeros among them
    std::vector<PersonCount> most_seen;  ///< in more than one film, the most first, at most ten
    std::vector<WorkReference> best, worst; ///< at most five each, the best and the worst first; no film is in both
};

struct Edition {
    std::string title;
    std::string subtitle;
    std::string number;   ///< of the issue, as it is said: "4"
    std::string language; ///< of what the program itself sets; BCP 47
    Direction direction = Direction::left_to_right;
    std::string editor;
    std::string publisher;
    std::string place;
    std::string price; ///< "Free", "£3"
    std::string isbn;
    std::string rights;
    std::string url; ///< where it will be published, or empty
    std::vector<std::string> contributors;
    std::vector<ContributorNote> contributor_notes; ///< of all contributors, where there is a note on one
    IssueCover cover;
    std::vector<ReviewPlan> plans; ///< by piece; empty: all are as the style has them
    std::optional<Date> date;
    std::string identifier; ///< urn:uuid from the content: the same content has the same identifier
    std::vector<IssuePart> parts; ///< in their order, each once; those that have nothing to show are left out
    std::vector<Piece> pieces;
    std::vector<Section> sections; ///< together they hold every piece; empty: the pieces are not grouped
    std::optional<Piece> letter;   ///< the editor's
    std::optional<Piece> about;    ///< the page at the back
    std::vector<IndexEntry> films, people;
    std::vector<IndexEntry> picture_credits; ///< by whom pictures are, and the pieces that they stand in
    Statistics statistics;

    /// Place::piece of the letter and of the page at the back, behind those of the pieces.
    std::uint32_t letter_index() const { return static_cast<std::uint32_t>(pieces.size()); }
    std::uint32_t about_index() const { return static_cast<std::uint32_t>(pieces.size()) + 1; }
    /// The same of what the edition says itself.
    std::uint32_t front_index() const { return about_index() + 1; }
    ReviewPlan plan(std::uint32_t piece) const { return piece < plans.size() ? plans[piece] : ReviewPlan(); }
    bool has(IssuePart part) const {
        for (const IssuePart one : parts)
            if (one == part) return true;
        return false;
    }
};

} // namespace halfstar

// What the maker of an issue decides: the contents of issue.yaml, which docs/issue.md explains key by key.
// Everything has a default, so a folder without issue.yaml is an issue too.
#pragma once

#include "base.h"
#include "diagnostics.h"
#include "edition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// Which pieces are in the issue; what is empty selects nothing away. A piece must meet every condition.
struct Selection {
    std::vector<int> years;        ///< of the day it was seen, else published
    std::optional<Date> from, to;  ///< of the same day, both included
    std::vector<std::string> tags; ///< at least one of them, whatever its case
    std::vector<std::string> people, authors;
    std::optional<int> rating_at_least; ///< hundredths of the issue's scale
    std::vector<std::string> files;     ///< patterns of paths from the issue's folder: "reviews/*.md"
    Span span;                          ///< of all that is selected by
};

enum class Order : std::uint8_t { date, title, rating, listed };
enum class Grouping : std::uint8_t { none, season, month, year, rating, director, author, tag };
/// Whether what gives the story away is in the issue.
enum class Spoilers : std::uint8_t { shown, left_out };
enum class Output : std::uint8_t { zine, booklet, epub, site, reviews };

/// The cover as it was asked for. `picture` is found by whoever reads files.
struct CoverSetting {
    CoverKind kind = CoverKind::type;
    std::string path; ///< from the issue's folder
    Span span;
    std::optional<Picture> picture;
};

/// How the reviews are to be whose paths fit the pattern.
struct ReviewRule {
    std::string files;
    ReviewPlan plan;
    Span span;
};

struct IssueSettings {
    std::string title, subtitle, number, series, editor, publisher, place, price, isbn, rights, url;
    std::optional<Date> date;
    std::string language;
    Selection select;
    std::optional<Order> order;    ///< none: as given; `build` and `zine` take `date`
    std::vector<std::string> listed; ///< paths, for Order::listed; what it does not name comes after
    std::vector<Span> listed_places; ///< where each of `listed` stands
    Grouping group = Grouping::none;
    int rating_best = 0;           ///< scale: 5, 10, 100 …; 0: as each rating says
    Spoilers spoilers = Spoilers::shown;
    std::string style;             ///< empty: the command line's
    std::string page;              ///< a page of the style by name; empty: what the sheet makes of it
    std::string target;            ///< empty: the command line's
    std::string sheet;             ///< "A4", "Letter"; empty: the command line's
    std::optional<std::vector<IssuePart>> parts;
    std::optional<std::vector<Output>> outputs;
    std::vector<std::string> contributors;
    std::vector<ContributorNote> contributor_notes; ///< of all contributors, where there is a note on one
    CoverSetting cover;
    std::vector<ReviewRule> reviews; ///< of two that fit, the later one goes before
    std::vector<std::string> ignore; ///< patterns of paths that are no pieces
    Span span; ///< of the whole file
};

/// Reads issue.yaml. What cannot be understood is an error or a warning at its line and column; the rest holds.
IssueSettings read_issue(std::string_view text, SourceId source, Diagnostics& diagnostics);

/// Whether `path` ('/' between folders) fits a pattern: `*` within a folder, `**` over folders, `?` one
/// character; a pattern without '/' is held against the name alone.
bool path_fits(std::string_view path, std::string_view pattern);

/// The word for a part in issue.yaml and on the command line: "contents"; and back.
std::string_view part_word(IssuePart part);
std::optional<IssuePart> part_of_word(std::string_view word);

} // namespace halfstar

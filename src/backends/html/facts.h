// What stands round a piece's text: head, day of viewing, rating, credits, foot. Also the plain words of
// facts that heads of pages and packages state.
#pragma once

#include "document/dates.h"

#include "backends/html/dress.h"

#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::html {

/// The parts that are not empty.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// When the review appeared, as far as is known: published, else seen.
const Date* appeared(const Piece& piece);
/// The piece's one work, if it has just one and is named for it.
const Work* only_work(const Piece& piece);
/// Names in one role, in the author's order.
std::vector<std::string> names_in(const Work& work, Role role);
/// "Portrait of a Lady on Fire (2019)": how lists and title bars name a piece.
std::string full_title(const Piece& piece);

/// Pages of the film elsewhere: (name of the place, address).
struct FilmPage {
    std::string place;
    std::string address;
};
std::vector<FilmPage> film_pages(const Work& work);

/// Title, original title, credit line, byline.
void write_head(Markup& out, const Dress& dress, const Piece& piece);
/// Day of viewing, place, rating.
void write_side(Markup& out, const Dress& dress, const Piece& piece);
/// Everyone who made the film, as lists of terms and names.
void write_credits(Markup& out, const Dress& dress, const Piece& piece);
/// Dates, tags and pages elsewhere.
void write_foot(Markup& out, const Dress& dress, const Piece& piece);

} // namespace halfstar::html

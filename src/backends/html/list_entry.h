// A piece in a list of a site's: title, director, day and rating, with the way to its page.
#pragma once

#include "backends/html/dress.h"

namespace halfstar::html {

/// The element that an entry is, for what a list wants to add to it.
Tag list_entry_tag();
/// The film's year and rating as numbers, for a script that filters and sorts.
void set_film_facts(Tag& tag, const Work& work);
/// `note` is a line more, in the locale's words.
void write_list_entry(Markup& out, const Dress& dress, const Piece& piece, const Tag& tag, std::string_view note = {});

} // namespace halfstar::html

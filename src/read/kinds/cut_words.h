// A part of a line by its place in the plain words: what a convention leaves when it has taken a number,
// a name or a rating off a line's ends. Pure.
#pragma once

#include <halfstar/document.h>

#include <cstddef>
#include <string>

namespace halfstar::reading {

/// Bytes [begin, end) of `plain_text(inlines)`. Notes and pictures within or at its edges stay; styles and
/// links keep the words of theirs that are left. White space at both ends goes.
Inlines cut_words(const Inlines& inlines, std::size_t begin, std::size_t end);

/// The first line: up to the first line end of either kind; `rest` is what follows it.
struct FirstLine {
    Inlines line, rest;
};
FirstLine first_line(const Inlines& inlines);

} // namespace halfstar::reading

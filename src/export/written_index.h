// The index of a folder of outputs: which file holds which review, as a table that spreadsheets open.
#pragma once

#include <halfstar/edition.h>

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar {

/// The name of the index in its folder.
inline constexpr std::string_view index_name = "index.csv";

/// A row of it: an output, what it holds, and where that was read.
struct WrittenRow {
    std::string file;
    std::string source; ///< from the root of what was read
    std::uint32_t pages = 0;
    std::string title, films, directors, year, rating, authors, published, seen, language;
};

/// What is known of an edition's one piece; of several films each fact is a list with "; " between.
WrittenRow row_of(const Edition& edition);

/// RFC 4180: a line of names, then a line a row, ended by CR LF; fields with commas, quotes or line ends in quotes.
std::string written_index(const std::vector<WrittenRow>& rows);

} // namespace halfstar

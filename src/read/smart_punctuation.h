// Typewriter marks into printers' marks: quotation marks of the language, apostrophes, dashes, dots,
// feet and inches. The rules for English are those of the CommonMark reference implementation's option "smart".
#pragma once

#include <halfstar/document.h>
#include <halfstar/piece.h>

#include <string>
#include <string_view>

namespace halfstar::reading {

/// Quotation marks of a language, outer and inner, with the space that goes with them inside.
struct QuotationMarks {
    std::u32string_view open, close;
    std::u32string_view inner_open, inner_close;
};
/// By primary language (and Switzerland's); English for what the table lacks.
const QuotationMarks& quotation_marks(std::string_view language);

/// Sets the marks in one flow of words; quotations may open before an emphasis and close behind it. Code, raw
/// HTML, addresses, and marks behind a backslash in `source` (the text in which spans count) stay as they are.
void smarten(Inlines& inlines, std::string_view language, std::string_view source = {});
void smarten(std::string& text, std::string_view language);

/// Sets the marks in the body, the notes and every fact of `piece`, read from `source`, that is set as words.
void smarten(Piece& piece, std::string_view language, std::string_view source);

} // namespace halfstar::reading

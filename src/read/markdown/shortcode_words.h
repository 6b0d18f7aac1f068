// What the names of shortcodes mean: pictures, things that play, quotations, spoilers, links. Whatever the tool calls
// them, they are the same few things.
#pragma once

#include "read/markdown/shortcode_marks.h"

#include <string>
#include <string_view>

namespace halfstar::markdown {

enum class Meaning : std::uint8_t {
    unknown,
    nothing, ///< known, and no word of the review: a list of contents
    cut,     ///< the end of the part that stands on front pages
    figure, link, address, rating, caption,
    quote, spoiler, aside, ///< hold what stands between their two marks
    code, raw, comment,    ///< hold what stands between them as it is written
    container,             ///< what it holds is all there is to it
};

Meaning meaning_of(const ShortcodeMark& mark);
/// Whether a mark of this meaning holds what stands between it and its closing one.
bool holds_words(Meaning meaning);

/// A figure with its caption, or nothing when no file is named.
std::string figure_html(const Arguments& arguments);
/// A link to what plays or is shown elsewhere; `content` is what stood between two marks. Nothing when there is no
/// address in it.
std::string link_html(std::string_view name, const Arguments& arguments, std::string_view content);
/// "Rating: 4/5".
std::string rating_words(const Arguments& arguments);
/// A line of Markdown as HTML.
std::string line_html(std::string_view markdown);

} // namespace halfstar::markdown

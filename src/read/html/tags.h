// The elements of HTML as a review uses them, and the few that reading Markdown adds: what each is,
// and how it is carried into the tree. Elements the tree has no word for are transparent: their
// content is kept and they are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace halfstar::soup {

enum class Tag : std::uint8_t {
    root,
    // blocks
    paragraph, heading_1, heading_2, heading_3, heading_4, heading_5, heading_6, blockquote, unordered_list,
    ordered_list, item, definitions, term, description, preformatted, rule, table, caption, head_rows, body_rows,
    row, head_cell, cell, figure, figure_caption, details, spoiler, pull_quote, summary, footer,
    // inlines
    emphasis, idiom, strong, bold, cite, underline, strike, small, superscript, subscript, quotation, highlight,
    keyboard, code, anchor, phrase, line_break, image, reading, reading_bracket,
    // what plays or embeds: becomes a link
    iframe, video, audio, embed, object,
    // what is no content
    script, style, head, title, noscript, select, textarea, button, form_template, svg, canvas, form_control,
    // transparent: never nodes
    division, span, ruby, ignored,
    // not elements of HTML
    text, soft_break, code_span, boundary, raw_inline, raw_block, note, note_reference, note_definition,
    count,
};
inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::count);

/// How a tag is carried into the tree.
enum class Manner : std::uint8_t {
    word,        ///< a leaf within a line
    styled,      ///< TextStyle
    link,
    phrase,
    code,
    reading,     ///< how the words before it are read, in brackets behind them
    media,       ///< a link to what is embedded
    removed,
    block,
    transparent,
};
Manner manner_of(Tag tag);

/// The tag that an element's name (lower case) stands for; unknown names are Tag::span.
Tag tag_named(std::string_view name);

/// The name of the element, for messages; empty for what is no element.
std::string_view name_of(Tag tag);

/// Whether the element has no content and no end tag.
bool is_void(std::string_view name);

/// Whether the content is text up to the end tag, whatever it looks like.
bool holds_raw_text(Tag tag);

/// Whether a transparent element parts the lines before and after it.
bool is_block(Tag tag);

} // namespace halfstar::soup

// The inlines of one block from cmark into the soup.
#pragma once

#include "read/html/offsets.h"
#include "read/html/soup.h"
#include "read/markdown/manuscript.h"
#include "read/markdown/places.h"

#include <halfstar/diagnostics.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace halfstar::markdown {

/// A text that cmark read, and the way from it to the source.
struct Copy {
    std::string_view text;
    const Lines* lines = nullptr;
    Provenance provenance;

    Span span(Range range) const { return provenance.span(range.begin, range.end); }
};

enum class RawHtml : std::uint8_t { parsed, kept };

/// Where everything goes that reading a piece's Markdown finds.
struct Pouring {
    soup::Soup& soup;
    const Manuscript& manuscript;
    RawHtml raw_html;
    Diagnostics& diagnostics;
    std::optional<std::uint32_t> cut; ///< offset of the first cut mark in the source

    std::set<std::string> unknown;    ///< names of shortcodes that were left out, each said once

    void add_cut(std::optional<std::uint32_t> offset);
    /// Pours what a shortcode means; `text` is where the text that it stands in begins.
    void pour_shortcode(std::size_t number, Span text);
};

/// Pours what stands in `block`, a paragraph or heading of `copy`; the first `skip` nodes are left out.
void pour_line(Pouring& pouring, const Copy& copy, cmark_node* block, int quotes, int skip);

} // namespace halfstar::markdown

#include "read/html/note_links.h"
#include "read/html/tree_builder.h"
#include "read/markdown/block_pour.h"
#include "read/markdown/manuscript.h"
#include "read/markdown/marks.h"
#include "read/read.h"

#include <algorithm>

namespace halfstar {
namespace {

/// The block before which the text was cut.
std::size_t block_at(const Blocks& blocks, std::uint32_t offset) {
    const auto behind = std::find_if(blocks.begin(), blocks.end(),
                                     [&](const Block& block) { return block.span.begin >= offset; });
    return static_cast<std::size_t>(behind - blocks.begin());
}

} // namespace

Markdown read_markdown(std::string_view text, Span where, const MarkdownOptions& options, Diagnostics& diagnostics) {
    const bool conventions = options.conventions;
    const markdown::Manuscript manuscript =
        markdown::prepare(text, conventions ? markdown::Footnotes::read : markdown::Footnotes::plain);
    soup::Soup soup;
    const auto raw_html = options.allow_raw_html ? markdown::RawHtml::kept : markdown::RawHtml::parsed;
    markdown::Pouring pouring{soup, manuscript, raw_html, diagnostics, {}, {}};
    if (manuscript.cut) pouring.add_cut(where.begin + *manuscript.cut);
    markdown::pour_blocks(pouring, conventions ? markdown::Tables::read : markdown::Tables::plain, where);
    if (conventions) markdown::read_marks(soup);
    if (conventions) soup::read_note_links(soup);

    soup::TreeSettings settings;
    settings.conventions = conventions ? soup::Conventions::reviews : soup::Conventions::none;
    settings.trust = options.allow_raw_html ? soup::Trust::author : soup::Trust::checked;
    soup::TreeBuilder builder(soup, settings, diagnostics);
    Markdown read;
    read.blocks = builder.body();
    read.notes = builder.notes();
    if (pouring.cut) read.cut = block_at(read.blocks, *pouring.cut);
    read.cut_at = pouring.cut;
    return read;
}

} // namespace halfstar

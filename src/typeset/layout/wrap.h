// A cover in one piece: back, spine and front side by side as the printer's sheet has them, with the book's number in bars
// and its price on the back.
#pragma once

#include "typeset/layout/foundry.h"

#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>
#include <halfstar/target.h>

#include <cstdint>
#include <memory>

namespace halfstar {

/// How wide the back of an issue of so many pages is.
Length spine_of(const WrapRules& rules, std::uint32_t pages);

/// The cover round an issue of `pages` pages: one page, without bleed. Its front and back are those of the zine at the trim of
/// the style's page `page`. `fonts` and `edition` must outlive it.
std::unique_ptr<PagedDocument> lay_out_wrap(const Edition& edition, const Style& style, const PageSpec& page, const Foundry& foundry,
                                            const WrapRules& rules, std::uint32_t pages, Diagnostics& diagnostics);

} // namespace halfstar

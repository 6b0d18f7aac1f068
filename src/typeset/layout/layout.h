// Editions to pages: what stands where. The result keeps breaks and builds items when a page is asked for;
// it refers to the edition and the foundry, which must outlive it.
#pragma once

#include "typeset/layout/foundry.h"
#include "typeset/layout/page_goal.h"

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/edition.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <memory>

namespace halfstar {

class StoredWords;

/// The programme note of one piece of the edition: its pages in the style's page `page`.
std::unique_ptr<PagedDocument> lay_out_note(const Edition& edition, std::size_t piece, const Style& style,
                                            const PageSpec& page, const Foundry& foundry, Diagnostics& diagnostics);

/// The whole edition as a zine: its parts in their order, at the trim of the style's page `page`, brought to `goal` by
/// what the style allows; fillers stand before the back cover. Says in `fit` what was done for that. Reviews are composed on
/// up to `jobs` threads (0: as many as cores), with the same result. What its pages show goes to `scratch`, where that is not null and they
/// are many. Where `stored` is not null it has what the pieces say, which the edition has not. Unless the foundry keeps texts, the pages are
/// built when it returns and neither is needed any more.
std::unique_ptr<PagedDocument> lay_out_zine(const Edition& edition, const Style& style, const PageSpec& page,
                                            const Foundry& foundry, const PageGoal& goal, Diagnostics& diagnostics,
                                            PageFit* fit = nullptr, int jobs = 1, std::unique_ptr<Scratch> scratch = nullptr,
                                            const StoredWords* stored = nullptr);

/// The cover of an edition as one page of 6 by 9 proportion, for ebooks.
std::unique_ptr<PagedDocument> lay_out_cover(const Edition& edition, const Style& style, const Foundry& foundry,
                                             Diagnostics& diagnostics);

} // namespace halfstar

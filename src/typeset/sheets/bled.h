// Pages with bleed: what ends at the trim goes on beyond it, so that no white shows where a blade cuts a little wide.
// Coordinates stay those of the trim.
#pragma once

#include <halfstar/pages.h>
#include <halfstar/target.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace halfstar {

/// How far the page at `index` is printed beyond its edges. Of facing pages the first is a recto: its fold is on the left, or
/// on the right where reading begins there.
Bleed bleed_of(const Target& target, const DocumentInfo& info, std::uint32_t index);

/// The item, where it reaches an edge of the trim drawn out to the bleed. A picture grows in proportion, and is clipped to what it
/// is seen in: so one item may become three.
std::vector<Item> bled(Item item, Size trim, const Bleed& bleed);

/// `pages` with the target's bleed; they must outlive what comes back.
std::unique_ptr<PagedDocument> with_bleed(const PagedDocument& pages, const Target& target);

/// The same with one bleed on all pages.
std::unique_ptr<PagedDocument> with_bleed(const PagedDocument& pages, const Bleed& bleed);

} // namespace halfstar

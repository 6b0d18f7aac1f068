// Single pages on larger paper, with the marks by which the plates of a duplicator or a press are brought over each
// other and cut.
#pragma once

#include <halfstar/pages.h>

#include <memory>

namespace halfstar {

/// What stands around a page's trim, on each side.
inline constexpr Length registration_margin = Length::millimetres(10);

/// Each page of `pages`, unmoved on paper that is larger by the margin; a cross in a circle at the middle of each side and
/// corners for cutting, for every ink. `pages` must outlive it.
std::unique_ptr<PagedDocument> with_registration(const PagedDocument& pages);

} // namespace halfstar

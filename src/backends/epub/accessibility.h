// What a book may say of its own accessibility: computed from what is in it, never assumed.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/locale.h>

#include <string>
#include <utility>
#include <vector>

namespace halfstar::epub {

struct Accessibility {
    bool has_pictures = false; ///< pictures that are part of what is said: those of the pieces, not the cover
    bool has_charts = false;   ///< drawn numbers, which always have their words
    bool has_index = false;
    bool has_pages = false; ///< the numbers of printed pages
    bool all_described = true; ///< every picture, found or lost, has words of its own

    /// Pairs of a property (schema:accessMode) and its value, in the order of the package.
    std::vector<std::pair<std::string, std::string>> metadata(const Locale& locale) const;
    /// Whether EPUB Accessibility 1.1 at WCAG level AA can be claimed.
    bool conforms() const { return all_described; }
};

Accessibility accessibility_of(const Edition& edition);

} // namespace halfstar::epub
